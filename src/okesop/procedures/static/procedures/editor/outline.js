// @ts-check
/** Questions to a document: rows, columns, symbols and what leads where. Made anew for each document. */

import { t } from "./texts.js";

/** @type {TextColumn[]} */
export const TEXT_COLUMNS = ["activity", "requirements", "time", "output", "note"];
/** @type {ListName[]} */
export const LISTS = ["legal_basis", "qualifications", "related", "equipment", "warnings", "records"];

export class Outline {
  /** @param {SopDocument} document */
  constructor(document) {
    this.document = document;
    /** @type {Map<string, number>} */
    this.rows = new Map(document.steps.map((step, row) => [step.id, row]));
    /** @type {Map<string, number>} */
    this.columns = new Map(document.performers.map((performer, at) => [performer.id, at]));
    /** @type {Map<string, SopNode>} */
    this.nodes = new Map(document.nodes.map((node) => [node.id, node]));
    /** @type {Map<string, SopNode[]>} */
    this.byStep = new Map();
    for (const node of document.nodes) {
      const row = this.byStep.get(node.step);
      if (row) row.push(node);
      else this.byStep.set(node.step, [node]);
    }
    for (const row of this.byStep.values()) row.sort((a, b) => this.column(a) - this.column(b));
    /** @type {Map<string, Edge[]>} */
    this.leaving = new Map();
    /** @type {Map<string, Edge[]>} */
    this.entering = new Map();
    for (const edge of document.edges) {
      if (edge.joint) continue;
      this.leaving.set(edge.from, [...(this.leaving.get(edge.from) ?? []), edge]);
      this.entering.set(edge.to, [...(this.entering.get(edge.to) ?? []), edge]);
    }
  }

  /** @returns {boolean} true while nothing has been written into the rows and no symbol set */
  get blank() {
    const { steps, performers } = this.document;
    return steps.length > 0 && performers.length === 0 && steps.every((step) => this.untouched(step.id));
  }

  /**
   * @param {string} step
   * @returns {boolean} true for a row in which nothing is written and no symbol set
   */
  untouched(step) {
    const found = this.document.steps[this.rows.get(step) ?? -1];
    return found !== undefined && this.of(step).length === 0 && TEXT_COLUMNS.every((name) => !found[name]);
  }

  /**
   * @param {SopNode} node
   * @returns {number}
   */
  column(node) {
    return this.columns.get(node.performer) ?? 0;
  }

  /**
   * @param {string} step
   * @returns {number} as printed, from 1; 0 when there is no such row
   */
  number(step) {
    return (this.rows.get(step) ?? -1) + 1;
  }

  /**
   * The symbols of a row, left to right.
   * @param {string} step
   * @returns {SopNode[]}
   */
  of(step) {
    return this.byStep.get(step) ?? [];
  }

  /**
   * The symbols that cover a cell: those in it and those that span it.
   * @param {string} step
   * @param {string} performer
   * @returns {SopNode[]}
   */
  at(step, performer) {
    const here = this.columns.get(performer) ?? -1;
    return this.of(step).filter((node) => {
      if (!node.span || node.span.length < 2) return node.performer === performer;
      const first = this.columns.get(node.span[0] ?? "") ?? 0;
      const last = this.columns.get(node.span[1] ?? "") ?? 0;
      return first <= here && here <= last;
    });
  }

  /**
   * The symbol that a key or click in this cell means: the one that goes on, before a mere end.
   * @param {string} step
   * @param {string} performer
   * @returns {SopNode | null}
   */
  main(step, performer) {
    const found = this.at(step, performer);
    return found.find((node) => node.kind === "decision") ?? found.find((node) => this.leaving.has(node.id))
      ?? found[0] ?? null;
  }

  /**
   * @param {string} node
   * @returns {Edge[]} the arrows that leave it, in their order
   */
  exits(node) {
    return this.leaving.get(node) ?? [];
  }

  /**
   * True when the arrow only leads to the end capsule beside its decision: "the flow ends here".
   * @param {Edge} edge
   */
  endsHere(edge) {
    const from = this.nodes.get(edge.from);
    const to = this.nodes.get(edge.to);
    return Boolean(from && to && from.step === to.step && to.kind === "terminator"
      && !this.leaving.has(to.id) && (this.entering.get(to.id) ?? []).length === 1);
  }

  /**
   * @param {string} first
   * @param {string} second node ids
   */
  joined(first, second) {
    return this.document.edges.some((edge) => edge.joint
      && ((edge.from === first && edge.to === second) || (edge.from === second && edge.to === first)));
  }

  /**
   * @param {string} performer
   * @returns {string} the title, or words for a column without one
   */
  title(performer) {
    const found = this.document.performers.find((one) => one.id === performer);
    return found?.title || t("performer-untitled");
  }

  /**
   * The symbol of a row that receives an arrow.
   * @param {string} step
   * @returns {SopNode | null}
   */
  receiver(step) {
    const ends = new Set(this.document.edges.filter((edge) => this.endsHere(edge)).map((edge) => edge.to));
    const row = this.of(step);
    return row.find((node) => !ends.has(node.id)) ?? row[0] ?? null;
  }

  /**
   * Where the flow goes on from a row when nobody says otherwise.
   * @param {string} step
   * @returns {SopNode | null}
   */
  next(step) {
    const after = this.document.steps.slice((this.rows.get(step) ?? 0) + 1).find((one) => this.of(one.id).length > 0);
    return after ? this.receiver(after.id) : null;
  }

  /**
   * True for the first and the last row with symbols, whose boxes become capsules by themselves.
   * @param {string} step
   */
  atEnd(step) {
    const manned = this.document.steps.filter((one) => this.of(one.id).length > 0);
    return manned[0]?.id === step || manned.at(-1)?.id === step;
  }

  /**
   * The symbols of a row that are worked on together, left to right; most stand alone.
   * @param {string} step
   * @returns {SopNode[][]}
   */
  groups(step) {
    /** @type {SopNode[][]} */
    const groups = [];
    for (const node of this.of(step)) {
      const mine = groups.filter((group) => group.some((one) => this.joined(one.id, node.id)));
      const [first] = mine;
      if (!first) groups.push([node]);
      else first.push(...mine.slice(1).flatMap((other) => groups.splice(groups.indexOf(other), 1)[0] ?? []), node);
    }
    return groups;
  }

  /**
   * The performers of a row as a reader says them: "Kasubbag bersama Pengemudi; Arsiparis".
   * @param {string} step
   * @returns {string}
   */
  doers(step) {
    const said = this.groups(step).map((group) => {
      const titles = [...new Set(group.map((node) => this.title(node.performer)))];
      const last = titles.pop() ?? "";
      return titles.length > 0 ? `${titles.join(", ")} ${t("together-with")} ${last}` : last;
    });
    return [...new Set(said)].join("; ");
  }

  /**
   * One arrow in words: "Tidak kembali ke langkah 4, Pengelola".
   * @param {Edge} edge
   * @returns {{label: string, words: string, back: boolean, end: boolean}}
   */
  inWords(edge) {
    const from = this.nodes.get(edge.from);
    const to = this.nodes.get(edge.to);
    const label = edge.label ?? "";
    if (!from || !to) return { label, words: "", back: false, end: false };
    if (this.endsHere(edge) && from.performer === to.performer) return { label, words: t("ends-the-flow"), back: false, end: true };
    const down = this.number(to.step) - this.number(from.step);
    const back = down < 0;
    const words = t(back ? "back-to-step" : down === 0 ? "on-in-step" : "on-to-step", {
      number: this.number(to.step), who: this.title(to.performer),
    });
    return { label, words, back, end: false };
  }

  /**
   * All that leaves a symbol in one line for the status line and screen readers.
   * @param {SopNode} node
   * @returns {string}
   */
  flow(node) {
    const exits = this.exits(node.id);
    if (exits.length === 0) return node.kind === "terminator" ? t("finished") : "";
    return exits.map((edge) => {
      const said = this.inWords(edge);
      return said.label ? `${said.label} ${said.words}` : said.words;
    }).join("; ");
  }
}
