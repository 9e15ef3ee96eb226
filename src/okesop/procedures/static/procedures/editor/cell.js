// @ts-check
/** Writing in one text cell: a text area over the cell, whose row grows while one types. */

import { el } from "./element.js";
import { t } from "./texts.js";

const PAUSE = 2000; // ms of quiet after which what was typed is stored

export class CellEditor {
  /** @param {EditorDesk} desk */
  constructor(desk) {
    this.desk = desk;
    /** @type {{step: string, column: TextColumn, was: string, stored: string, input: HTMLTextAreaElement} | null} */
    this.open = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.pause = undefined;
  }

  /** @returns {string | null} the place that is being written */
  get place() {
    return this.open && `steps/${this.open.step}/${this.open.column}`;
  }

  /**
   * Open a text cell.
   * @param {Spot} spot
   * @param {{replace?: boolean, caret?: number | null}} [how] replace begins with an empty text
   */
  edit(spot, { replace = false, caret = null } = {}) {
    if (spot.column.startsWith("@")) return;
    this.commit();
    const column = /** @type {TextColumn} */ (spot.column);
    const cell = this.desk.grid.cell(spot.step, column);
    const text = this.desk.grid.rows.get(spot.step)?.text(column);
    if (!cell || !text) return;
    const was = this.desk.store.text(`steps/${spot.step}/${column}`);
    const input = el("textarea", {
      class: "cell-input", rows: 1, dir: "auto", spellcheck: "false", autocomplete: "off",
      "aria-label": t("cell-name", { column: t(`column-${column}`), number: this.desk.store.outline.number(spot.step) }),
    });
    input.value = replace ? "" : was;
    this.open = { step: spot.step, column, was, stored: was, input };
    cell.append(input);
    this.#placeText(text);
    input.focus({ preventScroll: true });
    const at = caret ?? input.value.length;
    input.setSelectionRange(at, at);
    input.addEventListener("input", () => this.#typed());
    input.addEventListener("blur", () => this.#left());
    if (replace) this.#typed();
  }

  /** Store what was typed so far; the cell stays open. */
  store() {
    this.#store();
  }

  /** Keep what was typed and close. */
  commit() {
    const { open } = this;
    if (!open) return;
    this.#store();
    this.#close();
  }

  /** Discard the change of this cell, also what a pause has stored already. */
  cancel() {
    const { open } = this;
    if (!open) return;
    const back = open.stored !== open.was;
    open.input.value = open.was;
    if (back) this.#store();
    this.#close();
    this.desk.grid.rows.get(open.step)?.text(open.column)?.replaceChildren(open.was);
    this.desk.settle();
  }

  /** The table was rendered: what is being typed stays on it; a row that has gone gives its text back. */
  rendered() {
    const { open } = this;
    if (!open) return;
    const text = this.desk.grid.rows.get(open.step)?.text(open.column);
    if (!text) {
      this.open = null;
      this.desk.outbox.keepTyping(null);
      clearTimeout(this.pause);
      this.desk.notices.lost(t("row-gone"), open.input.value);
      // The keys that follow belong to the text that was lost, never to the cell of the next row.
      /** @type {HTMLElement | null} */ (this.desk.notices.stack.querySelector(":scope > :last-child textarea"))?.focus();
      return;
    }
    if (text.textContent !== open.input.value) text.textContent = open.input.value;
    this.#placeText(text);
  }

  #typed() {
    const { open } = this;
    if (!open) return;
    const text = this.desk.grid.rows.get(open.step)?.text(open.column);
    if (text) {
      text.textContent = open.input.value.endsWith("\n") ? `${open.input.value}\u200b` : open.input.value;
      this.#placeText(text);
    }
    this.desk.flow.align();
    this.desk.outbox.keepTyping({ place: this.place ?? "", value: open.input.value, was: open.stored });
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.#store(), PAUSE);
  }

  /**
   * The text stands in the middle of its cell; the caret must not jump when one begins to type.
   * @param {HTMLElement} text
   */
  #placeText(text) {
    if (this.open) this.open.input.style.paddingTop = `${Math.max(2, text.offsetTop - 2)}px`;
  }

  #store() {
    clearTimeout(this.pause);
    const { open, place } = this;
    if (!open || !place || open.input.value === open.stored) return;
    open.stored = open.input.value;
    this.desk.mine.remember(place, open.stored);
    this.desk.sync.change([{ op: "set_text", place, value: open.stored }]);
  }

  #close() {
    clearTimeout(this.pause);
    const { open } = this;
    this.open = null;
    this.desk.outbox.keepTyping(null);
    open?.input.remove();
    this.desk.afterTyping();
  }

  /** The window or another part of the page took the focus. */
  #left() {
    setTimeout(() => {
      if (this.open && document.activeElement !== this.open.input && document.hasFocus()) this.commit();
    }, 0);
  }
}
