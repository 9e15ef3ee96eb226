// @ts-check
/** The steps on a phone: one card each, the flow in words, one field edited at a time. */

import { button, el, icon, iconButton, need, part } from "./element.js";
import { newId } from "./ids.js";
import { t } from "./texts.js";

/** @type {TextColumn[]} */
const FACTS = ["time", "requirements", "output", "note"];
const PAUSE = 2000; // ms
const SHAPES = { terminator: "cap", decision: "dia" };

export class Cards {
  /** @param {EditorDesk} desk */
  constructor(desk) {
    this.desk = desk;
    this.box = need("cards");
    this.list = part(this.box, "[data-part=list]");
    /** @type {Map<string, {card: HTMLElement, shown: string}>} */
    this.cards = new Map();
    /** @type {{step: string, column: TextColumn} | null} */
    this.editing = null;
    this.phone = matchMedia("(max-width: 47.99em)");
    this.phone.addEventListener("change", () => this.render());
    part(this.box, "[data-part=add]").addEventListener("click", () => this.#add());
    need("show-form").addEventListener("click", () => this.form(true));
    need("hide-form").addEventListener("click", () => this.form(false));
  }

  /** Show the steps as they stand. */
  render() {
    if (!this.phone.matches) return;
    const { document: sop } = this.desk.store;
    for (const [step, { card }] of this.cards) {
      if (this.desk.store.outline.rows.has(step)) continue;
      card.remove();
      this.cards.delete(step);
    }
    let before = /** @type {Element | null} */ (null);
    for (const step of sop.steps) {
      const card = this.#card(step);
      if (card.previousElementSibling !== before || card.parentElement !== this.list) {
        if (before) before.after(card);
        else this.list.prepend(card);
      }
      before = card;
    }
    part(this.box, "[data-part=none]").hidden = sop.steps.length > 0;
  }

  /**
   * The whole form with the flowchart instead of the cards.
   * @param {boolean} shown
   */
  form(shown) {
    need("tab-langkah").classList.toggle("form-shown", shown);
    if (shown) this.desk.refit();
    scrollTo(0, 0);
    need(shown ? "hide-form" : "show-form").focus();
  }

  /**
   * Go to a place: its card, or the field of it.
   * @param {Spot} spot
   */
  goTo(spot) {
    const column = /** @type {TextColumn} */ (spot.column.startsWith("@") ? "activity" : spot.column);
    this.#edit(spot.step, column);
    this.cards.get(spot.step)?.card.scrollIntoView({ block: "center" });
  }

  /**
   * @param {Step} step
   * @returns {HTMLElement}
   */
  #card(step) {
    const { outline, findings } = this.desk.store;
    const quiet = outline.untouched(step.id);
    const own = quiet ? [] : findings.filter((one) => one.waived === null && one.place.startsWith(`steps/${step.id}/`));
    const nodes = outline.of(step.id);
    const open = this.editing?.step === step.id ? this.editing.column : null;
    const flow = nodes.map((node) => outline.exits(node.id).map((edge) => outline.inWords(edge)));
    const shown = JSON.stringify([outline.number(step.id), step, nodes, flow, own, open, outline.doers(step.id)]);
    const known = this.cards.get(step.id);
    if (known?.shown === shown) return known.card;
    if (known && open && known.card.contains(document.activeElement)) return known.card;
    const card = this.#make(step, nodes, own, open);
    known?.card.replaceWith(card);
    this.cards.set(step.id, { card, shown });
    return card;
  }

  /**
   * @param {Step} step
   * @param {SopNode[]} nodes
   * @param {Finding[]} findings
   * @param {TextColumn | null} open
   */
  #make(step, nodes, findings, open) {
    const { outline } = this.desk.store;
    const number = outline.number(step.id);
    const shape = /** @type {Record<string, string>} */ (SHAPES)[nodes[0]?.kind ?? ""] ?? (nodes.length > 0 ? "box" : "box none");
    const title = el("h2", {}, step.activity || t("no-activity"));
    const edit = iconButton("pencil", t("edit-step", { number }), "btn-quiet", () => this.#edit(step.id, "activity"));
    const head = el("div", { class: "row row-top" },
      el("div", { class: "grow" }, title, el("p", { class: "by" }, outline.doers(step.id) || t("no-performer"))), edit);
    const card = el("article", { class: open ? "step-card open" : "step-card" }, el("span", { class: `n ${shape}` }, String(number)), head);
    if (open) card.append(this.#field(step, open));
    card.append(this.#facts(step, findings, open), this.#flow(nodes));
    return card;
  }

  /**
   * @param {Step} step
   * @param {Finding[]} findings
   * @param {TextColumn | null} open
   */
  #facts(step, findings, open) {
    const list = el("dl", { class: "facts" });
    for (const name of FACTS) {
      const finding = findings.find((one) => one.place === `steps/${step.id}/${name}`);
      const value = step[name] ?? "";
      if (name === open || (!value && !finding && !open)) continue;
      const words = value || t("not-filled");
      const shown = open ? button(words, "btn-quiet fact", () => this.#edit(step.id, name)) : words;
      const why = finding && value ? el("small", {}, finding.message) : null;
      list.append(el("dt", {}, t(`column-${name}`)), el("dd", { class: finding ? "due" : null }, shown, why));
    }
    return list;
  }

  /** @param {SopNode[]} nodes */
  #flow(nodes) {
    const { outline } = this.desk.store;
    const list = el("ul", { class: "to" });
    const edges = nodes.flatMap((node) => outline.exits(node.id));
    for (const edge of edges) {
      const { label, words, back, end } = outline.inWords(edge);
      const sign = end ? "flag" : back ? "arrow-back-up" : "arrow-down";
      list.append(el("li", {}, icon(sign, "icon-s"), el("span", {}, label ? el("b", {}, label) : null, label ? " " : "", words)));
    }
    if (edges.length === 0 && nodes.some((node) => node.kind === "terminator")) {
      list.append(el("li", {}, icon("flag", "icon-s"), el("span", {}, t("finished"))));
    }
    return list;
  }

  /**
   * The one field that is being edited.
   * @param {Step} step
   * @param {TextColumn} column
   */
  #field(step, column) {
    const id = `card-${step.id}-${column}`;
    const place = `steps/${step.id}/${column}`;
    const help = this.desk.store.help[`steps/${column}`]?.what ?? "";
    const area = el("textarea", {
      class: "input", id, rows: column === "time" ? 1 : 2, "aria-describedby": `${id}-hint`, enterkeyhint: "done",
    });
    area.value = step[column] ?? "";
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let pause;
    const store = () => {
      clearTimeout(pause);
      this.desk.outbox.keepTyping(null);
      const value = area.value.trim();
      if (value === this.desk.store.text(place)) return;
      this.desk.mine.remember(place, value);
      this.desk.sync.change([{ op: "set_text", place, value }]);
    };
    area.addEventListener("input", () => {
      this.desk.outbox.keepTyping({ place, value: area.value, was: this.desk.store.text(place) });
      clearTimeout(pause);
      pause = setTimeout(store, PAUSE);
    });
    area.addEventListener("change", store);
    area.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#edit(null, column);
      if (event.key !== "Enter" || event.shiftKey) return;
      event.preventDefault();
      area.blur();
      this.#edit(null, column);
    });
    const done = button(t("done"), "btn-s btn-soft", () => this.#edit(null, column));
    return el("div", { class: "field after-s" }, el("label", { for: id }, t(`column-${column}`)), area,
      el("span", { class: "hint", id: `${id}-hint` }, `${help} ${t("saved-by-itself")}`.trim()), done);
  }

  /**
   * @param {string | null} step null closes the card
   * @param {TextColumn} column
   */
  #edit(step, column) {
    /** @type {HTMLElement | null} */ (document.activeElement)?.blur();
    this.editing = step === null ? null : { step, column };
    this.render();
    if (step !== null) document.getElementById(`card-${step}-${column}`)?.focus();
  }

  #add() {
    const { grid, sync } = this.desk;
    const id = newId("s");
    sync.change([{ op: "insert_steps", after: grid.steps.at(-1) ?? null, steps: [{ id }] }]);
    this.#edit(id, "activity");
  }
}
