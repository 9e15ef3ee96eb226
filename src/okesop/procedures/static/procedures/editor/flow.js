// @ts-check
/**
 * The flowchart on the form: one SVG, anchored in the first performer cell, letting all clicks through.
 *
 * It is swapped whole when the server's drawing arrives. Until then the old one stays, and where rows have grown
 * or come in between, everything below slides with them, so that symbols never leave their cells.
 */

import { columnOf } from "./row.js";

/** @typedef {{element: Element, attribute: string, original: string, kind: "y" | "path" | "points"}} Movable */

export class Flow {
  /**
   * @param {FormGrid} grid
   * @param {DraftStore} store
   * @param {FormSheet} sheet
   */
  constructor(grid, store, sheet) {
    this.grid = grid;
    this.store = store;
    this.sheet = sheet;
    /** @type {SVGSVGElement | null} */
    this.svg = null;
    /** @type {Movable[] | null} listed when the drawing has to slide for the first time */
    this.movables = null;
    /** @type {string | null} */
    this.lit = null;
    /** True while the drawing stands otherwise than it was made. */
    this.shifted = false;
  }

  /** Put the newest drawing in place, with the heights and widths that belong to it. */
  show() {
    const { drawing } = this.store;
    if (!drawing) return;
    if (!drawing.svg) {
      // Without performers there is nothing to draw, and parsing nothing would be reported as a fault.
      this.svg?.remove();
      this.svg = null;
      return;
    }
    const parsed = new DOMParser().parseFromString(drawing.svg, "image/svg+xml").documentElement;
    if (parsed.localName !== "svg") return;
    const svg = /** @type {SVGSVGElement} */ (/** @type {unknown} */ (document.importNode(parsed, true)));
    svg.classList.add("live-flow");
    svg.setAttribute("aria-hidden", "true");
    svg.removeAttribute("role");
    this.svg?.remove();
    this.svg = svg;
    this.movables = null;
    this.shifted = false;
    this.sheet.drawn();
    this.sheet.fit();
    this.sheet.apply(drawing.steps, drawing.heights);
    this.#anchor();
    this.align();
    this.light(this.lit);
  }

  /** Keep symbols in their cells after rows grew, came or went. */
  align() {
    const { drawing } = this.store;
    if (!drawing || !this.svg) return;
    this.#anchor();
    const tops = this.sheet.tops();
    let top = 0;
    const bands = drawing.steps.map((step, at) => {
      const band = { from: top, shift: (tops.get(step) ?? top) - top };
      top += drawing.heights[at] ?? 0;
      return band;
    });
    const still = bands.every((band) => Math.abs(band.shift) < 0.5);
    if (still && !this.shifted) return;
    this.shifted = !still;
    const upwards = [...bands].reverse();
    const move = (/** @type {number} */ y) => y + (upwards.find((band) => band.from <= y + 0.01)?.shift ?? 0);
    this.movables ??= movables(this.svg);
    for (const one of this.movables) one.element.setAttribute(one.attribute, moved(one, move));
  }

  /**
   * Thicken the lines of a symbol.
   * @param {string | null} node
   */
  light(node) {
    this.lit = node;
    for (const line of this.svg?.querySelectorAll("[data-from]") ?? []) {
      const own = node !== null && (line.getAttribute("data-from") === node || line.getAttribute("data-to") === node);
      line.classList.toggle("lit", own);
    }
  }

  /**
   * Boxes on the screen that the lines of a symbol cover, for a popover that wants to stand beside them.
   * @param {string} node
   * @returns {DOMRect[]}
   */
  lines(node) {
    const found = this.svg?.querySelectorAll(`[data-from="${node}"]`) ?? [];
    return [...found].map((line) => line.getBoundingClientRect());
  }

  /** The drawing hangs in the first performer cell of the first row, whichever that is now. */
  #anchor() {
    const [step] = this.grid.steps;
    const [performer] = this.store.document.performers;
    const cell = step && performer ? this.grid.cell(step, columnOf(performer.id)) : null;
    if (!cell) this.svg?.remove();
    else if (this.svg && this.svg.parentElement !== cell) cell.prepend(this.svg);
  }
}

/**
 * @param {SVGSVGElement} svg
 * @returns {Movable[]} every attribute that holds a height on the page
 */
function movables(svg) {
  /** @type {Movable[]} */
  const found = [];
  const keep = (/** @type {Element} */ element, /** @type {string} */ attribute, /** @type {Movable["kind"]} */ kind) => {
    const original = element.getAttribute(attribute);
    if (original !== null) found.push({ element, attribute, original, kind });
  };
  for (const element of svg.querySelectorAll("rect, path, text, tspan, line, polyline, polygon, ellipse, circle")) {
    keep(element, "d", "path");
    keep(element, "points", "points");
    for (const attribute of ["y", "y1", "y2", "cy"]) keep(element, attribute, "y");
  }
  return found;
}

/**
 * @param {Movable} one
 * @param {(y: number) => number} move
 * @returns {string} the attribute with its heights moved
 */
function moved(one, move) {
  if (one.kind === "y") return String(move(Number(one.original)));
  if (one.kind === "points") {
    return one.original.replace(/(-?[\d.]+)([ ,]+)(-?[\d.]+)/g, (_, x, gap, y) => `${x}${gap}${move(Number(y))}`);
  }
  return one.original.replace(/([MLmlHhVvZz])([^MLmlHhVvZz]*)/g, (_, letter, numbers) => letter + movedNumbers(letter, numbers, move));
}

/**
 * @param {string} letter an absolute command of a path
 * @param {string} numbers
 * @param {(y: number) => number} move
 * @returns {string}
 */
function movedNumbers(letter, numbers, move) {
  const values = (numbers.match(/-?[\d.]+/g) ?? []).map(Number);
  if (letter === "V") return values.map(move).join(" ");
  if (letter !== "M" && letter !== "L") return numbers;
  return values.map((value, at) => (at % 2 === 1 ? move(value) : value)).join(" ");
}
