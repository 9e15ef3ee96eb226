// @ts-check
/** What the page tells: how saving stands, toasts, texts that were set aside, changes of others. */

import { button, el, icon, need, part, stamp } from "./element.js";
import { t } from "./texts.js";

const STAY = 6000; // ms that a toast stays

/** @typedef {{title: string, theirs: string, own: string, takeTheirs: () => void, takeOwn: () => void}} Conflict */

export class Notices {
  /** @param {EditorDesk} desk */
  constructor(desk) {
    this.desk = desk;
    this.saved = need("saved");
    this.banner = need("banner");
    this.stack = need("notices");
    this.live = need("live");
    desk.sync.onStanding = () => this.standing();
    desk.sync.onRefused = (message, change) => this.refused(message, change);
    desk.sync.onNotices = (notices) => notices.forEach((notice) => this.toast(notice));
  }

  /** Show how saving stands, in the bar and, when something is wrong, in a line above the form. */
  standing() {
    const { standing, savedAt, message } = this.desk.sync;
    const key = standing === "saved" && !savedAt ? "saved-all" : `standing-${standing}`;
    const words = t(key, { at: savedAt });
    if (this.saved.dataset.shown !== words) {
      this.saved.dataset.shown = words;
      const bad = standing !== "saved" && standing !== "saving";
      this.saved.classList.toggle("due", bad);
      this.saved.replaceChildren(icon(bad ? "cloud-off" : "cloud-check"), words);
    }
    this.#line(standing, message);
    document.body.dataset.standing = standing;
  }

  /**
   * @param {Standing} standing
   * @param {string} message from the server
   */
  #line(standing, message) {
    const calm = standing === "saved" || standing === "saving";
    const shown = calm ? "" : `${standing} ${message}`;
    if (this.banner.dataset.shown === shown) return;
    this.banner.dataset.shown = shown;
    this.banner.hidden = calm;
    if (calm) return;
    const body = el("div", {}, el("b", {}, t(`banner-${standing}`)), " ", message || t(`banner-${standing}-more`));
    if (standing === "signed-out") {
      const href = this.desk.store.urls.sign_in ?? "";
      const link = el("a", { class: "btn btn-s", href, target: "_blank", rel: "opener" }, t("sign-in-again"));
      body.append(" ", link);
    }
    if (standing === "failing" || standing === "signed-out") {
      body.append(" ", button(t("try-again"), "btn-s", () => this.desk.sync.pump()));
    }
    this.banner.replaceChildren(icon(standing === "offline" ? "wifi-off" : "alert-triangle"), body);
  }

  /**
   * @param {string} message
   * @param {{label: string, act: () => void}} [action]
   */
  toast(message, action) {
    const made = el("div", { class: "toast", role: "status" }, icon("circle-check"), el("span", {}, message));
    if (action) {
      const act = el("button", { type: "button" }, action.label);
      act.addEventListener("click", () => {
        made.remove();
        action.act();
      });
      made.append(act);
    }
    let timer = setTimeout(() => made.remove(), STAY);
    made.addEventListener("mouseenter", () => clearTimeout(timer));
    made.addEventListener("mouseleave", () => { timer = setTimeout(() => made.remove(), STAY); });
    const toasts = this.stack.querySelectorAll(".toast");
    if (toasts.length > 2) toasts[0]?.remove();
    this.stack.append(made);
  }

  /**
   * Said to screen readers only.
   * @param {string} message
   */
  whisper(message) {
    this.live.textContent = message;
  }

  /**
   * The server did not take a change: say why, and keep its texts at hand.
   * @param {string} message
   * @param {Waiting | null} change
   */
  refused(message, change) {
    const texts = (change?.operations ?? []).filter((one) => one.op === "set_text").map((one) => String(one.value ?? ""));
    if (texts.some((text) => text.trim())) this.lost(message, texts.join("\n"));
    else this.toast(message || t("refused"));
  }

  /**
   * A text that found no place: it stays here until the author has taken it.
   * @param {string} title
   * @param {string} text
   */
  lost(title, text) {
    const card = stamp("notice-lost");
    part(card, "[data-part=title]").textContent = title || t("refused");
    const area = /** @type {HTMLTextAreaElement} */ (part(card, "textarea"));
    area.value = text;
    part(card, "[data-part=copy]").addEventListener("click", () => {
      area.select();
      document.execCommand("copy");
      this.toast(t("copied"));
    });
    part(card, "[data-part=close]").addEventListener("click", () => card.remove());
    this.stack.append(card);
  }

  /** @param {Conflict} conflict */
  conflict({ title, theirs, own, takeTheirs, takeOwn }) {
    const card = stamp("notice-conflict");
    card.setAttribute("aria-label", title);
    part(card, "[data-part=title]").textContent = title;
    part(card, "[data-part=theirs]").textContent = theirs || t("empty-text");
    part(card, "[data-part=own]").textContent = own || t("empty-text");
    const wire = (/** @type {string} */ name, /** @type {() => void} */ act) => {
      part(card, `[data-part=${name}]`).addEventListener("click", () => {
        card.remove();
        act();
      });
    };
    wire("take-theirs", takeTheirs);
    wire("take-own", takeOwn);
    this.stack.append(card);
  }
}
