// @ts-check
/**
 * What waits to be sent, kept in the browser until the server has stored it.
 *
 * Every tab has a record of its own in localStorage. A reload finds it again through sessionStorage; a record
 * whose tab has died (no sign of life) is adopted by the next tab of the same person in the same draft.
 */

import { changeId } from "./ids.js";

/** @typedef {{id: string, operations: Operation[], structure: boolean}} Waiting */
/** @typedef {{place: string, value: string, was: string}} Typing the cell that was open, with its text */
/** @typedef {{alive: number, queue: Waiting[], typing: Typing | null}} Record_ */

const LIFE_SIGN = 4000; // ms between two signs of life
const DEAD_AFTER = 12000;

export class Outbox {
  /**
   * @param {string} draft address of the draft
   * @param {string} person who is signed in; nobody else's records are touched
   */
  constructor(draft, person) {
    this.prefix = `okesop.editor.${person}.${draft}.`;
    this.client = this.#ownName();
    /** @type {Waiting[]} */
    this.queue = [];
    /** @type {Typing | null} */
    this.typing = null;
    /** Ids that are on their way: these are not changed any more. */
    this.sending = new Set();
    /** False when the browser refuses to keep the record (full or forbidden). */
    this.kept = true;
    this.#adopt(this.prefix + this.client);
    setInterval(() => this.save(), LIFE_SIGN);
    addEventListener("pagehide", () => this.#leave());
    this.save();
  }

  /** @returns {Operation[]} all waiting operations, in order */
  get operations() {
    return this.queue.flatMap((change) => change.operations);
  }

  /**
   * @param {Operation[]} operations one change: they stand or fall together
   * @param {boolean} structure true when its result is for the server to say
   * @returns {string} the id of the change
   */
  add(operations, structure) {
    const last = this.queue.at(-1);
    const [only] = operations;
    const [before] = last?.operations ?? [];
    const merges = last && !this.sending.has(last.id) && operations.length === 1 && last.operations.length === 1
      && only?.op === "set_text" && before?.op === "set_text" && only.place === before.place;
    if (merges && only) {
      last.operations = [only];
      this.save();
      return last.id;
    }
    const change = { id: changeId(), operations, structure };
    this.queue.push(change);
    this.save();
    return change.id;
  }

  /** @param {string[]} ids changes that were answered */
  remove(ids) {
    this.queue = this.queue.filter((change) => !ids.includes(change.id));
    for (const id of ids) this.sending.delete(id);
    this.save();
  }

  /** @param {Typing | null} typing */
  keepTyping(typing) {
    this.typing = typing;
    this.save();
  }

  /** @param {number} [alive] 0 says that this tab is gone */
  save(alive = Date.now()) {
    const record = { alive, queue: this.queue, typing: this.typing };
    try {
      localStorage.setItem(this.prefix + this.client, JSON.stringify(record));
      this.kept = true;
    } catch {
      this.kept = false;
    }
  }

  /** The tab closes: what waits stays behind for the next one, an empty record does not. */
  #leave() {
    if (this.queue.length > 0 || this.typing) this.save(0);
    else localStorage.removeItem(this.prefix + this.client);
  }

  /**
   * Take over what tabs that died have left.
   * @returns {boolean} true when there was something
   */
  adoptOrphans() {
    const own = this.prefix + this.client;
    const names = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? "");
    let found = false;
    for (const name of names) {
      if (!name.startsWith(this.prefix) || name === own) continue;
      const record = read(name);
      if (record && Date.now() - record.alive < DEAD_AFTER) continue;
      found = this.#adopt(name) || found;
      localStorage.removeItem(name);
    }
    if (found) this.save();
    return found;
  }

  /**
   * @param {string} name of a record
   * @returns {boolean} true when it held something
   */
  #adopt(name) {
    const record = read(name);
    if (!record) return false;
    this.queue.push(...record.queue);
    if (record.typing && record.typing.value !== record.typing.was) {
      const { place, value } = record.typing;
      this.queue.push({ id: changeId(), operations: [{ op: "set_text", place, value }], structure: false });
    }
    return record.queue.length > 0 || record.typing !== null;
  }

  /** A reloaded tab keeps its name; a copied one, whose original lives, gets a new one. */
  #ownName() {
    const known = sessionStorage.getItem(this.prefix);
    const record = known ? read(this.prefix + known) : null;
    const taken = record !== null && Date.now() - record.alive < LIFE_SIGN * 1.5;
    const name = known && !taken ? known : changeId();
    sessionStorage.setItem(this.prefix, name);
    return name;
  }
}

/**
 * @param {string} name
 * @returns {Record_ | null}
 */
function read(name) {
  try {
    const record = JSON.parse(localStorage.getItem(name) ?? "null");
    return record && Array.isArray(record.queue) ? { typing: null, alive: 0, ...record } : null;
  } catch {
    return null;
  }
}
