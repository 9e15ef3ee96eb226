// @ts-check
/** "Ajukan" is never dead: with open duties it opens their list, else it goes on to the page that hands the draft in. */

import { t } from "./texts.js";

export class Submission {
  /** @param {EditorDesk} desk */
  constructor(desk) {
    this.desk = desk;
    this.link = /** @type {HTMLAnchorElement | null} */ (document.getElementById("submit"));
    this.link?.addEventListener("click", (event) => this.#go(event));
  }

  /** @param {MouseEvent} event */
  async #go(event) {
    event.preventDefault();
    const { cell, findings, notices, panel, sync } = this.desk;
    cell.commit();
    await sync.settled();
    const { due } = findings;
    if (!this.desk.mayStructure() || !this.link) return;
    if (due === 0) location.assign(this.link.href);
    else {
      panel.show("findings");
      notices.toast(t("submit-due", { count: due }));
    }
  }
}
