// @ts-check
/** The one side panel: findings, notes, history. In a narrow window it folds to a button with the count. */

import { need, part } from "./element.js";
import { History } from "./history.js";
import { Notes } from "./notes.js";

const NOTES_EVERY = 10000; // ms

/** @typedef {"findings" | "notes" | "history"} Page_ */

export class Panel {
  /** @param {EditorDesk} desk */
  constructor(desk) {
    this.desk = desk;
    this.box = need("panel");
    this.notes = new Notes(desk);
    this.history = new History(desk, need("panel-history"));
    /** @type {Page_} */
    this.page = "findings";
    for (const tab of this.box.querySelectorAll("[data-page]")) {
      tab.addEventListener("click", () => this.show(/** @type {Page_} */ (/** @type {HTMLElement} */ (tab).dataset.page)));
    }
    for (const opener of document.querySelectorAll("[data-opens-panel]")) {
      opener.addEventListener("click", () => this.unfold(!this.box.classList.contains("open")));
    }
    for (const opener of document.querySelectorAll("[data-opens-notes]")) {
      opener.addEventListener("click", (event) => {
        event.preventDefault();
        this.show("notes");
      });
    }
    /** How far the history was told when it was last fetched. */
    this.toldUntil = 0;
    desk.store.on("history", () => this.#follow());
    setInterval(() => this.#follow(true), NOTES_EVERY);
    part(this.box, "[data-part=close]").addEventListener("click", () => this.unfold(false));
    this.box.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.box.classList.contains("open")) this.unfold(false);
    });
  }

  /**
   * @param {Page_} page
   * @param {boolean} [unfold] also where the panel is folded away
   */
  show(page, unfold = true) {
    this.page = page;
    for (const tab of this.box.querySelectorAll("[data-page]")) {
      tab.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (tab).dataset.page === page));
    }
    for (const [name, id] of [["findings", "panel-findings"], ["notes", "notes"], ["history", "panel-history"]]) {
      need(id ?? "").hidden = name !== page;
    }
    if (page === "notes") this.notes.load();
    if (page === "history") this.history.load();
    if (unfold && this.folds) this.unfold(true);
  }

  /**
   * Fetch anew what others may have added to the page that is open.
   * @param {boolean} [notes] it is time to look for notes
   */
  #follow(notes = false) {
    if (document.visibilityState === "hidden" || this.box.offsetParent === null) return;
    if (this.page === "notes" && notes) this.notes.load();
    if (this.page !== "history" || this.toldUntil === this.desk.store.seq) return;
    this.toldUntil = this.desk.store.seq;
    this.history.load();
  }

  /** True in a window so narrow that the panel lies over the form. */
  get folds() {
    return matchMedia("(max-width: 64em)").matches;
  }

  /** @param {boolean} open */
  unfold(open) {
    this.box.classList.toggle("open", open);
    for (const opener of document.querySelectorAll("[data-opens-panel]")) opener.setAttribute("aria-expanded", String(open));
    if (open) part(this.box, "[data-page][aria-pressed=true]").focus();
    else /** @type {HTMLElement | null} */ (document.querySelector("[data-opens-panel]"))?.focus();
  }
}
