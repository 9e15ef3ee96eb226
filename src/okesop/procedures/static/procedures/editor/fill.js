// @ts-check
/** Many text cells at once: clear, fill down, put a block. Each is one change and one step of undo. */

import { newId } from "./ids.js";
import { TEXT_COLUMNS } from "./outline.js";
import { t } from "./texts.js";

export class Fill {
  /** @param {EditorDesk} desk */
  constructor(desk) {
    this.desk = desk;
  }

  /** Delete: empty the text cells of the block. */
  clear() {
    const { steps, columns } = this.desk.selection.block;
    this.#send(steps.flatMap((step) => columns.filter(isText).map((column) => this.#text(step, column, ""))));
  }

  /** Ctrl+D: the first row of the block goes into the others; of a single cell, the one above it. */
  down() {
    const { steps, columns } = this.desk.selection.block;
    const all = this.desk.grid.steps;
    const above = all[all.indexOf(steps[0] ?? "") - 1];
    const [first, ...rest] = steps.length > 1 ? steps : above ? [above, ...steps] : [];
    if (!first) return;
    this.#send(rest.flatMap((step) => columns.filter(isText).map((column) => this.#text(
      step, column, this.desk.store.text(`steps/${first}/${column}`)))));
  }

  /**
   * Put a block of texts, its corner at the selected cell; what goes beyond the last row becomes new rows.
   * @param {string[][]} block
   */
  put(block) {
    const { selection, grid } = this.desk;
    const { steps } = grid;
    const start = selection.active ? steps.indexOf(selection.active.step) : steps.length;
    const column = selection.active && isText(selection.active.column) ? selection.active.column : "activity";
    const names = TEXT_COLUMNS.slice(TEXT_COLUMNS.indexOf(/** @type {TextColumn} */ (column)));
    const operations = /** @type {Operation[]} */ ([]);
    const fresh = /** @type {Record<string, string>[]} */ ([]);
    block.forEach((row, down) => {
      const step = steps[start + down];
      const texts = row.slice(0, names.length).map((value, at) => /** @type {const} */ ([names[at] ?? "note", value]));
      if (step) operations.push(...texts.map(([name, value]) => this.#text(step, name, value)));
      else fresh.push({ id: newId("s"), ...Object.fromEntries(texts) });
    });
    if (fresh.length > 0) operations.push({ op: "insert_steps", after: steps.at(-1) ?? null, steps: fresh });
    this.#send(operations);
    const [width = 0] = block.map((row) => row.length);
    if (width > names.length) this.desk.notices.toast(t("block-too-wide", { count: width - names.length }));
    const all = grid.steps;
    const [first, last] = [all[start], all[start + block.length - 1]];
    if (!first || !last) return;
    selection.range({ step: first, column }, { step: last, column: names[Math.min(width, names.length) - 1] ?? column });
  }

  /**
   * @param {string} step
   * @param {string} column
   * @param {string} value
   * @returns {Operation}
   */
  #text(step, column, value) {
    return { op: "set_text", place: `steps/${step}/${column}`, value };
  }

  /** @param {Operation[]} operations */
  #send(operations) {
    const real = operations.filter((one) => one.op !== "set_text" || this.desk.store.text(String(one.place)) !== one.value);
    for (const one of real) if (one.op === "set_text") this.desk.mine.remember(String(one.place), String(one.value));
    if (real.length > 0) this.desk.sync.change(real);
  }
}

/** @param {string} column */
function isText(column) {
  return !column.startsWith("@");
}
