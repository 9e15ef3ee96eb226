// @ts-check
/** The very pages of the PDF, as pictures, on the paper that one chooses. */

import { el, need, part } from "./element.js";
import { t } from "./texts.js";

const KEY = "okesop.paper";

export class Preview {
  /** @param {EditorDesk} desk */
  constructor(desk) {
    this.desk = desk;
    this.box = need("preview");
    this.pages = part(this.box, "[data-part=pages]");
    this.paper = /** @type {HTMLSelectElement} */ (need("paper"));
    this.paper.value = localStorage.getItem(KEY) ?? "A4";
    if (!this.paper.value) this.paper.value = "A4";
    /** What the pages on the screen were made of. */
    this.shownFor = "";
    this.paper.addEventListener("change", () => {
      localStorage.setItem(KEY, this.paper.value);
      this.load();
    });
    for (const link of document.querySelectorAll("[data-download]")) {
      link.addEventListener("click", (event) => this.#download(event));
    }
  }

  /** Fetch the pages anew when the draft has changed since. */
  async load() {
    await this.desk.sync.settled();
    const wanted = `${this.desk.store.seq} ${this.paper.value}`;
    if (wanted === this.shownFor) return;
    const waiting = setTimeout(() => this.box.setAttribute("aria-busy", "true"), 300);
    /** @type {Reply<{pages: {url: string, width: number, height: number, text?: string}[]}>} */
    const reply = await this.desk.wire.get(`${this.desk.store.urls.preview}?${new URLSearchParams({ paper: this.paper.value })}`);
    clearTimeout(waiting);
    this.box.removeAttribute("aria-busy");
    const problem = part(this.box, "[data-part=problem]");
    problem.hidden = reply.status === "ok";
    if (reply.status !== "ok") {
      problem.textContent = "message" in reply && reply.message ? reply.message : t("preview-failed");
      return;
    }
    this.shownFor = wanted;
    const count = reply.data.pages.length;
    this.pages.replaceChildren(...reply.data.pages.map((page, at) => el("figure", {},
      el("img", {
        src: page.url, width: Math.round(page.width), height: Math.round(page.height), decoding: "async",
        alt: page.text ?? t("page-of", { number: at + 1, count }),
      }),
      el("figcaption", {}, t("page-of", { number: at + 1, count })))));
  }

  /** @param {Event} event */
  async #download(event) {
    event.preventDefault();
    await this.desk.sync.settled();
    const link = el("a", { href: `${this.desk.store.urls.pdf}?${new URLSearchParams({ paper: this.paper.value })}`, download: "" });
    this.box.append(link);
    link.click();
    link.remove();
  }
}
