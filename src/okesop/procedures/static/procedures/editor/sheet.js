// @ts-check
/**
 * The measures of the form: widths that the browser chooses, heights that the texts need, both for the server.
 *
 * No 40, each performer at least 86 or its longest word up to 160, Waktu 82; the text columns share the rest.
 * A row's natural height is that of its tallest text; the drawing may make it taller.
 */

import { columnsAfter, rowsAfter } from "./ahead.js";
import { shareOut } from "./columns.js";
import { TEXT_COLUMNS } from "./outline.js";

const NUMBER = 40;
const PERFORMER = 86;
const WIDEST_WORD = 160; // a longer word is broken in the heading
const BESIDE_WORD = 5; // border and padding of a heading
const BESIDE_TEXT = 18; // of a cell
const TIME = 82;
const LONE = 180;
const LEAST_ROW = 44;

export class SheetSize {
  /**
   * @param {FormGrid} grid
   * @param {DraftStore} store
   */
  constructor(grid, store) {
    this.grid = grid;
    this.store = store;
    /** What the drawing on the page was made for. */
    this.drawnFor = "";
    this.askedFor = "";
    this.pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
    /** @type {Map<string, number>} */
    this.words = new Map();
    /** Width of the frame; kept, because asking for it makes the browser lay out the page at once. */
    this.width = grid.frame.clientWidth;
    /** Padding and border of a text cell, above and below. */
    this.inner = 0;
  }

  /** Set the widths of all columns. */
  fit() {
    const { performers } = this.store.document;
    const drawn = this.#drawnWidths();
    const widths = performers.map((one) => drawn.get(one.id) ?? this.#natural(one));
    if (widths.length === 0) widths.push(LONE);
    const text = shareOut(this.width - NUMBER - TIME - widths.reduce((sum, one) => sum + one, 0), {
      activity: this.#longest("activity"), requirements: this.#longest("requirements"),
      output: this.#longest("output"), note: this.#longest("note"),
    });
    const all = [NUMBER, text.activity, ...widths, text.requirements, TIME, text.output, text.note];
    const columns = this.grid.heading.group.children;
    all.forEach((width, at) => {
      const column = /** @type {HTMLElement | undefined} */ (columns[at]);
      if (column && column.style.width !== `${width}px`) column.style.width = `${width}px`;
    });
    this.grid.table.style.width = `${all.reduce((sum, one) => sum + one, 0)}px`;
    this.grid.frame.style.scrollPaddingLeft = `${NUMBER + text.activity}px`;
  }

  /** The window or the font has changed: measure anew what is kept between edits. */
  forget() {
    this.inner = 0;
    this.width = this.grid.frame.clientWidth;
    this.words.clear();
  }

  /** @returns {Map<string, number>} widths that the drawing needs, by performer */
  #drawnWidths() {
    const { drawing, base } = this.store;
    const widths = (drawing?.columns ?? []).map(([left, right]) => right - left);
    if (widths.length !== base.performers.length) return new Map();
    return new Map(base.performers.map((one, at) => [one.id, Math.max(widths[at] ?? 0, this.#natural(one))]));
  }

  /**
   * @param {Performer} performer
   * @returns {number} px
   */
  #natural(performer) {
    const longest = this.#word(performer.title, this.grid.heading.head.querySelector(".who-col"), 600);
    return Math.max(PERFORMER, Math.min(longest, WIDEST_WORD) + BESIDE_WORD);
  }

  /**
   * @param {TextColumn} name
   * @returns {number} px that the longest word of the column needs
   */
  #longest(name) {
    const cell = this.grid.body.querySelector(`td[data-column="${name}"]`);
    const weight = name === "activity" ? 500 : 400;
    const words = this.store.document.steps.map((step) => this.#word(step[name] ?? "", cell, weight));
    return Math.max(0, ...words) + BESIDE_TEXT;
  }

  /**
   * @param {string} text
   * @param {Element | null} place whose type it has
   * @param {number} weight
   * @returns {number} whole px of its longest word
   */
  #word(text, place, weight) {
    const key = `${weight} ${text}`;
    const known = this.words.get(key);
    if (known !== undefined) return known;
    const style = getComputedStyle(place ?? this.grid.table);
    this.pen.font = `${weight} ${style.fontSize} ${style.fontFamily}`;
    const longest = Math.ceil(Math.max(0, ...text.split(/\s+/).map((word) => this.pen.measureText(word).width)));
    this.words.set(key, longest);
    return longest;
  }

  /**
   * The natural height of each row, by step; one layout pass for all.
   * @returns {Map<string, number>}
   */
  heights() {
    const heights = new Map();
    for (const [step, row] of this.grid.rows) {
      let tallest = 0;
      for (const name of TEXT_COLUMNS) tallest = Math.max(tallest, row.text(name)?.offsetHeight ?? 0);
      heights.set(step, Math.max(LEAST_ROW, tallest + this.#padding()));
    }
    return heights;
  }

  #padding() {
    const cell = this.grid.body.querySelector("td.act");
    if (cell && this.inner === 0) {
      const style = getComputedStyle(cell);
      this.inner = Math.ceil(parseFloat(style.paddingTop) + parseFloat(style.paddingBottom)) + 1;
    }
    return this.inner;
  }

  /**
   * The sheet as it will be after these operations; null when the drawing that stands will do.
   * @param {Operation[]} operations
   * @returns {Sheet | null}
   */
  after(operations) {
    const { base } = this.store;
    const natural = this.heights();
    const heights = rowsAfter(base, operations).map((step) => natural.get(step) ?? LEAST_ROW);
    let right = 0;
    const columns = columnsAfter(base, operations).map((one) => {
      const left = right;
      right += this.#natural(one);
      return /** @type {[number, number]} */ ([left, right]);
    });
    const sheet = { columns, heights };
    const asked = JSON.stringify(sheet);
    const onlyTexts = operations.length > 0 && operations.every(isMereText);
    if (onlyTexts && asked === this.drawnFor) return null;
    this.askedFor = asked;
    return columns.length > 0 ? sheet : null;
  }

  /** The drawing that was asked for has arrived. */
  drawn() {
    this.drawnFor = this.askedFor;
  }

  /** True when texts have outgrown what the drawing was made for. */
  get outgrown() {
    if (this.store.base.performers.length === 0 || this.store.base.steps.length === 0) return false;
    const before = this.askedFor;
    const sheet = this.after([]);
    const now = this.askedFor;
    this.askedFor = before;
    return sheet !== null && now !== this.drawnFor;
  }

  /**
   * Make the rows as tall as the drawing has them.
   * @param {string[]} steps
   * @param {number[]} heights px
   */
  apply(steps, heights) {
    steps.forEach((step, at) => {
      const row = this.grid.rows.get(step);
      if (row) row.head.style.height = `${heights[at]}px`;
    });
  }

  /**
   * Where each row now begins, from the top of the first.
   * @returns {Map<string, number>}
   */
  tops() {
    const first = this.grid.body.firstElementChild?.getBoundingClientRect().top ?? 0;
    const tops = new Map();
    for (const step of this.grid.steps) {
      const row = this.grid.rows.get(step);
      if (row) tops.set(step, row.element.getBoundingClientRect().top - first);
    }
    return tops;
  }
}

/** @param {Operation} operation */
function isMereText(operation) {
  if (["insert_item", "set_item", "remove_item", "move_item"].includes(operation.op)) return true;
  return operation.op === "set_text" && /^(steps|identity)\//.test(String(operation.place));
}
