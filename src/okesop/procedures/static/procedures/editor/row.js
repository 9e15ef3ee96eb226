// @ts-check
/** One row of the form: its number, its text cells, its performer cells. */

import { el, icon } from "./element.js";
import { TEXT_COLUMNS } from "./outline.js";
import { t } from "./texts.js";

/** @type {Record<Kind, string>} */
const KIND_TEXT = {
  terminator: "kind-terminator", process: "kind-process", decision: "kind-decision",
  connector: "kind-other", document: "kind-other", other: "kind-other",
};
const CLASSES = { activity: "act", requirements: "edge", time: "time", output: "", note: "" };

/**
 * The key of a performer's column; text columns go by their own name.
 * @param {string} performer
 */
export const columnOf = (performer) => `@${performer}`;

/**
 * @param {Kind} kind
 * @returns {string} the symbol's name in words
 */
export const kindName = (kind) => t(KIND_TEXT[kind]);

/**
 * The keys of all columns, left to right as printed.
 * @param {SopDocument} document
 * @returns {string[]}
 */
export function columnKeys(document) {
  return ["activity", ...document.performers.map((one) => columnOf(one.id)), ...TEXT_COLUMNS.slice(1)];
}

export class Row {
  /** @param {string} step */
  constructor(step) {
    this.step = step;
    this.element = el("tr", { "data-step": step, role: "row" });
    this.number = el("span", { class: "n" });
    this.head = el("th", { class: "no", scope: "row", role: "rowheader" });
    const grip = el("button", { type: "button", class: "grip-button", tabindex: "-1", "data-grip": true });
    grip.append(icon("grip-horizontal", "grip"));
    this.grip = grip;
    this.insert = el("button", { type: "button", class: "insert", tabindex: "-1", "data-insert": "after" }, icon("plus", "icon-s"));
    this.first = el("button", {
      type: "button", class: "insert insert-first", tabindex: "-1", "data-insert": "first",
    }, icon("plus", "icon-s"));
    this.head.append(grip, this.number, this.insert);
    /** @type {Map<string, HTMLTableCellElement>} */
    this.cells = new Map();
    this.columns = "";
    this.shown = "";
  }

  /**
   * Show the row as it stands in the document; touches only what differs.
   * @param {SopOutline} outline
   */
  render(outline) {
    const { document } = outline;
    const at = outline.rows.get(this.step) ?? 0;
    const step = /** @type {Step} */ (document.steps[at]);
    const shown = JSON.stringify([at, step, outline.of(this.step), document.performers,
      outline.of(this.step).map((node) => outline.flow(node))]);
    if (shown === this.shown) return;
    this.shown = shown;
    const keys = columnKeys(document);
    if (keys.join() !== this.columns) this.#lay(keys, document.performers.length === 0);
    this.#renderHead(at + 1);
    for (const name of TEXT_COLUMNS) this.#renderText(name, step[name] ?? "");
    for (const performer of document.performers) this.#renderPerformer(outline, performer, at + 1);
  }

  /**
   * Make the cells anew: a column came, went or moved.
   * @param {string[]} keys
   * @param {boolean} lone no performer yet: one blank cell keeps their place
   */
  #lay(keys, lone) {
    const kept = this.cells;
    this.cells = new Map(keys.map((key) => [key, kept.get(key) ?? makeCell(key)]));
    const cells = [...this.cells.values()];
    if (lone) cells.splice(1, 0, el("td", { class: "cell unmanned", role: "gridcell" }));
    this.element.replaceChildren(this.head, ...cells);
    this.columns = keys.join();
  }

  /** @param {number} number */
  #renderHead(number) {
    this.number.textContent = String(number);
    this.insert.setAttribute("aria-label", t("insert-after", { number }));
    this.insert.title = t("insert-after", { number });
    this.grip.setAttribute("aria-label", t("grip", { number }));
    this.grip.title = t("grip", { number });
    if (number === 1) {
      this.first.setAttribute("aria-label", t("insert-first"));
      this.head.append(this.first);
    } else this.first.remove();
  }

  /**
   * @param {TextColumn} name
   * @param {string} value
   */
  #renderText(name, value) {
    const text = this.text(name);
    if (text && text.textContent !== value) text.textContent = value;
  }

  /**
   * The block that holds the words of a text cell; its height is the cell's natural height.
   * @param {string} column
   * @returns {HTMLElement | null}
   */
  text(column) {
    return this.cells.get(column)?.querySelector(":scope > .text") ?? null;
  }

  /**
   * @param {SopOutline} outline
   * @param {Performer} performer
   * @param {number} number
   */
  #renderPerformer(outline, performer, number) {
    const cell = this.cells.get(columnOf(performer.id));
    if (!cell) return;
    const nodes = outline.at(this.step, performer.id);
    const what = nodes.length > 0 ? nodes.map((node) => kindName(node.kind)).join(", ") : t("kind-empty");
    const flow = nodes.map((node) => outline.flow(node)).filter(Boolean).join("; ");
    const name = t("performer-cell", { number, who: performer.title || t("performer-untitled"), what });
    cell.setAttribute("aria-label", flow ? `${name}. ${flow}` : name);
    cell.classList.toggle("free", nodes.length === 0);
    const main = outline.main(this.step, performer.id);
    if (main) cell.dataset.node = main.id;
    else delete cell.dataset.node;
  }
}

/**
 * @param {string} key
 * @returns {HTMLTableCellElement}
 */
function makeCell(key) {
  const performer = key.startsWith("@");
  const classes = performer ? "cell free" : CLASSES[/** @type {TextColumn} */ (key)];
  const cell = el("td", { class: classes, role: "gridcell", tabindex: "-1", "data-column": key });
  if (!performer) cell.append(el("div", { class: "text", dir: "auto" }));
  return cell;
}
