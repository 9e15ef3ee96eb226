// @ts-check
/** Questions that stop for an answer, the list of keys, and the short help of a field. */

import { need, part, stamp } from "./element.js";
import { t } from "./texts.js";

export class Dialogs {
  /** @param {EditorDesk} desk */
  constructor(desk) {
    this.desk = desk;
    this.keysDialog = /** @type {HTMLDialogElement} */ (need("keys-dialog"));
    for (const opener of document.querySelectorAll("[data-opens-keys]")) opener.addEventListener("click", () => this.keys());
    part(this.keysDialog, "[data-part=close]").addEventListener("click", () => this.keysDialog.close());
  }

  /** Ctrl+/: all keys of the editor. */
  keys() {
    if (!this.keysDialog.open) this.keysDialog.showModal();
  }

  /**
   * @param {string} question
   * @param {string} yes what happens then
   * @returns {Promise<boolean>}
   */
  confirm(question, yes) {
    const dialog = /** @type {HTMLDialogElement} */ (stamp("confirm-dialog"));
    part(dialog, "[data-part=question]").textContent = question;
    const agree = part(dialog, "[data-part=yes]");
    agree.textContent = yes;
    need("editor").append(dialog);
    dialog.showModal();
    return new Promise((resolve) => {
      agree.addEventListener("click", () => dialog.close("yes"));
      part(dialog, "[data-part=no]").addEventListener("click", () => dialog.close());
      dialog.addEventListener("close", () => {
        dialog.remove();
        resolve(dialog.returnValue === "yes");
      });
    });
  }

  /**
   * The "?" of a field: what it is, a good example, where it is written.
   * @param {string} key of the help texts
   * @param {HTMLElement} anchor
   */
  help(key, anchor) {
    const help = this.desk.store.help[key];
    if (!help) return;
    const pop = stamp("pop-help");
    part(pop, "[data-part=what]").textContent = help.what;
    const example = part(pop, "[data-part=example]");
    example.hidden = !help.example;
    part(example, "span").textContent = help.example ?? "";
    const source = part(pop, "[data-part=source]");
    source.hidden = !help.source;
    source.textContent = help.source ? t("source", { source: help.source }) : "";
    this.desk.popover.open(pop, () => anchor.getBoundingClientRect());
    part(pop, "[data-part=close]").addEventListener("click", () => this.desk.popover.close());
    part(pop, "[data-part=close]").focus();
  }
}
