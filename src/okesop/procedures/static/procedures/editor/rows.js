// @ts-check
/** Whole rows: insert, move, remove. New rows at the end also work without a connection. */

import { newId } from "./ids.js";
import { t } from "./texts.js";

export class Rows {
  /** @param {EditorDesk} desk */
  constructor(desk) {
    this.desk = desk;
  }

  /** Enter: one row down; in the last row a new step. */
  down() {
    const { selection, grid } = this.desk;
    if (!selection.active) return;
    if (!selection.go(1, 0)) this.insertAfter(grid.steps.at(-1) ?? null, selection.active.column);
  }

  /** A new row below the selected one. */
  insertBelow() {
    const { selection, grid } = this.desk;
    this.insertAfter(selection.block.steps.at(-1) ?? grid.steps.at(-1) ?? null);
  }

  /**
   * @param {string | null} after a step, or null for the first place
   * @param {string} [column] where to go in the new row
   */
  insertAfter(after, column = "activity") {
    const { grid, selection, sync } = this.desk;
    const atEnd = after === (grid.steps.at(-1) ?? null);
    if (!atEnd && !this.desk.mayStructure()) return;
    this.desk.cell.commit();
    const id = newId("s");
    sync.change([{ op: "insert_steps", after, steps: [{ id }] }]);
    selection.select({ step: id, column });
    this.desk.say(t("row-inserted", { number: this.desk.store.outline.number(id) }));
  }

  /**
   * Move the selected rows up or down by one.
   * @param {1 | -1} by
   */
  shift(by) {
    const { steps } = this.desk.selection.block;
    const all = this.desk.grid.steps;
    const first = all.indexOf(steps[0] ?? "");
    const to = by < 0 ? first - 2 : first + steps.length;
    if (first + by < 0 || (by > 0 && all[to] === undefined)) return;
    this.move(steps, all[to] ?? null);
  }

  /**
   * @param {string[]} steps in their order
   * @param {string | null} after
   */
  async move(steps, after) {
    if (steps.length === 0 || !this.desk.mayStructure()) return;
    this.desk.cell.commit();
    const outcome = await this.desk.sync.change([{ op: "move_steps", steps, after }], true);
    if (!outcome.stored) return;
    const [first] = steps;
    this.desk.selection.refresh();
    this.desk.say(t("row-moved", { number: this.desk.store.outline.number(first ?? "") }));
  }

  /**
   * Asks when somebody else is writing in one of the rows.
   * @param {string[]} [steps] the selected ones unless said
   */
  async remove(steps = this.desk.selection.block.steps) {
    if (steps.length === 0 || !this.desk.mayStructure()) return;
    this.desk.cell.commit();
    const peer = this.desk.presence.inRows(steps);
    if (peer && !(await this.desk.dialogs.confirm(t("row-peer", { name: peer }), t("row-remove-anyway")))) return;
    const { outline } = this.desk.store;
    const named = steps.length === 1
      ? t("row-removed", { number: outline.number(steps[0] ?? "") }) : t("rows-removed", { count: steps.length });
    const outcome = await this.desk.sync.change([{ op: "remove_steps", steps }], true);
    if (outcome.stored) this.desk.notices.toast(named, { label: t("undo"), act: () => this.desk.undo(false) });
  }
}
