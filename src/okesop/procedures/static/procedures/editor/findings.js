// @ts-check
/** Findings: a mark at the cell, a list in the panel, F8 from one to the next, set aside with a reason. */

import { button, el, icon, need, part, stamp } from "./element.js";
import { gather, rankOf } from "./gathered.js";
import { columnOf } from "./row.js";
import { t } from "./texts.js";

const GROUPS = ["duties", "duties-later", "hints"];

export class Findings {
  /** @param {EditorDesk} desk */
  constructor(desk) {
    this.desk = desk;
    this.list = need("findings-list");
    this.counts = document.querySelectorAll("[data-findings-count]");
    this.shown = "";
    this.waivedOpen = false;
    /** @type {string | null} the finding that was opened last */
    this.current = null;
    /** @type {Map<HTMLElement, string>} the marks that stand, by cell or field */
    this.marked = new Map();
    /** @type {string | null} the row that was empty when the author came into it and is still in it */
    this.fresh = null;
    desk.store.on("findings", () => this.render());
  }

  /** @returns {Finding[]} those that want something */
  get open_() {
    return this.desk.store.findings.filter((one) => one.waived === null);
  }

  /** @returns {FindingEntry[]} those as the list shows them, duties first */
  get entries() {
    return gather(this.open_, this.desk.store.outline);
  }

  /** @returns {number} how many stand in the way of handing the draft in */
  get due() {
    return this.open_.filter((one) => one.severity === "E" && one.due !== "approve").length;
  }

  /** @returns {Finding[]} those set aside with a reason */
  get waived() {
    return this.desk.store.findings.filter((one) => one.waived !== null);
  }

  /** Show the list and the marks as they stand. */
  render() {
    const shown = JSON.stringify([this.desk.store.findings, this.entries, this.waivedOpen, this.current, this.#begun]);
    if (shown !== this.shown) {
      this.shown = shown;
      this.#renderCounts();
      this.#renderList();
    }
    this.mark();
  }

  /** @returns {boolean} false while the draft is as empty as it was made: then nothing is counted at anybody */
  get #begun() {
    return !this.desk.store.outline.blank;
  }

  #renderCounts() {
    const duties = this.open_.filter((one) => one.severity === "E").length;
    const hints = this.open_.length - duties;
    part(document, "#findings-sum").textContent = this.#begun ? t("findings-sum", { duties, hints }) : t("not-begun");
    const count = this.#begun ? t("findings-count", { count: this.open_.length }) : t("findings");
    for (const place of this.counts) place.textContent = count;
  }

  #renderList() {
    const active = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.finding;
    const parts = /** @type {Node[]} */ ([]);
    if (this.open_.length === 0) parts.push(stamp("findings-none"));
    if (!this.#begun) parts.push(stamp("findings-begin"));
    const { entries } = this;
    GROUPS.forEach((name, rank) => {
      const group = entries.filter((one) => rankOf(one) === rank);
      if (group.length > 0) parts.push(this.#group(t(name), group));
    });
    if (this.waived.length > 0) parts.push(this.#waivedPart());
    this.list.replaceChildren(...parts);
    if (active) /** @type {HTMLElement | null} */ (this.list.querySelector(`[data-finding="${CSS.escape(active)}"]`))?.focus();
  }

  /**
   * @param {string} title
   * @param {FindingEntry[]} entries
   */
  #group(title, entries) {
    return el("section", {}, el("h3", {}, title), ...entries.map((one) => this.#item(one)));
  }

  /** @param {FindingEntry} entry */
  #item(entry) {
    const [finding] = /** @type {[Finding]} */ (entry.findings);
    const on = entry.findings.some((one) => keyOf(one) === this.current);
    const key = keyOf(finding);
    const open = el("button", {
      type: "button", class: `finding${on ? " on" : ""}`, "data-finding": key,
    }, signOf(entry), el("b", {}, entry.where), el("span", {}, entry.message));
    open.addEventListener("click", () => this.open(key));
    const box = el("div", { class: "finding-box" }, open);
    if (entry.rows && this.#begun) box.append(this.#removal(entry.rows));
    if (finding.waivable && !entry.blank) box.append(button(t("set-aside"), "btn-quiet btn-s waive", () => this.#waive(finding, box)));
    return box;
  }

  /** @param {string[]} rows in which nothing is written */
  #removal(rows) {
    return button(t("remove-blank-rows", { count: rows.length }), "btn-quiet btn-s waive", () => this.desk.rows.remove(rows));
  }

  #waivedPart() {
    const count = this.waived.length;
    const toggle = el("button", { type: "button", class: "link", "aria-expanded": String(this.waivedOpen) },
      t(this.waivedOpen ? "hide" : "look"));
    toggle.addEventListener("click", () => {
      this.waivedOpen = !this.waivedOpen;
      this.render();
    });
    const box = el("section", {}, el("p", { class: "muted small" }, t("waived-count", { count }), " ", toggle));
    if (!this.waivedOpen) return box;
    for (const one of this.waived) {
      box.append(el("div", { class: "finding-box" },
        el("div", { class: "finding" }, icon("alert-triangle"), el("b", {}, one.where), el("span", {}, one.message),
          el("span", { class: "muted" }, t("waived-because", { reason: one.waived ?? "" }))),
        button(t("take-up-again"), "btn-quiet btn-s waive", () => this.#send(one, null))));
    }
    return box;
  }

  /**
   * Ask for the reason in place.
   * @param {Finding} finding
   * @param {HTMLElement} box
   */
  #waive(finding, box) {
    const form = /** @type {HTMLFormElement} */ (stamp("waive-form"));
    const input = /** @type {HTMLInputElement} */ (part(form, "input"));
    box.querySelector(".waive")?.replaceWith(form);
    input.focus();
    part(form, "[data-part=cancel]").addEventListener("click", () => {
      this.shown = "";
      this.render();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (input.value.trim()) this.#send(finding, input.value.trim());
      else input.focus();
    });
  }

  /**
   * @param {Finding} finding
   * @param {string | null} reason
   */
  async #send(finding, reason) {
    const { wire, store, notices } = this.desk;
    /** @type {Reply<{findings: Finding[]}>} */
    const reply = await wire.post(store.urls.waivers ?? "", { rule: finding.rule, place: finding.place, reason });
    if (reply.status === "ok") {
      store.findings = reply.data.findings;
      store.tell("findings");
    } else notices.toast("message" in reply && reply.message ? reply.message : t("structure-waits"));
  }

  /**
   * The author went to a row. While he writes the first texts of an empty one its gaps are not marked.
   * @param {string | null} step
   */
  entered(step) {
    if (step === this.fresh) return;
    this.fresh = step !== null && this.desk.store.outline.untouched(step) ? step : null;
    this.mark();
  }

  /** @param {string} place */
  #isFresh(place) {
    const [kind, id] = place.split("/");
    return kind === "steps" && id === this.fresh;
  }

  /** Put the marks at their cells, but none at what is not begun; their words become part of the cell's description. */
  mark() {
    /** @type {Map<HTMLElement, Finding[]>} */
    const wanted = new Map();
    for (const one of this.entries.filter((entry) => !entry.blank).flatMap((entry) => entry.findings)) {
      const cell = this.#isFresh(one.place) ? null : this.cellOf(one.place);
      if (cell) wanted.set(cell, [...(wanted.get(cell) ?? []), one]);
    }
    for (const cell of this.marked.keys()) if (!wanted.has(cell)) this.#unflag(cell);
    for (const [cell, findings] of wanted) {
      const text = cell.querySelector(":scope > .text")?.textContent ?? "";
      const key = JSON.stringify([findings, text === ""]);
      if (this.marked.get(cell) === key && cell.querySelector(":scope > .flag")) continue;
      this.#unflag(cell);
      this.#flag(cell, findings);
      this.marked.set(cell, key);
    }
  }

  /** @param {HTMLElement} cell */
  #unflag(cell) {
    cell.querySelector(":scope > .flag")?.remove();
    cell.querySelector(":scope > .blank")?.remove();
    cell.removeAttribute("aria-description");
    this.marked.delete(cell);
  }

  /**
   * @param {HTMLElement} cell
   * @param {Finding[]} findings
   */
  #flag(cell, findings) {
    const [first] = findings;
    if (!first) return;
    const words = findings.map((one) => one.message).join(" ");
    const duty = first.severity === "E";
    const flag = el("button", {
      type: "button", tabindex: "-1", class: duty ? "flag flag-red" : "flag", "data-finding": keyOf(first), title: words,
      "aria-label": t(duty ? "flag-duty" : "flag-hint", { words }),
    }, "!");
    flag.addEventListener("click", () => this.open(keyOf(first)));
    cell.append(flag);
    cell.setAttribute("aria-description", words);
    const text = cell.querySelector(":scope > .text");
    if (duty && text && !text.textContent) cell.append(el("span", { class: "blank", "aria-hidden": "true" }, t("not-filled")));
  }

  /**
   * The cell or field at which a finding stands.
   * @param {string} place
   * @returns {HTMLElement | null}
   */
  cellOf(place) {
    const spot = this.spotOf(place);
    if (spot) return this.desk.grid.cell(spot.step, spot.column);
    const [kind, id = ""] = place.split("/");
    if (kind === "performers") return this.desk.grid.heading.button(id)?.closest("th") ?? null;
    return this.desk.identity.fieldOf(place);
  }

  /**
   * @param {string} place
   * @returns {Spot | null}
   */
  spotOf(place) {
    const [kind, id = "", field = ""] = place.split("/");
    const { nodes, rows } = this.desk.store.outline;
    if (kind === "steps" && rows.has(id)) return { step: id, column: this.desk.grid.columns.includes(field) ? field : "activity" };
    const node = kind === "nodes" || kind === "edges" ? nodes.get(id) : undefined;
    return node ? { step: node.step, column: columnOf(node.performer) } : null;
  }

  /**
   * Go to the place of a finding.
   * @param {string} key
   */
  open(key) {
    const finding = this.open_.find((one) => keyOf(one) === key);
    if (!finding) return;
    this.current = key;
    this.desk.panel.show("findings", false);
    this.render();
    this.desk.goTo(finding.place);
    if (this.entries.find((entry) => entry.findings.includes(finding))?.adds) this.desk.performers.add();
    this.list.querySelector(".finding.on")?.scrollIntoView({ block: "nearest" });
  }

  /**
   * F8: the next finding, round and round.
   * @param {1 | -1} by
   */
  next(by) {
    const keys = this.entries.map((entry) => keyOf(/** @type {Finding} */ (entry.findings[0])));
    if (keys.length === 0) {
      this.desk.notices.toast(t("no-findings"));
      return;
    }
    const at = this.current ? keys.indexOf(this.current) : by > 0 ? -1 : 0;
    this.open(keys[(at + by + keys.length) % keys.length] ?? "");
  }
}

/**
 * What is only not begun yet is no fault.
 * @param {FindingEntry} entry
 */
function signOf(entry) {
  if (entry.blank) return icon("pencil", "quiet");
  return rankOf(entry) < 2 ? icon("alert-octagon", "bad") : icon("alert-triangle");
}

/** @param {Finding} finding */
function keyOf(finding) {
  return `${finding.rule} ${finding.place} ${finding.message.length}`;
}
