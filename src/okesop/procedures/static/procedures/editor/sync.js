// @ts-check
/** Sends what waits, asks what others did, and says how it stands. One request at a time, in order. */

import { t } from "./texts.js";

/** @typedef {"saved" | "saving" | "failing" | "offline" | "signed-out" | "other-person" | "closed"} Standing */
/** @typedef {{stored: boolean, message: string}} Outcome */

const POLL = 2000; // ms between two questions while the page is visible
const RETRIES = [1000, 2000, 4000, 8000, 15000];

export class Sync {
  /**
   * @param {DraftStore} store
   * @param {DraftOutbox} outbox
   * @param {ServerWire} wire
   */
  constructor(store, outbox, wire) {
    this.store = store;
    this.outbox = outbox;
    this.wire = wire;
    /** @type {Standing} */
    this.standing = "saved";
    this.savedAt = "";
    this.message = "";
    this.busy = false;
    /** True while the drawing alone is on its way. */
    this.drawing = false;
    this.failures = 0;
    /** @type {string | null} the cell in which this person is */
    this.cell = null;
    /** @type {(operations: Operation[]) => Sheet | null} */
    this.measure = () => null;
    /** @type {() => void} */
    this.onStanding = () => {};
    /** @type {(message: string, change: Waiting | null) => void} */
    this.onRefused = () => {};
    /** @type {(notices: string[]) => void} */
    this.onNotices = () => {};
    /** @type {Map<string, (outcome: Outcome) => void>} */
    this.hopes = new Map();
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** Begin: what was left waiting goes out, then the questions start. */
  start() {
    addEventListener("online", () => this.pump());
    addEventListener("offline", () => this.#stand("offline"));
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.#tick());
    this.#again(POLL);
    this.pump();
  }

  /** True when the server can be expected to answer a structural action. */
  get reachable() {
    return (this.standing === "saved" || this.standing === "saving") && navigator.onLine;
  }

  /**
   * Show a change and send it.
   * @param {Operation[]} operations
   * @param {boolean} [structure] its result is for the server to say
   * @returns {Promise<Outcome>}
   */
  change(operations, structure = false) {
    const id = this.outbox.add(operations, structure);
    this.store.showWaiting(this.outbox.operations);
    /** @type {Promise<Outcome>} */
    const outcome = new Promise((resolve) => this.hopes.set(id, resolve));
    this.pump();
    return outcome;
  }

  /** Send all that waits. */
  async pump() {
    if (this.busy || this.outbox.queue.length === 0 || this.standing === "closed") return;
    this.busy = true;
    if (this.standing === "saved") this.#stand("saving");
    const parcel = this.failures > 2 ? this.outbox.queue.slice(0, 1) : this.outbox.queue.slice(0, 100);
    for (const change of parcel) this.outbox.sending.add(change.id);
    const operations = parcel.flatMap((change) => change.operations);
    // After a failure the drawing is left out: saving must not wait for a chart that cannot be drawn.
    const sheet = this.failures > 0 ? null : this.measure(operations);
    /** @type {Reply<Answer>} */
    const reply = await this.wire.post(this.store.urls.changes ?? "", {
      client: this.outbox.client, seq: this.store.seq, cell: this.cell, sheet,
      changes: parcel.map(({ id, operations: list }) => ({ id, operations: list })),
    });
    this.busy = false;
    if (reply.status === "ok") this.#stored(reply.data, parcel);
    else if (reply.status === "refused") this.#refused(reply.message, parcel);
    else this.#failed(reply);
    if (reply.status === "ok" && this.outbox.queue.length > 0) this.pump();
  }

  /**
   * Undo or redo this person's last change; what still waits is stored first.
   * @param {boolean} redo
   */
  async undo(redo) {
    await this.settled();
    if (!this.reachable || this.busy) return;
    this.busy = true;
    this.#stand("saving");
    const reply = await this.#asking(this.store.urls.undo ?? "", { redo });
    this.busy = false;
    if (reply.status === "ok") this.#stored(reply.data, []);
    else if (reply.status === "refused") this.#say(reply.message);
    else this.#failed(reply);
    this.pump();
  }

  /** Resolves when nothing waits any more, or when sending has failed. */
  async settled() {
    while (this.outbox.queue.length > 0 || this.busy) {
      if (!this.busy) await this.pump();
      if (!this.reachable) return;
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  }

  /** Ask for the drawing alone: at the start, and when the window changed the heights. */
  async draw() {
    const sheet = this.drawing ? null : this.measure([]);
    if (!sheet || sheet.heights.length === 0) return;
    this.drawing = true;
    /** @type {Reply<{drawing: Drawing | null}>} */
    const reply = await this.wire.post(this.store.urls.drawing ?? "", { sheet });
    this.drawing = false;
    const stale = this.store.base.steps.length !== sheet.heights.length;
    if (reply.status !== "ok" || !reply.data.drawing || stale) return;
    this.store.keepDrawing(reply.data.drawing);
    this.store.tell("drawing");
  }

  /**
   * @param {string} url
   * @param {Record<string, unknown>} more
   * @returns {Promise<Reply<Answer>>}
   */
  #asking(url, more) {
    return this.wire.post(url, {
      client: this.outbox.client, seq: this.store.seq, sheet: this.measure([]), ...more,
    });
  }

  /**
   * @param {Answer} answer
   * @param {Waiting[]} parcel
   */
  #stored(answer, parcel) {
    this.failures = 0;
    const kept = answer.results.filter((result) => result.status === "stored").map((result) => result.id);
    this.outbox.remove(parcel.map((change) => change.id));
    this.savedAt = answer.saved ?? this.savedAt;
    this.#stand(this.outbox.queue.length > 0 ? "saving" : "saved");
    const operations = parcel.filter((change) => kept.includes(change.id)).flatMap((change) => change.operations);
    this.store.receive(answer, operations, this.outbox.operations);
    for (const result of answer.results) {
      const change = parcel.find((one) => one.id === result.id) ?? null;
      if (result.status === "refused") this.onRefused(result.message ?? "", change);
      this.#fulfil(result.id, { stored: result.status === "stored", message: result.message ?? "" });
      if (result.notices.length > 0) this.onNotices(result.notices);
    }
  }

  /**
   * The server will not take this parcel. One change alone is set aside with its text; of several each gets its try.
   * @param {string} message
   * @param {Waiting[]} parcel
   */
  #refused(message, parcel) {
    this.outbox.sending.clear();
    if (parcel.length > 1) {
      this.failures = RETRIES.length;
    } else {
      this.failures = 0;
      const [change] = parcel;
      this.outbox.remove(parcel.map((one) => one.id));
      this.store.showWaiting(this.outbox.operations);
      this.onRefused(message, change ?? null);
      if (change) this.#fulfil(change.id, { stored: false, message });
    }
    this.#stand(this.outbox.queue.length > 0 ? "saving" : "saved");
    this.pump();
  }

  /** @param {Exclude<Reply<Answer>, {status: "ok"} | {status: "refused"}>} reply */
  #failed(reply) {
    this.outbox.sending.clear();
    this.failures += 1;
    this.message = "message" in reply ? reply.message : "";
    if (reply.status === "failed") this.message = t("failed-with-code", { message: reply.message, code: reply.code });
    if (reply.status === "offline") this.#stand(navigator.onLine ? "failing" : "offline");
    else this.#stand(reply.status === "failed" ? "failing" : reply.status);
    this.#again(RETRIES[Math.min(this.failures, RETRIES.length) - 1] ?? POLL);
  }

  /**
   * @param {string} id
   * @param {Outcome} outcome
   */
  #fulfil(id, outcome) {
    this.hopes.get(id)?.(outcome);
    this.hopes.delete(id);
  }

  /** @param {string} message */
  #say(message) {
    this.#stand("saved");
    if (message) this.onNotices([message]);
  }

  /** @param {Standing} standing */
  #stand(standing) {
    this.standing = standing;
    this.onStanding();
  }

  /** @param {number} delay ms */
  #again(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#tick(), delay);
  }

  /** Send what waits, or ask what is new; then come back. */
  async #tick() {
    clearTimeout(this.timer);
    if (document.visibilityState === "hidden" && this.outbox.queue.length === 0) return;
    if (this.outbox.queue.length > 0) await this.pump();
    else if (!this.busy && this.standing !== "closed") await this.#poll();
    if (this.standing === "saved" || this.standing === "saving") this.#again(POLL);
  }

  async #poll() {
    const query = new URLSearchParams({ client: this.outbox.client, seq: String(this.store.seq), cell: this.cell ?? "" });
    /** @type {Reply<Answer>} */
    const reply = await this.wire.get(`${this.store.urls.changes}?${query}`, true);
    if (this.busy) return;
    if (reply.status === "ok") {
      this.failures = 0;
      if (this.standing !== "saved") this.#stand("saved");
      this.store.receive(reply.data, [], this.outbox.operations);
    } else if (reply.status !== "refused") this.#failed(reply);
  }
}
