// @ts-check
/** The one popover of the page: placed beside its anchor, closed by Esc or a click elsewhere, focus goes back. */

import { need } from "./element.js";

const GAP = 12;
const EDGE = 8;

/** @typedef {{left: number, top: number, side: "right" | "left" | "below" | "above"}} Spot_ */

export class Popover {
  constructor() {
    this.page = need("editor");
    /** @type {HTMLElement | null} */
    this.element = null;
    /** @type {() => DOMRect | null} */
    this.anchor = () => null;
    /** @type {DOMRect[]} */
    this.avoid = [];
    /** True for one that hangs under its anchor, as a menu does, and scrolls in itself rather than cover it. */
    this.hangs = false;
    /** @type {() => void} */
    this.onClose = () => {};
    /** @type {HTMLElement | null} */
    this.before = null;
    document.addEventListener("mousedown", (event) => this.#outside(event), true);
    addEventListener("scroll", () => this.place(), { capture: true, passive: true });
    addEventListener("resize", () => this.place());
  }

  /**
   * @param {HTMLElement} element the .pop to show
   * @param {() => DOMRect | null} anchor
   * @param {{avoid?: DOMRect[], hangs?: boolean, onClose?: () => void}} [more] avoid: what should stay in sight
   */
  open(element, anchor, { avoid = [], hangs = false, onClose = () => {} } = {}) {
    this.close(false);
    this.before = /** @type {HTMLElement | null} */ (document.activeElement);
    this.element = element;
    this.anchor = anchor;
    this.avoid = avoid;
    this.hangs = hangs;
    this.onClose = onClose;
    this.page.append(element);
    this.place();
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      this.close();
    });
    element.addEventListener("focusout", () => setTimeout(() => this.#focusLeft(element), 0));
  }

  /** @param {boolean} [giveBack] the focus to where it was */
  close(giveBack = true) {
    if (!this.element) return;
    const { element, before } = this;
    this.element = null;
    const inside = element.contains(document.activeElement);
    element.remove();
    this.onClose();
    if (giveBack && inside && before?.isConnected) before.focus({ preventScroll: true });
  }

  /** Beside the anchor, where it covers least of what should stay in sight. */
  place() {
    const { element } = this;
    const anchor = element && this.anchor();
    if (!element || !anchor) return;
    if (this.hangs) element.style.maxHeight = `${Math.max(160, innerHeight - anchor.bottom - GAP - EDGE)}px`;
    const { width, height } = element.getBoundingClientRect();
    const spots = this.#spots(anchor, width, height).filter((spot) => !this.hangs || spot.side === "below");
    const costs = spots.map((spot) => this.#cost(spot, width, height));
    const best = spots[costs.indexOf(Math.min(...costs))];
    if (!best) return;
    const left = clamp(best.left, innerWidth - width - EDGE);
    const top = Math.max(clamp(best.top, innerHeight - height - EDGE), this.#underTools(height));
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
    element.dataset.side = best.side;
    const edge = /** @type {HTMLElement | null} */ (element.querySelector(".pop-edge"));
    if (!edge) return;
    const across = best.side === "right" || best.side === "left";
    const at = across ? anchor.top + anchor.height / 2 - top : anchor.left + anchor.width / 2 - left;
    edge.style.setProperty(across ? "top" : "left", `${Math.max(14, Math.min(at, (across ? height : width) - 14)) - 7}px`);
    edge.style.removeProperty(across ? "left" : "top");
  }

  /**
   * The tools stay in reach where there is room below them.
   * @param {number} height
   * @returns {number} px, the least top
   */
  #underTools(height) {
    const under = need("tools").parentElement?.getBoundingClientRect().bottom ?? 0;
    return under + height + 2 * EDGE <= innerHeight ? under + EDGE : 0;
  }

  /**
   * @param {DOMRect} anchor
   * @param {number} width
   * @param {number} height
   * @returns {Spot_[]}
   */
  #spots(anchor, width, height) {
    const middle = anchor.top + anchor.height / 2 - height / 2;
    const centre = anchor.left + anchor.width / 2 - width / 2;
    return [
      { left: anchor.right + GAP, top: middle, side: "right" },
      { left: anchor.left - GAP - width, top: middle, side: "left" },
      { left: centre, top: anchor.bottom + GAP, side: "below" },
      { left: centre, top: anchor.top - GAP - height, side: "above" },
    ];
  }

  /**
   * @param {Spot_} spot
   * @param {number} width
   * @param {number} height
   * @returns {number} px² that would be covered; leaving the window along the anchor costs most
   */
  #cost(spot, width, height) {
    const across = spot.side === "right" || spot.side === "left";
    const over = across ? Math.max(0, spot.left + width + EDGE - innerWidth, EDGE - spot.left)
      : Math.max(0, spot.top + height + EDGE - innerHeight, EDGE - spot.top);
    const left = clamp(spot.left, innerWidth - width - EDGE);
    const top = clamp(spot.top, innerHeight - height - EDGE);
    const covered = this.avoid.reduce((sum, box) => sum
      + Math.max(0, Math.min(box.right + 4, left + width) - Math.max(box.left - 4, left))
      * Math.max(0, Math.min(box.bottom + 4, top + height) - Math.max(box.top - 4, top)), 0);
    return over * 1e6 + covered;
  }

  /** @param {MouseEvent} event */
  #outside(event) {
    const target = /** @type {Element} */ (event.target);
    if (!this.element || this.element.contains(target) || target.closest("[data-keeps-popover], .aiming td.cell")) return;
    this.close(false);
  }

  /** @param {HTMLElement} element */
  #focusLeft(element) {
    if (this.element !== element || !document.hasFocus()) return;
    const now = document.activeElement;
    if (now && now !== document.body && !element.contains(now) && !now.closest("dialog")) this.close(false);
  }
}

/**
 * @param {number} value
 * @param {number} most
 */
const clamp = (value, most) => Math.max(EDGE, Math.min(value, Math.max(EDGE, most)));
