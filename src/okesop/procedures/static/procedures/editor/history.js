// @ts-check
/** What was done to the draft, by day: in its tab, and beside the form in the panel. */

import { button, el } from "./element.js";
import { t } from "./texts.js";

export class History {
  /**
   * @param {EditorDesk} desk
   * @param {HTMLElement} box
   */
  constructor(desk, box) {
    this.desk = desk;
    this.box = box;
  }

  /** Fetch and show the newest days. */
  async load() {
    const page = await this.#ask(null);
    if (!page) return;
    if (page.days.length === 0) this.box.replaceChildren(el("p", { class: "muted" }, t("no-history")));
    else this.box.replaceChildren(...this.#days(page.days), ...this.#more(page.more));
  }

  /**
   * @param {string | number | null} cursor
   * @returns {Promise<{days: HistoryDay[], more: string | number | null} | null>}
   */
  async #ask(cursor) {
    const query = cursor ? `?${new URLSearchParams({ before: String(cursor) })}` : "";
    /** @type {Reply<{days: HistoryDay[], more: string | number | null}>} */
    const reply = await this.desk.wire.get(`${this.desk.store.urls.history}${query}`);
    return reply.status === "ok" ? reply.data : null;
  }

  /** @param {HistoryDay[]} days */
  #days(days) {
    return days.map((day) => el("section", { class: "history-day" }, el("h3", {}, day.day),
      el("ol", { class: "timeline" }, ...day.entries.map((entry) => el("li", { class: "done" },
        el("b", {}, entry.name), el("span", {}, entry.summary), el("small", {}, entry.at))))));
  }

  /** @param {string | number | null} cursor */
  #more(cursor) {
    if (!cursor) return [];
    const more = button(t("history-more"), "btn-s", async () => {
      const page = await this.#ask(cursor);
      if (page) more.replaceWith(...this.#days(page.days), ...this.#more(page.more));
    });
    return [more];
  }
}
