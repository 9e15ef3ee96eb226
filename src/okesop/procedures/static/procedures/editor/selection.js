// @ts-check
/** Which cell is selected, and the block around it. The selected cell alone can be reached by Tab from outside. */

import { el } from "./element.js";

/** @typedef {{step: string, column: string}} Spot */

export class Selection {
  /** @param {FormGrid} grid */
  constructor(grid) {
    this.grid = grid;
    /** @type {Spot | null} */
    this.active = null;
    /** @type {Spot | null} the other corner of the block */
    this.corner = null;
    this.ring = el("span", { class: "sel" });
    /** @type {((before: Spot | null) => void)[]} */
    this.listeners = [];
    /** @type {Element[]} */
    this.marked = [];
    /** @type {HTMLTableCellElement | null} */
    this.held = null;
  }

  /** @param {(before: Spot | null) => void} listener */
  on(listener) {
    this.listeners.push(listener);
  }

  /**
   * Select a cell.
   * @param {Spot} spot
   * @param {{extend?: boolean, focus?: boolean, keep?: boolean}} [how] extend moves this corner of the block,
   *   keep leaves the block as it is
   */
  select(spot, { extend = false, focus = true, keep = false } = {}) {
    const cell = this.grid.cell(spot.step, spot.column);
    if (!cell) return;
    const before = this.active;
    if (extend) this.corner ??= before;
    else if (!keep) this.corner = null;
    this.active = spot;
    this.#mark(cell);
    if (focus) {
      cell.focus({ preventScroll: true });
      cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    if (before?.step !== spot.step || before.column !== spot.column) {
      for (const listener of this.listeners) listener(before);
    }
  }

  /**
   * Go by rows and columns; stops at the edges.
   * @param {number} down
   * @param {number} right
   * @param {boolean} [extend]
   * @returns {boolean} false when there was no such cell
   */
  go(down, right, extend = false) {
    const { steps, columns } = this.grid;
    if (!this.active) return false;
    const row = steps.indexOf(this.active.step) + down;
    const column = columns.indexOf(this.active.column) + right;
    const [step, key] = [steps[row], columns[column]];
    if (step === undefined || key === undefined) return false;
    this.select({ step, column: key }, { extend });
    return true;
  }

  /**
   * The next or previous cell, over the ends of rows.
   * @param {1 | -1} by
   * @returns {boolean} false at the first and last cell of all
   */
  step(by) {
    const { steps, columns } = this.grid;
    if (!this.active) return false;
    const at = steps.indexOf(this.active.step) * columns.length + columns.indexOf(this.active.column) + by;
    const step = steps[Math.floor(at / columns.length)];
    if (at < 0 || step === undefined) return false;
    this.select({ step, column: columns[at % columns.length] ?? "activity" });
    return true;
  }

  /** @returns {{steps: string[], columns: string[]}} the block; a single cell is a block of one */
  get block() {
    const { steps, columns } = this.grid;
    if (!this.active) return { steps: [], columns: [] };
    const corner = this.corner ?? this.active;
    return {
      steps: between(steps, this.active.step, corner.step),
      columns: between(columns, this.active.column, corner.column),
    };
  }

  /**
   * Select a block; its first cell is the active one, for there reading begins.
   * @param {Spot} first
   * @param {Spot} last
   */
  range(first, last) {
    this.corner = last;
    this.select(first, { keep: true });
  }

  /**
   * Select whole rows.
   * @param {string} from
   * @param {string} to
   */
  rows(from, to) {
    const { columns } = this.grid;
    this.corner = { step: from, column: columns[0] ?? "activity" };
    this.select({ step: to, column: columns.at(-1) ?? "note" }, { extend: true });
  }

  /** After rows or columns changed: stay where the selected cell is, or go to its neighbour. */
  refresh() {
    if (!this.active) {
      this.#first();
      return;
    }
    const { steps, columns } = this.grid;
    const step = steps.includes(this.active.step) ? this.active.step : steps[Math.min(this.rowBefore, steps.length - 1)];
    const column = columns.includes(this.active.column) ? this.active.column : "activity";
    if (step === undefined) {
      this.active = null;
      return;
    }
    if (this.corner && !(steps.includes(this.corner.step) && columns.includes(this.corner.column))) this.corner = null;
    const lost = step !== this.active.step || column !== this.active.column;
    const inside = this.grid.table.contains(document.activeElement) || document.activeElement === document.body;
    if (lost) this.select({ step, column }, { focus: inside });
    else {
      const cell = this.grid.cell(step, column);
      if (cell && (this.held !== cell || !cell.contains(this.ring))) this.#mark(cell);
      else this.rowBefore = steps.indexOf(step);
      this.#paintBlock();
    }
  }

  /** Before anything was selected the first cell can be reached by Tab. */
  #first() {
    const [step] = this.grid.steps;
    const cell = step ? this.grid.cell(step, "activity") : null;
    if (cell) cell.tabIndex = 0;
  }

  /** @param {HTMLTableCellElement} cell */
  #mark(cell) {
    if (this.held && this.held !== cell) this.held.tabIndex = -1;
    this.held?.removeAttribute("aria-selected");
    for (const stray of this.grid.body.querySelectorAll('td[tabindex="0"]')) {
      if (stray !== cell) /** @type {HTMLElement} */ (stray).tabIndex = -1;
    }
    this.held = cell;
    cell.tabIndex = 0;
    cell.setAttribute("aria-selected", "true");
    cell.append(this.ring);
    this.rowBefore = this.grid.steps.indexOf(this.active?.step ?? "");
    this.#paintBlock();
  }

  #paintBlock() {
    for (const one of this.marked) {
      one.classList.remove("picked", "on");
      if (one !== this.held) one.removeAttribute("aria-selected");
    }
    const { steps, columns } = this.block;
    this.marked = [];
    for (const step of steps) {
      const row = this.grid.rows.get(step);
      if (!row) continue;
      row.element.classList.add("on");
      this.marked.push(row.element);
      if (steps.length * columns.length < 2) continue;
      for (const column of columns) {
        const cell = row.cells.get(column);
        cell?.classList.add("picked");
        cell?.setAttribute("aria-selected", "true");
        if (cell) this.marked.push(cell);
      }
    }
  }

  rowBefore = 0;
}

/**
 * @param {string[]} all
 * @param {string} first
 * @param {string} second
 * @returns {string[]} what lies between the two, both included
 */
function between(all, first, second) {
  const [a, b] = [all.indexOf(first), all.indexOf(second)];
  return all.slice(Math.min(a, b), Math.max(a, b) + 1);
}
