// @ts-check
/** One ordered list of the identity page: entries are written, added, moved and removed in their place. */

import { el, iconButton, part } from "./element.js";
import { items, Picker } from "./picker.js";
import { writeOut } from "./regulation.js";
import { t } from "./texts.js";

const PAUSE = 2000; // ms

export class ItemList {
  /**
   * @param {EditorDesk} desk
   * @param {ListName} name
   * @param {HTMLElement} box
   */
  constructor(desk, name, box) {
    this.desk = desk;
    this.name = name;
    this.box = box;
    this.list = part(box, "ol");
    this.input = /** @type {HTMLTextAreaElement} */ (part(box, "[data-part=new]"));
    this.shown = "";
    this.#wireNew();
  }

  /** @returns {string[]} */
  get entries() {
    return this.desk.store.document[this.name];
  }

  /** Show the entries as they stand; the one that is being written keeps what is typed. */
  render() {
    const shown = JSON.stringify(this.entries);
    if (shown === this.shown) return;
    this.shown = shown;
    const fields = this.#fields();
    const writing = fields.indexOf(/** @type {HTMLTextAreaElement} */ (document.activeElement));
    if (writing >= 0 && fields.length === this.entries.length) {
      fields.forEach((field, at) => { if (at !== writing) this.#set(field, this.entries[at] ?? ""); });
      return;
    }
    this.list.replaceChildren(...this.entries.map((entry, at) => this.#item(entry, at)));
    this.grow();
    if (writing >= 0) this.#fields()[Math.min(writing, this.entries.length - 1)]?.focus();
  }

  /** Fit the fields to their texts. */
  grow() {
    for (const field of [...this.#fields(), this.input]) grow(field);
  }

  /** @param {string} at place of an entry */
  itemBox(at) {
    return /** @type {HTMLElement | null} */ (this.list.children[Number(at)] ?? null) ?? this.box.closest(".ident-field");
  }

  /** @param {string} at */
  focus(at) {
    (at === "" ? this.input : this.#fields()[Number(at)] ?? this.input).focus();
  }

  /** @returns {HTMLTextAreaElement[]} */
  #fields() {
    return [...this.list.querySelectorAll("textarea")];
  }

  /**
   * @param {HTMLTextAreaElement} field
   * @param {string} value
   */
  #set(field, value) {
    if (field.value !== value) field.value = value;
    field.dataset.was = value;
    grow(field);
  }

  /**
   * @param {string} entry
   * @param {number} at
   */
  #item(entry, at) {
    const number = at + 1;
    const name = t("list-entry", { list: t(`list-${this.name}`), number });
    const field = el("textarea", { class: "ident-input", rows: 1, "aria-label": name });
    field.value = entry;
    field.dataset.was = entry;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let pause;
    field.addEventListener("input", () => {
      grow(field);
      clearTimeout(pause);
      pause = setTimeout(() => this.#store(field, at), PAUSE);
    });
    field.addEventListener("blur", () => {
      clearTimeout(pause);
      if (field.value.trim()) this.#store(field, at);
      else this.#remove(at, field.dataset.was ?? "");
    });
    field.addEventListener("keydown", (event) => this.#key(event, field, at));
    const last = this.entries.length - 1;
    const tools = el("span", { class: "item-tools" },
      at > 0 ? iconButton("arrow-up", t("entry-up", { number }), "btn-quiet btn-s", () => this.#move(at, at - 1)) : null,
      at < last ? iconButton("arrow-down", t("entry-down", { number }), "btn-quiet btn-s", () => this.#move(at, at + 1)) : null,
      iconButton("x", t("entry-remove", { number }), "btn-quiet btn-s", () => this.#remove(at, entry)));
    return el("li", {}, field, tools);
  }

  /**
   * @param {KeyboardEvent} event
   * @param {HTMLTextAreaElement} field
   * @param {number} at
   */
  #key(event, field, at) {
    if (event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      (this.#fields()[at + 1] ?? this.input).focus();
    } else if (event.key === "Escape") {
      this.#set(field, field.dataset.was ?? "");
      field.blur();
    } else if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
      event.preventDefault();
      this.#move(at, at + (event.key === "ArrowUp" ? -1 : 1));
    }
  }

  /**
   * @param {HTMLTextAreaElement} field
   * @param {number} index
   */
  #store(field, index) {
    const value = field.value.trim();
    const was = field.dataset.was ?? "";
    if (!value || value === was) return;
    field.dataset.was = value;
    this.desk.sync.change([{ op: "set_item", list: this.name, index, was, value }]);
  }

  /**
   * @param {number} index
   * @param {number} to
   */
  #move(index, to) {
    const was = this.entries[index];
    if (was === undefined || to < 0 || to >= this.entries.length) return;
    /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
    this.desk.sync.change([{ op: "move_item", list: this.name, index, was, to }]);
    this.#fields()[to]?.focus();
    this.desk.notices.whisper(t("entry-moved", { number: to + 1 }));
  }

  /**
   * @param {number} index
   * @param {string} was
   */
  #remove(index, was) {
    this.desk.sync.change([{ op: "remove_item", list: this.name, index, was }]);
  }

  /** @param {string} value */
  #add(value) {
    const index = this.entries.length;
    this.input.value = "";
    grow(this.input);
    if (value.trim()) this.desk.sync.change([{ op: "insert_item", list: this.name, index, value: value.trim() }]);
    this.input.focus();
  }

  /** The line at the end of the list, with what was used before. */
  #wireNew() {
    this.input.addEventListener("input", () => grow(this.input));
    this.input.addEventListener("blur", () => {
      if (!this.input.value.trim()) return;
      const { value } = this.input;
      this.input.value = "";
      this.desk.sync.change([{ op: "insert_item", list: this.name, index: this.entries.length, value: value.trim() }]);
    });
    const known = { legal_basis: "regulations", related: "related" };
    const source = /** @type {Record<string, "regulations" | "related">} */ (known)[this.name];
    if (source) {
      const typed = (/** @type {string} */ text) => (source === "regulations" ? writeOut(text) : null) ?? text;
      const pick = (/** @type {Choice} */ choice) => this.#add(choice.text);
      new Picker(this.input, part(this.box, "[data-part=list]"), { ask: this.#asking(source), pick, typed });
    } else {
      this.input.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
        event.preventDefault();
        this.#add(this.input.value);
      });
    }
  }

  /**
   * @param {"regulations" | "related"} source
   * @returns {(query: string) => Promise<Choice[]>}
   */
  #asking(source) {
    const ask = items(this.desk, source);
    return async (query) => {
      const full = source === "regulations" ? writeOut(query) : null;
      const found = (await ask(query)).filter((choice) => choice.text !== full && !this.entries.includes(choice.text));
      return full && full !== query ? [{ text: full, small: t("written-out") }, ...found] : found;
    };
  }
}

/** @param {HTMLTextAreaElement} field */
function grow(field) {
  if (field.offsetParent === null) return;
  field.style.height = "0";
  field.style.height = `${field.scrollHeight}px`;
}
