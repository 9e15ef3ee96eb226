// @ts-check
/** The popover that says what leaves a symbol: the answers of a diamond, the next step of a box. */

import { el, iconButton, part, stamp } from "./element.js";
import { Targets } from "./targets.js";
import { t } from "./texts.js";

// Words of the document, which is Indonesian in whatever language its author reads the page.
const WORDS = ["Ya", "Tidak"];

/** @typedef {Exit & {set: boolean}} Draft set is false until its target was said */

export class Answers {
  /** @param {EditorDesk} desk */
  constructor(desk) {
    this.desk = desk;
    /** @type {string | null} */
    this.node = null;
    /** @type {Draft[]} */
    this.drafts = [];
    this.at = 0;
    /** @type {HTMLElement | null} */
    this.pop = null;
    /** @type {Targets | null} */
    this.targets = null;
  }

  /** True while a click on a symbol chooses the target. */
  get aiming() {
    return this.pop !== null;
  }

  /** @returns {SopNode | null} */
  get symbol() {
    return this.node ? this.desk.store.outline.nodes.get(this.node) ?? null : null;
  }

  /** @param {string} id of a symbol */
  open(id) {
    const { outline } = this.desk.store;
    const node = outline.nodes.get(id);
    if (!node) return;
    const pop = stamp("pop-exits");
    const cell = this.desk.grid.cell(node.step, `@${node.performer}`);
    const avoid = [...this.desk.flow.lines(id), ...(cell ? [cell.getBoundingClientRect()] : [])];
    this.desk.popover.open(pop, () => cell?.getBoundingClientRect() ?? null, { avoid, onClose: () => this.#closed() });
    this.node = id;
    this.pop = pop;
    this.drafts = this.#draftsOf(node);
    this.targets = new Targets(part(pop, "[data-part=targets]"), this.desk.store, (target) => this.#pick(target.node));
    const title = node.kind === "decision" ? "decision-of-step" : "after-step";
    part(pop, "[data-part=title]").textContent = t(title, { number: outline.number(node.step) });
    part(pop, "[data-part=who]").textContent = outline.title(node.performer);
    pop.setAttribute("aria-label", t(title, { number: outline.number(node.step) }));
    part(pop, "[data-part=hint]").hidden = node.kind === "decision";
    const add = part(pop, "[data-part=add]");
    add.textContent = t(node.kind === "decision" ? "add-answer" : "add-target");
    add.addEventListener("click", () => this.#add());
    this.#wirePins(pop);
    this.#wireSpan(pop, node);
    this.desk.grid.table.classList.add("aiming");
    cell?.classList.add("aiming-from");
    this.#draw();
    const open = this.drafts.findIndex((draft) => !draft.set);
    this.#focus(open >= 0 ? open : this.drafts.length - 1);
    this.desk.popover.place();
  }

  /**
   * A click on the canvas while the popover is open.
   * @param {Spot} spot
   */
  aim(spot) {
    const { outline } = this.desk.store;
    const node = spot.column.startsWith("@") ? outline.main(spot.step, spot.column.slice(1)) : null;
    if (node && node.id !== this.node) {
      this.#pick(node.id);
      return;
    }
    this.desk.popover.close();
    this.desk.selection.select(spot);
  }

  /**
   * @param {SopNode} node
   * @returns {Draft[]}
   */
  #draftsOf(node) {
    const { outline } = this.desk.store;
    const drafts = outline.exits(node.id).map((edge) => ({
      to: edge.to, label: edge.label ?? null, leave: edge.leave ?? null, side: edge.side ?? null, set: true,
    }));
    const words = node.kind === "decision" ? WORDS : [null];
    while (drafts.length < words.length) {
      const used = drafts.map((draft) => draft.label);
      const label = words.find((word) => !used.includes(word)) ?? null;
      drafts.push({ to: "", label, leave: null, side: null, set: false });
    }
    return drafts;
  }

  /** The server has answered: an end that was asked for is a symbol now, and is meant by its id from here on. */
  renew() {
    if (!this.node) return;
    const edges = this.desk.store.outline.exits(this.node);
    const said = this.drafts.filter((draft) => draft.set);
    if (edges.length === said.length) said.forEach((draft, at) => { draft.to = edges[at]?.to ?? draft.to; });
  }

  /** Draw the lines of the popover anew. */
  #draw() {
    const { pop, symbol } = this;
    if (!pop || !symbol) return;
    const decision = symbol.kind === "decision";
    const box = part(pop, "[data-part=answers]");
    box.classList.toggle("answers-plain", !decision);
    box.replaceChildren(...this.drafts.flatMap((draft, at) => this.#line(draft, at, decision)));
    this.#say("");
  }

  /**
   * @param {Draft} draft
   * @param {number} at
   * @param {boolean} decision
   * @returns {HTMLElement[]}
   */
  #line(draft, at, decision) {
    const word = el("input", {
      class: "input", value: draft.label ?? "", "aria-label": t("answer-word", { number: at + 1 }), maxlength: 40,
    });
    word.addEventListener("change", () => {
      draft.label = word.value.trim() || null;
      this.#apply();
    });
    word.addEventListener("focus", () => this.#turn(at));
    word.addEventListener("keydown", (event) => event.key === "Enter" && this.#wordDone(word, draft, at));
    const target = this.#targetInput(draft, at);
    const middle = el("span", {}, t("leads-to-step"));
    const spare = this.drafts.length > (decision ? 2 : 1);
    const remove = spare ? iconButton("x", t("remove-answer", { word: draft.label ?? "" }), "btn-quiet btn-s", () => this.#remove(at))
      : el("span");
    return decision ? [word, middle, target, remove] : [middle, target, remove];
  }

  /**
   * Enter in the word of an answer: on to its target. A number was meant as that target; then the word is still due.
   * @param {HTMLInputElement} word
   * @param {Draft} draft
   * @param {number} at
   */
  #wordDone(word, draft, at) {
    const found = draft.set ? null : this.targets?.find(this.symbol?.step ?? "", word.value);
    if (!found) {
      this.#focus(at);
      return;
    }
    word.value = "";
    draft.label = null;
    this.#take(draft, found.node);
    this.#say(t("answer-needs-word", { number: found.number }));
  }

  /**
   * @param {Draft} draft
   * @param {number} at
   */
  #targetInput(draft, at) {
    const input = el("input", {
      class: "input", value: this.#shown(draft), role: "combobox", "aria-expanded": "true", "aria-controls": "exit-targets",
      "aria-autocomplete": "list", autocomplete: "off", "data-target": at,
      "aria-label": t("answer-target", { word: draft.label ?? "" }),
    });
    input.addEventListener("focus", () => {
      this.#turn(at);
      input.select();
      this.targets?.show(this.symbol?.step ?? "", "", draft.set ? this.#target(draft) : undefined);
    });
    input.addEventListener("input", () => this.targets?.show(this.symbol?.step ?? "", input.value, undefined));
    input.addEventListener("keydown", (event) => this.#targetKey(event, input, draft));
    input.addEventListener("change", () => this.#typed(input.value, draft));
    return input;
  }

  /**
   * @param {KeyboardEvent} event
   * @param {HTMLInputElement} input
   * @param {Draft} draft
   */
  #targetKey(event, input, draft) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      input.setAttribute("aria-activedescendant", this.targets?.go(event.key === "ArrowDown" ? 1 : -1) ?? "");
      const marked = this.targets?.marked;
      if (marked) input.value = marked.number;
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (this.#typed(input.value, draft) && this.drafts.every((one) => one.set)) this.desk.popover.close();
    }
  }

  /**
   * @param {string} value a number, or the word for the end; empty on a box means the next step
   * @param {Draft} draft
   * @returns {boolean} true when it is a target
   */
  #typed(value, draft) {
    const from = this.symbol?.step ?? "";
    if (value === this.#shown(draft) && draft.set) return true;
    if (!value.trim() && this.symbol?.kind !== "decision") {
      draft.set = false;
      this.#apply();
      return true;
    }
    if (!value.trim()) {
      this.#say(t("answer-needs-target"));
      return false;
    }
    const found = this.targets?.find(from, value);
    if (!found) {
      this.#say(this.#whyNot(value));
      return false;
    }
    this.#take(draft, found.node);
    return true;
  }

  /** @param {string} value */
  #whyNot(value) {
    const { steps } = this.desk.store.document;
    const number = Number(value);
    const known = Number.isInteger(number) && number >= 1 && number <= steps.length;
    if (known && steps[number - 1]?.id === this.symbol?.step) return t("target-is-itself");
    return known ? t("target-without-symbol", { number }) : t("target-unknown", { value, last: steps.length });
  }

  /** @param {string | null} node chosen in the list or on the canvas */
  #pick(node) {
    const draft = this.drafts[this.at];
    if (!draft) return;
    this.#take(draft, node);
    const open = this.drafts.findIndex((one) => !one.set);
    if (open >= 0) this.#focus(open);
    else this.desk.popover.close();
  }

  /**
   * @param {Draft} draft
   * @param {string | null} node
   */
  #take(draft, node) {
    draft.to = node;
    draft.set = true;
    const input = this.pop?.querySelector(`[data-target="${this.drafts.indexOf(draft)}"]`);
    if (input) /** @type {HTMLInputElement} */ (input).value = this.#shown(draft);
    this.#say("");
    this.#apply();
  }

  /**
   * The number that stands in the field.
   * @param {Draft} draft
   * @returns {string}
   */
  #shown(draft) {
    if (!draft.set) return "";
    const target = this.#target(draft);
    if (target === null) return t("end-word");
    return String(this.desk.store.outline.number(this.desk.store.outline.nodes.get(target)?.step ?? ""));
  }

  /**
   * @param {Draft} draft
   * @returns {string | null} node id; null when it leads to the end beside the decision
   */
  #target(draft) {
    if (draft.to === null || !this.node) return null;
    const ends = this.desk.store.outline.endsHere({ from: this.node, to: draft.to });
    return ends ? null : draft.to;
  }

  #add() {
    this.drafts.push({ to: "", label: null, leave: null, side: null, set: false });
    this.#draw();
    const words = this.pop?.querySelectorAll("[data-part=answers] .input") ?? [];
    const decision = this.symbol?.kind === "decision";
    /** @type {HTMLElement | undefined} */ (words[words.length - (decision ? 2 : 1)])?.focus();
    this.desk.popover.place();
  }

  /** @param {number} at */
  #remove(at) {
    this.drafts.splice(at, 1);
    this.#draw();
    this.#apply();
    this.#focus(Math.max(0, at - 1));
  }

  /** Tell the server all that leaves the symbol. */
  #apply() {
    const { symbol } = this;
    if (!symbol || !this.desk.mayStructure()) return;
    let said = this.drafts.filter((draft) => draft.set);
    if (said.length === 0 && symbol.kind !== "decision") said = this.#onward(symbol);
    const exits = said.map(({ to, label, leave, side }) => ({ to, label, leave: leave ?? null, side: side ?? null }));
    this.desk.sync.change([{ op: "set_exits", node: symbol.id, exits }], true);
  }

  /**
   * Without a word the flow runs on to the next row that has a symbol.
   * @param {SopNode} symbol
   * @returns {Draft[]}
   */
  #onward(symbol) {
    const next = this.desk.store.outline.next(symbol.step);
    return next ? [{ to: next.id, label: null, set: true }] : [];
  }

  /**
   * Another answer is being written: the list and the pins are about it.
   * @param {number} at
   */
  #turn(at) {
    this.at = at;
    const { pop } = this;
    const draft = this.drafts[at];
    if (!pop || !draft) return;
    for (const name of /** @type {const} */ (["leave", "side"])) {
      const select = /** @type {HTMLSelectElement} */ (part(pop, `[data-part=${name}]`));
      select.value = draft[name] ?? "";
    }
    part(pop, "[data-part=pinned]").textContent = draft.label ? t("line-of-answer", { word: draft.label }) : t("line");
  }

  /** @param {number} at */
  #focus(at) {
    const input = /** @type {HTMLElement | null | undefined} */ (this.pop?.querySelector(`[data-target="${at}"]`));
    input?.focus();
  }

  /** @param {HTMLElement} pop */
  #wirePins(pop) {
    for (const name of /** @type {const} */ (["leave", "side"])) {
      const select = /** @type {HTMLSelectElement} */ (part(pop, `[data-part=${name}]`));
      select.addEventListener("change", () => {
        const draft = this.drafts[this.at];
        if (!draft) return;
        draft[name] = /** @type {Side | ""} */ (select.value) || null;
        this.#apply();
      });
    }
  }

  /**
   * Over which columns the symbol reaches.
   * @param {HTMLElement} pop
   * @param {SopNode} node
   */
  #wireSpan(pop, node) {
    const { performers } = this.desk.store.document;
    const select = /** @type {HTMLSelectElement} */ (part(pop, "[data-part=span]"));
    const from = this.desk.store.outline.column(node);
    select.append(...performers.slice(from).map((one) => el("option", { value: one.id }, one.title || t("performer-untitled"))));
    select.value = node.span?.[1] ?? node.performer;
    select.addEventListener("change", () => {
      if (!this.desk.mayStructure()) return;
      this.desk.sync.change([{ op: "set_span", node: node.id, first: node.performer, last: select.value }], true);
    });
  }

  /** @param {string} message */
  #say(message) {
    if (!this.pop) return;
    const error = part(this.pop, "[data-part=error]");
    error.hidden = message === "";
    part(error, "span").textContent = message;
  }

  #closed() {
    this.pop = null;
    this.node = null;
    this.desk.grid.table.classList.remove("aiming");
    this.desk.grid.table.querySelector(".aiming-from")?.classList.remove("aiming-from");
  }
}
