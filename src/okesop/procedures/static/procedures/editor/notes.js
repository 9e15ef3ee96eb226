// @ts-check
/** Notes of the people who work on the draft, each at its place. */

import { button, el, need, part, stamp } from "./element.js";
import { t } from "./texts.js";

export class Notes {
  /** @param {EditorDesk} desk */
  constructor(desk) {
    this.desk = desk;
    this.box = need("notes");
    this.list = part(this.box, "[data-part=list]");
    this.area = /** @type {HTMLTextAreaElement} */ (part(this.box, "textarea"));
    this.where = part(this.box, "[data-part=where]");
    /** @type {Map<Note["id"], string>} answers that are being written, lest fresh notes wipe them away */
    this.answers = new Map();
    const form = /** @type {HTMLFormElement} */ (part(this.box, "form"));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
  }

  /** @returns {string | null} the place that a new note is about */
  get place() {
    const { active } = this.desk.selection;
    if (!active || this.desk.tabs.current !== "langkah") return null;
    return active.column.startsWith("@") ? `steps/${active.step}` : `steps/${active.step}/${active.column}`;
  }

  /** The selection moved: say what a new note would be about. */
  renderPlace() {
    const { place } = this;
    this.where.textContent = place ? t("note-about", { where: this.desk.where(place) }) : t("note-about-all");
  }

  /** Fetch and show the notes. */
  async load() {
    this.renderPlace();
    /** @type {Reply<{comments: Note[]}>} */
    const reply = await this.desk.wire.get(this.desk.store.urls.comments ?? "");
    if (reply.status === "ok") this.#show(reply.data.comments);
  }

  /** @param {number} open how many notes nobody has settled */
  count(open) {
    const badge = part(document, "#notes-count");
    badge.textContent = String(open);
    badge.hidden = open === 0;
  }

  async #send() {
    const text = this.area.value.trim();
    if (!text) {
      this.area.focus();
      return;
    }
    await this.#post(this.desk.store.urls.comments ?? "", { place: this.place, text }, () => { this.area.value = ""; });
  }

  /**
   * @param {string} url
   * @param {unknown} body
   * @param {() => void} [then]
   */
  async #post(url, body, then = () => {}) {
    /** @type {Reply<{comments: Note[]}>} */
    const reply = await this.desk.wire.post(url, body);
    if (reply.status === "ok") {
      then();
      this.#show(reply.data.comments);
    } else this.desk.notices.toast("message" in reply && reply.message ? reply.message : t("structure-waits"));
  }

  /** @param {Note[]} notes */
  #show(notes) {
    const open = notes.filter((note) => !note.done);
    this.count(open.length);
    const done = notes.filter((note) => note.done);
    const parts = /** @type {Node[]} */ ([...open, ...done].map((note) => this.#item(note)));
    if (parts.length === 0) parts.push(el("p", { class: "muted" }, t("no-notes")));
    const writing = this.list.contains(document.activeElement);
    this.list.replaceChildren(...parts);
    if (writing) this.list.querySelector("textarea")?.focus();
  }

  /** @param {Note} note */
  #item(note) {
    const by = note.role ? `${note.name}, ${note.role}` : note.name;
    const head = el("p", { class: "note-head" }, el("b", {}, by), " ", el("span", { class: "muted" }, note.at));
    const box = el("article", { class: note.done ? "note done" : "note" }, head);
    const { place } = note;
    if (place) box.append(button(note.where || this.desk.where(place), "btn-quiet btn-s note-place", () => this.desk.goTo(place)));
    box.append(el("p", { class: "note-text" }, note.text));
    if (note.answer) box.append(el("p", { class: "note-text note-answer" }, el("b", {}, note.answered_by), " ", note.answer));
    const url = `${this.desk.store.urls.comments}${note.id}/done/`;
    const acts = el("div", { class: "row" },
      button(t(note.done ? "note-reopen" : "note-done"), "btn-s", () => this.#post(url, { done: !note.done })));
    if (!note.done) acts.append(button(t(note.answer ? "note-answer-anew" : "note-answer"), "btn-quiet btn-s", () => this.#answer(note, acts).focus()));
    box.append(acts);
    if (this.answers.has(note.id)) this.#answer(note, acts);
    return box;
  }

  /**
   * Ask for the answer in place.
   * @param {Note} note
   * @param {HTMLElement} acts what the form stands for meanwhile
   * @returns {HTMLTextAreaElement}
   */
  #answer(note, acts) {
    const form = /** @type {HTMLFormElement} */ (stamp("answer-form"));
    const area = /** @type {HTMLTextAreaElement} */ (part(form, "textarea"));
    area.value = this.answers.get(note.id) ?? note.answer;
    this.answers.set(note.id, area.value);
    area.addEventListener("input", () => this.answers.set(note.id, area.value));
    acts.replaceWith(form);
    part(form, "[data-part=cancel]").addEventListener("click", () => {
      this.answers.delete(note.id);
      form.replaceWith(acts);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = area.value.trim();
      const answer = { answers: note.id, place: null, text };
      if (text) this.#post(this.desk.store.urls.comments ?? "", answer, () => this.answers.delete(note.id));
      else area.focus();
    });
    return area;
  }
}
