// @ts-check
/** The four parts of the page: Identitas, Langkah, Pratinjau, Riwayat. The address remembers which is open. */

import { need } from "./element.js";

const NAMES = ["identitas", "langkah", "pratinjau", "riwayat"];

export class Tabs {
  /** @param {(name: string) => void} onShow */
  constructor(onShow) {
    this.onShow = onShow;
    this.current = "langkah";
    for (const link of this.#links()) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        history.replaceState(null, "", link.hash);
        this.show(link.dataset.tab ?? "langkah");
      });
    }
    addEventListener("hashchange", () => this.show(location.hash.slice(1)));
  }

  /** Open the part that the address names. */
  start() {
    this.show(location.hash.slice(1));
  }

  /** @param {string} name */
  show(name) {
    this.current = NAMES.includes(name) ? name : "langkah";
    for (const one of NAMES) need(`tab-${one}`).hidden = one !== this.current;
    for (const link of this.#links()) {
      if (link.dataset.tab === this.current) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    need("editor").dataset.tab = this.current;
    this.onShow(this.current);
  }

  #links() {
    return /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[data-tab]"));
  }
}
