// @ts-check
/** What I wrote and somebody else has changed since: both texts, and one click for either. */

import { t } from "./texts.js";

export class Mine {
  /** @param {EditorDesk} desk */
  constructor(desk) {
    this.desk = desk;
    /** @type {Map<string, string>} what this tab last wrote, by place */
    this.written = new Map();
    desk.store.on("others", () => this.#look());
  }

  /**
   * @param {string} place
   * @param {string} value
   */
  remember(place, value) {
    this.written.set(place, value);
  }

  #look() {
    const { store, cell, notices, grid } = this.desk;
    for (const other of store.others) {
      for (const text of other.texts) {
        const own = cell.place === text.place ? cell.open?.input.value : this.written.get(text.place);
        const touched = cell.place === text.place || (own !== undefined && own === (text.before ?? ""));
        if (touched && own !== undefined && own !== (text.after ?? "")) this.#offer(other, text, own);
        this.written.delete(text.place);
        const [, step = "", column = ""] = text.place.split("/");
        flash(grid.cell(step, column));
      }
    }
    const [last] = store.others.slice(-1);
    if (last) notices.whisper(t("other-changed", { name: last.name, what: last.summary }));
  }

  /**
   * @param {OtherChange} other
   * @param {TextChange} text
   * @param {string} own
   */
  #offer(other, text, own) {
    const { notices, sync, cell } = this.desk;
    const writing = cell.place === text.place;
    notices.conflict({
      title: t("conflict", { name: other.name, at: other.at, where: this.desk.where(text.place) }),
      theirs: text.after ?? "", own,
      takeTheirs: () => {
        if (!writing || cell.place !== text.place || !cell.open) return;
        cell.open.input.value = text.after ?? "";
        cell.open.stored = text.after ?? "";
        cell.commit();
      },
      takeOwn: () => {
        if (cell.place === text.place) cell.commit();
        else sync.change([{ op: "set_text", place: text.place, value: own }]);
        this.remember(text.place, own);
      },
    });
    if (writing && cell.open) cell.open.stored = text.after ?? "";
  }
}

/**
 * Somebody else changed this cell: it glows for a moment.
 * @param {HTMLElement | null} cell
 */
function flash(cell) {
  if (!cell) return;
  cell.classList.remove("changed");
  void cell.offsetWidth;
  cell.classList.add("changed");
  setTimeout(() => cell.classList.remove("changed"), 2500);
}
