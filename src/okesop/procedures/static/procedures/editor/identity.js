// @ts-check
/** The identity page, filled in on the official form itself: each field in its printed place. */

import { dateInWords, groupNip, parseDate } from "./dates.js";
import { need } from "./element.js";
import { ItemList } from "./identity_list.js";
import { LISTS } from "./outline.js";
import { Picker, positions } from "./picker.js";
import { t } from "./texts.js";

const PAUSE = 2000; // ms

/** @typedef {HTMLTextAreaElement | HTMLSelectElement} Field */

export class Identity {
  /** @param {EditorDesk} desk */
  constructor(desk) {
    this.desk = desk;
    this.form = need("identity");
    /** @type {Map<string, Field>} by name of the field */
    this.fields = new Map();
    for (const field of /** @type {NodeListOf<Field>} */ (this.form.querySelectorAll("[data-field]"))) {
      this.fields.set(field.dataset.field ?? "", field);
      this.#wire(field, field.dataset.field ?? "");
    }
    /** @type {ItemList[]} */
    this.lists = LISTS.map((name) => new ItemList(desk, name, need(`list-${name}`)));
    for (const help of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-help]"))) {
      help.addEventListener("click", () => desk.dialogs.help(help.dataset.help ?? "", help));
    }
    this.#wireDates();
    this.#wirePosition();
  }

  /** Show the document as it stands; the field that is being written keeps what is typed. */
  render() {
    for (const [name, field] of this.fields) {
      if (document.activeElement === field) continue;
      const value = this.#shown(name, this.desk.store.text(`identity/${name}`));
      if (field.value !== value) field.value = value;
      this.#grow(field);
    }
    for (const list of this.lists) list.render();
  }

  /** Sizes can be measured only while the part is on the page. */
  shown() {
    this.render();
    for (const field of this.fields.values()) this.#grow(field);
    for (const list of this.lists) list.grow();
  }

  /**
   * The box on the form that a place of the document has.
   * @param {string} place "identity/title", "warnings/2"
   * @returns {HTMLElement | null}
   */
  fieldOf(place) {
    const [kind = "", name = ""] = place.split("/");
    if (kind === "identity") return this.#field(name)?.closest(".ident-field") ?? null;
    const list = this.lists.find((one) => one.name === kind);
    return list ? list.itemBox(name) : null;
  }

  /**
   * Put the caret at a place.
   * @param {string} place
   */
  focus(place) {
    const [kind = "", name = ""] = place.split("/");
    const field = kind === "identity" ? this.#field(name) : null;
    if (field) field.focus();
    else this.lists.find((one) => one.name === kind)?.focus(name);
  }

  /**
   * The emblem and whatever else has no field of its own stands with the name of the office.
   * @param {string} name
   */
  #field(name) {
    return this.fields.get(name) ?? this.fields.get("institution");
  }

  /**
   * @param {Field} field
   * @param {string} name
   */
  #wire(field, name) {
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let pause;
    const store = () => {
      clearTimeout(pause);
      this.#store(name, field.value);
    };
    field.addEventListener("input", () => {
      this.#grow(field);
      clearTimeout(pause);
      if (!this.#isDate(name)) pause = setTimeout(store, PAUSE);
      this.desk.outbox.keepTyping({
        place: `identity/${name}`, value: this.#kept(name, field.value), was: this.desk.store.text(`identity/${name}`),
      });
    });
    field.addEventListener("change", store);
    field.addEventListener("focus", () => { this.desk.sync.cell = `identity/${name}`; });
    field.addEventListener("blur", () => {
      store();
      this.desk.outbox.keepTyping(null);
      field.value = this.#shown(name, this.desk.store.text(`identity/${name}`));
      this.#grow(field);
    });
    field.addEventListener("keydown", (event) => this.#key(/** @type {KeyboardEvent} */ (event), field, name));
  }

  /**
   * @param {KeyboardEvent} event
   * @param {Field} field
   * @param {string} name
   */
  #key(event, field, name) {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey && name !== "institution" && field instanceof HTMLTextAreaElement) {
      event.preventDefault();
      field.blur();
      this.#after(field)?.focus();
    } else if (event.key === "Escape") {
      field.value = this.#shown(name, this.desk.store.text(`identity/${name}`));
      field.blur();
    }
  }

  /** @param {Field} field */
  #after(field) {
    const all = [...this.fields.values()];
    return all[all.indexOf(field) + 1];
  }

  /**
   * @param {string} name
   * @param {string} typed
   */
  #store(name, typed) {
    if (typed === this.#shown(name, this.desk.store.text(`identity/${name}`))) return;
    const value = this.#kept(name, typed);
    if (value === this.desk.store.text(`identity/${name}`)) return;
    this.desk.mine.remember(`identity/${name}`, value);
    this.desk.sync.change([{ op: "set_text", place: `identity/${name}`, value: value === "" ? null : value }]);
  }

  /** @param {string} name */
  #isDate(name) {
    return ["created", "revised", "effective", "next_review"].includes(name);
  }

  /**
   * @param {string} name
   * @param {string} value of the document
   */
  #shown(name, value) {
    if (this.#isDate(name)) return dateInWords(value);
    return name === "approver_nip" ? groupNip(value) : value;
  }

  /**
   * @param {string} name
   * @param {string} typed
   */
  #kept(name, typed) {
    if (this.#isDate(name)) return parseDate(typed);
    if (name === "approver_nip") return groupNip(typed);
    return name === "institution" ? typed.split("\n").map((line) => line.trim()).filter(Boolean).join("\n") : typed.trim();
  }

  /** @param {Field} field */
  #grow(field) {
    if (!(field instanceof HTMLTextAreaElement) || field.offsetParent === null) return;
    field.style.height = "0";
    field.style.height = `${field.scrollHeight}px`;
  }

  /** The calendar of the system beside each date. */
  #wireDates() {
    for (const native of /** @type {NodeListOf<HTMLInputElement>} */ (this.form.querySelectorAll("[data-calendar]"))) {
      const name = native.dataset.calendar ?? "";
      const open = /** @type {HTMLElement} */ (native.nextElementSibling);
      open.addEventListener("click", () => {
        const value = this.desk.store.text(`identity/${name}`);
        native.value = /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : "";
        native.showPicker();
      });
      native.addEventListener("change", () => {
        this.#store(name, native.value);
        this.render();
      });
    }
  }

  /** The approver's position comes from the register, or is typed. */
  #wirePosition() {
    const field = this.fields.get("approver_position");
    if (!(field instanceof HTMLTextAreaElement)) return;
    new Picker(field, need("approver-positions"), {
      ask: positions(this.desk),
      pick: (choice) => {
        field.value = choice.text;
        this.#store("approver_position", choice.text);
        this.desk.notices.whisper(t("picked", { what: choice.text }));
        this.#grow(field);
        this.fields.get("acting_as")?.focus();
      },
    });
  }
}
