// @ts-check
/** The list of steps to which an arrow can lead: nearest earlier ones first, then the end, then the later ones. */

import { el, icon } from "./element.js";
import { t } from "./texts.js";

const NEAR = 3;

/** @typedef {{node: string | null, number: string, words: string}} Target node null ends the flow */

export class Targets {
  /**
   * @param {HTMLElement} list
   * @param {DraftStore} store
   * @param {(target: Target) => void} onPick
   */
  constructor(list, store, onPick) {
    this.list = list;
    this.store = store;
    this.onPick = onPick;
    /** @type {Target[]} */
    this.shown = [];
    this.at = -1;
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target instanceof Element ? event.target.closest("[data-at]") : null;
      const target = option ? this.shown[Number(/** @type {HTMLElement} */ (option).dataset.at)] : undefined;
      if (target) this.onPick(target);
    });
  }

  /**
   * @param {string} from the step of the symbol that is left
   * @param {string} query digits or words
   * @param {string | null | undefined} chosen node id; null for the end
   */
  show(from, query, chosen) {
    const words = query.trim().toLowerCase();
    this.shown = this.#all(from).filter((target) => !words || target.number.startsWith(words)
      || (!/^\d+$/.test(words) && target.words.toLowerCase().includes(words)));
    this.at = this.shown.findIndex((target) => (words ? target.number === words : target.node === chosen && chosen !== undefined));
    this.list.replaceChildren(...this.shown.map((target, at) => this.#option(target, at)));
    this.#mark();
  }

  /** @returns {Target | null} the one that is marked */
  get marked() {
    return this.shown[this.at] ?? null;
  }

  /**
   * @param {1 | -1} by
   * @returns {string} id of the marked option
   */
  go(by) {
    this.at = Math.max(0, Math.min(this.shown.length - 1, this.at + by));
    this.#mark();
    this.list.children[this.at]?.scrollIntoView({ block: "nearest" });
    return `target-${this.at}`;
  }

  /**
   * The target that a typed number or word means.
   * @param {string} from
   * @param {string} typed
   * @returns {Target | null}
   */
  find(from, typed) {
    const words = typed.trim().toLowerCase();
    return this.#all(from).find((target) => target.number.toLowerCase() === words) ?? null;
  }

  /**
   * @param {string} from
   * @returns {Target[]}
   */
  #all(from) {
    const { steps } = this.store.document;
    const here = steps.findIndex((step) => step.id === from);
    const own = (/** @type {number} */ at) => this.#target(steps[at], at);
    const earlier = Array.from({ length: here }, (_, at) => own(here - 1 - at));
    const later = Array.from({ length: steps.length - here - 1 }, (_, at) => own(here + 1 + at));
    const end = { node: null, number: t("end-word"), words: t("end-here") };
    const all = [...earlier.slice(0, NEAR), end, ...later.slice(0, NEAR), ...earlier.slice(NEAR), ...later.slice(NEAR)];
    return /** @type {Target[]} */ (all.filter((target) => target !== null));
  }

  /**
   * @param {Step | undefined} step
   * @param {number} at
   * @returns {Target | null}
   */
  #target(step, at) {
    const node = step ? this.store.outline.receiver(step.id) : null;
    return node && step ? { node: node.id, number: String(at + 1), words: step.activity || t("no-activity") } : null;
  }

  /**
   * @param {Target} target
   * @param {number} at
   */
  #option(target, at) {
    const sign = el("span", { class: "n" }, target.node === null ? icon("flag", "icon-s") : target.number);
    return el("div", { role: "option", id: `target-${at}`, "data-at": at, class: "option" }, sign, el("span", {}, target.words));
  }

  #mark() {
    [...this.list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === this.at)));
  }
}
