// @ts-check
/** The table of ours: rows by step id, rendered where something differs and nowhere else. */

import { el, need } from "./element.js";
import { Heading } from "./heading.js";
import { columnKeys, Row } from "./row.js";
import { t } from "./texts.js";

export class Grid {
  /** @param {DraftStore} store */
  constructor(store) {
    this.store = store;
    this.frame = need("sheet");
    this.table = /** @type {HTMLTableElement} */ (need("grid"));
    this.heading = new Heading(this.table, store);
    this.body = el("tbody");
    this.foot = el("tfoot");
    this.table.append(this.body, this.foot);
    /** @type {Map<string, Row>} */
    this.rows = new Map();
    this.empty = need("grid-empty");
  }

  /** Show the document as it stands. */
  render() {
    const { outline, document: sop } = this.store;
    this.heading.render();
    for (const id of [...this.rows.keys()]) if (!outline.rows.has(id)) this.#drop(id);
    let last = /** @type {HTMLElement | null} */ (null);
    for (const step of sop.steps) {
      const row = this.#row(step.id);
      row.render(outline);
      const place = last ? last.nextSibling : this.body.firstChild;
      if (place !== row.element) this.body.insertBefore(row.element, place);
      last = row.element;
    }
    this.empty.hidden = sop.steps.length > 0;
    this.renderTotal();
  }

  /** @param {string} id */
  #row(id) {
    const known = this.rows.get(id);
    if (known) return known;
    const made = new Row(id);
    this.rows.set(id, made);
    return made;
  }

  /** @param {string} id */
  #drop(id) {
    this.rows.get(id)?.element.remove();
    this.rows.delete(id);
  }

  /** The row of totals. */
  renderTotal() {
    const { total, document: sop } = this.store;
    const count = Math.max(1, sop.performers.length);
    const shown = JSON.stringify([total, count]);
    if (this.foot.dataset.shown === shown) return;
    this.foot.dataset.shown = shown;
    this.foot.replaceChildren(el("tr", { role: "row" },
      cell("no", ""), cell("act", t("total-time")), cell("muted total-note", total.note, count), cell("edge", ""),
      cell("time total", total.text, 2), cell("", "")));
  }

  /** @returns {string[]} keys of the columns, left to right */
  get columns() {
    return columnKeys(this.store.document);
  }

  /** @returns {string[]} ids of the rows, top to bottom */
  get steps() {
    return this.store.document.steps.map((step) => step.id);
  }

  /**
   * @param {string} step
   * @param {string} column
   * @returns {HTMLTableCellElement | null}
   */
  cell(step, column) {
    return this.rows.get(step)?.cells.get(column) ?? null;
  }

  /**
   * The cell in which something of the page lies.
   * @param {EventTarget | null} target
   * @returns {{step: string, column: string} | null}
   */
  place(target) {
    const found = target instanceof Element ? target.closest("td[data-column]") : null;
    const row = found?.closest("tr[data-step]");
    if (!found || !row) return null;
    const { column = "" } = /** @type {HTMLElement} */ (found).dataset;
    return { step: /** @type {HTMLElement} */ (row).dataset.step ?? "", column };
  }
}

/**
 * @param {string} classes
 * @param {string} words
 * @param {number} [span]
 */
function cell(classes, words, span = 1) {
  return el("td", { class: classes, role: "gridcell", colspan: span > 1 ? span : null }, words);
}
