// @ts-check
/** The bar of tools: everything in it also has a key. A tool that cannot act says why instead of being dead. */

import { need, part } from "./element.js";
import { t } from "./texts.js";

export class Toolbar {
  /** @param {EditorDesk} desk */
  constructor(desk) {
    this.desk = desk;
    this.bar = need("tools");
    this.addPerformer = part(this.bar, "[data-tool=performer]");
    /** @type {Record<string, () => void>} */
    const tools = {
      step: () => desk.rows.insertBelow(),
      performer: () => desk.performers.add(),
      paste: () => desk.paste.open(),
      terminator: () => desk.symbols.set("terminator"),
      process: () => desk.symbols.set("process"),
      decision: () => desk.symbols.set("decision"),
      up: () => desk.rows.shift(-1),
      down: () => desk.rows.shift(1),
      remove: () => desk.rows.remove(),
      undo: () => desk.undo(false),
      redo: () => desk.undo(true),
    };
    for (const [name, act] of Object.entries(tools)) {
      for (const tool of document.querySelectorAll(`[data-tool=${name}]`)) {
        tool.addEventListener("click", () => tool.getAttribute("aria-disabled") !== "true" && act());
      }
    }
    this.bar.addEventListener("mousedown", (event) => event.preventDefault());
    this.bar.addEventListener("keydown", (event) => this.#arrow(event));
    this.#rove(this.#tools()[0]);
  }

  /** Show what the selected cell holds and what can be undone. */
  render() {
    const kind = this.desk.symbols.here?.node?.kind ?? "";
    for (const name of ["terminator", "process", "decision"]) {
      part(this.bar, `[data-tool=${name}]`).setAttribute("aria-pressed", String(kind === name));
    }
    this.#able("undo", this.desk.store.undo || this.desk.outbox.queue.length > 0);
    this.#able("redo", this.desk.store.redo);
  }

  /** The line at the foot of the form: what leaves the symbol that is selected or under the pointer. */
  status() {
    const { flow, store } = this.desk;
    const node = flow.lit ? store.outline.nodes.get(flow.lit) : undefined;
    const line = need("flow-status");
    const words = node ? store.outline.flow(node) : "";
    if (store.outline.blank) {
      line.textContent = t("status-blank");
      return;
    }
    line.textContent = node && words
      ? t("status-flow", { number: store.outline.number(node.step), who: store.outline.title(node.performer), flow: words })
      : t("status-rest", { steps: store.document.steps.length, performers: store.document.performers.length });
  }

  /**
   * @param {string} name
   * @param {boolean} able
   */
  #able(name, able) {
    for (const tool of document.querySelectorAll(`[data-tool=${name}]`)) tool.setAttribute("aria-disabled", String(!able));
  }

  /** @returns {HTMLElement[]} */
  #tools() {
    return [...this.bar.querySelectorAll("button")].filter((tool) => tool.offsetParent !== null);
  }

  /** @param {HTMLElement | undefined} to the one tool that Tab reaches */
  #rove(to) {
    for (const tool of this.bar.querySelectorAll("button")) tool.tabIndex = tool === to ? 0 : -1;
  }

  /** @param {KeyboardEvent} event */
  #arrow(event) {
    const by = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const tools = this.#tools();
    const at = tools.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (by === 0 || at < 0) return;
    event.preventDefault();
    const next = tools[(at + by + tools.length) % tools.length];
    this.#rove(next);
    next?.focus();
  }
}
