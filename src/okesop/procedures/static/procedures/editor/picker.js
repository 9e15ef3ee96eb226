// @ts-check
/** A field with suggestions from the server: positions, regulations, related SOPs. Free text stays possible. */

import { el } from "./element.js";

const QUIET = 150; // ms

/** @typedef {{text: string, small?: string, id?: string | null}} Choice */

let lists = 0;

export class Picker {
  /**
   * @param {HTMLInputElement | HTMLTextAreaElement} input
   * @param {HTMLElement} list
   * @param {{ask: (query: string) => Promise<Choice[]>, pick: (choice: Choice) => void, typed?: (text: string) => string}} how
   *   typed says what a text means that Enter takes without a choice
   */
  constructor(input, list, { ask, pick, typed = (text) => text }) {
    this.input = input;
    this.list = list;
    this.ask = ask;
    this.pick = pick;
    this.typed = typed;
    /** @type {Choice[]} */
    this.choices = [];
    this.at = -1;
    this.asked = 0;
    list.id ||= `picker-${(lists += 1)}`;
    list.setAttribute("role", "listbox");
    // A text area may not be a combobox, but it may say what it completes from.
    this.combobox = input instanceof HTMLInputElement;
    if (this.combobox) input.setAttribute("role", "combobox");
    for (const [name, value] of [["aria-autocomplete", "list"], ["aria-controls", list.id], ["autocomplete", "off"]]) {
      input.setAttribute(name ?? "", value ?? "");
    }
    input.addEventListener("input", () => this.#later());
    input.addEventListener("focus", () => this.#later(0));
    input.addEventListener("keydown", (event) => this.#key(/** @type {KeyboardEvent} */ (event)));
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => this.#clicked(event));
    this.show([]);
  }

  /** @param {Choice[]} choices */
  show(choices) {
    this.choices = choices;
    this.at = -1;
    this.list.hidden = choices.length === 0;
    if (this.combobox) this.input.setAttribute("aria-expanded", String(choices.length > 0));
    this.list.replaceChildren(...choices.map((choice, at) => el("div", {
      role: "option", class: "option", id: `${this.list.id}-${at}`, "data-at": at, "aria-selected": "false",
    }, el("span", {}, choice.text), choice.small ? el("small", {}, choice.small) : null)));
  }

  /**
   * @param {string} text
   * @returns {Choice} the one of the list that is called so, or the text itself
   */
  named(text) {
    return this.choices.find((choice) => choice.text.toLowerCase() === text.toLowerCase()) ?? { text };
  }

  /** Close the list; the field keeps what was typed. */
  close() {
    this.asked += 1;
    this.show([]);
  }

  /** @param {number} [delay] */
  #later(delay = QUIET) {
    this.asked += 1;
    const turn = this.asked;
    setTimeout(async () => {
      if (turn !== this.asked) return;
      const choices = await this.ask(this.input.value.trim());
      if (turn === this.asked && document.activeElement === this.input) this.show(choices);
    }, delay);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && this.choices.length > 0) {
      event.preventDefault();
      const by = event.key === "ArrowDown" ? 1 : -1;
      this.at = (this.at + by + this.choices.length) % this.choices.length;
      this.#mark();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      const choice = this.choices[this.at] ?? this.named(this.typed(this.input.value.trim()));
      if (choice.text) this.#take(choice);
    } else if (event.key === "Escape" && this.choices.length > 0) {
      event.preventDefault();
      event.stopPropagation();
      this.close();
    }
  }

  #mark() {
    [...this.list.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === this.at)));
    this.list.children[this.at]?.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", `${this.list.id}-${this.at}`);
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const option = /** @type {HTMLElement | null} */ (event.target instanceof Element ? event.target.closest("[data-at]") : null);
    const choice = option ? this.choices[Number(option.dataset.at)] : undefined;
    if (choice) this.#take(choice);
  }

  /** @param {Choice} choice */
  #take(choice) {
    this.close();
    this.pick(choice);
  }
}

/**
 * @param {EditorDesk} desk
 * @returns {(query: string) => Promise<Choice[]>} positions of every unit
 */
export function positions(desk) {
  return async (query) => {
    /** @type {Reply<{positions: Position[]}>} */
    const reply = await desk.wire.get(`${desk.store.urls.positions}?${new URLSearchParams({ q: query })}`);
    if (reply.status !== "ok") return [];
    return reply.data.positions.map(({ id, title, unit }) => ({ id: String(id), text: title, small: unit }));
  };
}

/**
 * @param {EditorDesk} desk
 * @param {"related" | "regulations"} what
 * @returns {(query: string) => Promise<Choice[]>}
 */
export function items(desk, what) {
  return async (query) => {
    /** @type {Reply<{items: string[]}>} */
    const reply = await desk.wire.get(`${desk.store.urls[what]}?${new URLSearchParams({ q: query })}`);
    return reply.status === "ok" ? reply.data.items.map((text) => ({ text })) : [];
  };
}
