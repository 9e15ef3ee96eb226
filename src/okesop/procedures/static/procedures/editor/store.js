// @ts-check
/** What the page knows of the draft: the server's document, and the same with what still waits to be sent. */

import { typeAhead } from "./ahead.js";
import { Outline } from "./outline.js";

/** @typedef {"document" | "findings" | "people" | "drawing" | "history" | "others"} Topic */

export class Store {
  /** @param {State} state the first answer of the server */
  constructor(state) {
    if (!state.document) throw new Error("The page came without its document");
    this.me = state.me;
    this.help = state.help;
    this.urls = state.urls;
    /** The document as the server last told it. */
    this.base = state.document;
    /** @type {Operation[]} */
    this.waiting = [];
    this.document = this.base;
    this.outline = new Outline(this.document);
    this.seq = state.seq;
    this.findings = state.findings ?? [];
    this.total = state.total ?? { text: "", note: "" };
    this.people = state.people ?? [];
    this.undo = state.undo;
    this.redo = state.redo;
    /** @type {{svg: string, heights: number[], columns: [number, number][], steps: string[]} | null} */
    this.drawing = null;
    /** True while an answer is shown that brings a drawing of its own. */
    this.redrawn = false;
    /** @type {OtherChange[]} */
    this.others = [];
    /** @type {Map<Topic, (() => void)[]>} */
    this.listeners = new Map();
    if (state.drawing) this.keepDrawing(state.drawing);
  }

  /**
   * @param {Topic} topic
   * @param {() => void} listener
   */
  on(topic, listener) {
    this.listeners.set(topic, [...(this.listeners.get(topic) ?? []), listener]);
  }

  /** @param {Topic} topic */
  tell(topic) {
    for (const listener of this.listeners.get(topic) ?? []) listener();
  }

  /**
   * Show these waiting operations over the server's document.
   * @param {Operation[]} operations in their order
   */
  showWaiting(operations) {
    this.waiting = operations;
    const before = this.document;
    this.#rebuild();
    if (this.document !== before) this.tell("document");
  }

  /**
   * Take over an answer.
   * @param {Answer} answer
   * @param {Operation[]} stored what this tab sent and the server kept
   * @param {Operation[]} waiting what is still to be sent
   */
  receive(answer, stored, waiting) {
    if (answer.seq < this.seq) return;
    this.seq = answer.seq;
    if (answer.document) this.base = answer.document;
    else for (const operation of stored) this.base = typeAhead(this.base, operation);
    this.waiting = waiting;
    this.undo = answer.undo;
    this.redo = answer.redo;
    if (answer.findings) this.findings = answer.findings;
    if (answer.total) this.total = answer.total;
    if (answer.people) this.people = answer.people;
    this.#rebuild();
    this.redrawn = Boolean(answer.drawing);
    if (answer.drawing) this.keepDrawing(answer.drawing);
    if (answer.document || stored.length > 0) this.tell("document");
    this.redrawn = false;
    if (answer.drawing) this.tell("drawing");
    if (answer.findings) this.tell("findings");
    this.tell("history");
    if (answer.people) this.tell("people");
    this.others = answer.others ?? [];
    if (this.others.length > 0) this.tell("others");
  }

  /**
   * Keep a drawing of the server's document.
   * @param {Drawing} drawing
   */
  keepDrawing(drawing) {
    this.drawing = { ...drawing, steps: this.base.steps.map((step) => step.id) };
  }

  /**
   * The text of a place of the document as shown.
   * @param {string} place
   * @returns {string}
   */
  text(place) {
    const [kind, id, field] = place.split("/");
    if (kind === "identity") {
      const value = /** @type {Record<string, string | string[] | null | undefined>} */ (this.document.identity)[id ?? ""];
      return Array.isArray(value) ? value.join("\n") : value ?? "";
    }
    const all = kind === "steps" ? this.document.steps : kind === "performers" ? this.document.performers
      : this.document.nodes;
    const found = /** @type {Record<string, unknown> | undefined} */ (
      /** @type {unknown} */ (all.find((one) => one.id === id)));
    return String(found?.[field ?? ""] ?? "");
  }

  #rebuild() {
    const shown = this.waiting.reduce(typeAhead, this.base);
    if (shown === this.document) return;
    this.document = shown;
    this.outline = new Outline(this.document);
  }
}
