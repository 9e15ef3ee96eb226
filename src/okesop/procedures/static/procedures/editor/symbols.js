// @ts-check
/** Symbols in performer cells, by key, click or toolbar. The server says what becomes of the arrows. */

import { part, stamp } from "./element.js";
import { newId } from "./ids.js";
import { t } from "./texts.js";

/** @type {Record<string, Kind | null>} Space goes round */
const NEXT = { none: "process", process: "decision", decision: "terminator", terminator: null };

export class Symbols {
  /** @param {EditorDesk} desk */
  constructor(desk) {
    this.desk = desk;
    /** @type {string | null} the symbol selected before this one, for J */
    this.previous = null;
    /** @type {string | null} */
    this.current = null;
    /** @type {string | null} the capsule that Space made of a diamond: its round is over */
    this.rounded = null;
  }

  /** @returns {{step: string, performer: string, node: SopNode | null} | null} the selected performer cell */
  get here() {
    const spot = this.desk.selection.active;
    if (!spot?.column.startsWith("@")) return null;
    const performer = spot.column.slice(1);
    return { step: spot.step, performer, node: this.desk.store.outline.main(spot.step, performer) };
  }

  /** The selection moved: remember the symbol that was left. */
  moved() {
    const node = this.here?.node?.id ?? null;
    if (this.current && this.current !== node) this.previous = this.current;
    if (this.rounded !== node) this.rounded = null;
    this.current = node;
  }

  /** Space: empty, box, diamond, capsule, empty. */
  cycle() {
    const { here } = this;
    if (!here) return;
    const next = NEXT[this.#standing(here.node)];
    if (next === "terminator") this.rounded = here.node?.id ?? null;
    if (next === null) this.clear();
    else this.set(next ?? "process");
  }

  /**
   * Where a symbol stands in the round: a capsule at an end is the box of its row unless Space has made it.
   * @param {SopNode | null} node
   * @returns {string}
   */
  #standing(node) {
    if (!node) return "none";
    const automatic = node.kind === "terminator" && node.id !== this.rounded && this.desk.store.outline.atEnd(node.step);
    return automatic ? "process" : node.kind;
  }

  /**
   * Put a symbol here, or make the one that is here another kind.
   * @param {Kind} kind
   */
  async set(kind) {
    const { here } = this;
    if (!here) {
      this.desk.notices.toast(t("select-performer-cell"));
      return;
    }
    if (!this.desk.mayStructure()) return;
    if (!here.node) {
      this.#put(here.step, here.performer, kind);
      return;
    }
    if (here.node.kind === kind) return;
    const node = here.node.id;
    const outcome = await this.desk.sync.change([{ op: "set_kind", node, kind }], true);
    this.#tell();
    if (outcome.stored && kind === "decision") this.desk.answers.open(node);
  }

  /**
   * A click on an empty cell sets a box; on a phone a tap is too easily a mere touch of the scrolling hand.
   * @param {Spot} spot
   */
  clicked(spot) {
    if (this.desk.cards.phone.matches) return;
    const performer = spot.column.slice(1);
    if (!this.desk.store.outline.main(spot.step, performer)) this.set("process");
  }

  /**
   * @param {string} step
   * @param {string} performer
   * @param {Kind} kind
   */
  #put(step, performer, kind) {
    const others = this.desk.store.outline.of(step);
    if (others.length === 0) this.#send(step, performer, kind, null);
    else this.ask(step, performer, others, (mode) => this.#send(step, performer, kind, mode));
  }

  /**
   * A second symbol in a row: moved here, or joint work? Asked once, beside the cell.
   * @param {string} step
   * @param {string} performer
   * @param {SopNode[]} others
   * @param {(mode: "join" | "move") => void} act
   */
  ask(step, performer, others, act) {
    const { outline } = this.desk.store;
    const pop = stamp("pop-second");
    const who = outline.title(performer);
    const doers = [...new Set(others.map((node) => outline.title(node.performer)))].join(", ");
    part(pop, "[data-part=title]").textContent = t("second-title", { number: outline.number(step), who: doers });
    part(pop, "[data-part=who]").textContent = t("second-who", { who });
    const join = part(pop, "[data-part=join]");
    const move = part(pop, "[data-part=move]");
    move.textContent = t("second-move", { who });
    const choose = (/** @type {"join" | "move"} */ mode) => {
      this.desk.popover.close();
      act(mode);
    };
    join.addEventListener("click", () => choose("join"));
    move.addEventListener("click", () => choose("move"));
    const cell = this.desk.grid.cell(step, `@${performer}`);
    this.desk.popover.open(pop, () => cell?.getBoundingClientRect() ?? null);
    join.focus();
  }

  /**
   * @param {string} step
   * @param {string} performer
   * @param {Kind} kind
   * @param {"join" | "move" | null} mode
   */
  async #send(step, performer, kind, mode) {
    const id = newId("n");
    const cell = this.desk.grid.cell(step, `@${performer}`);
    cell?.classList.add(`placing-${kind}`);
    const outcome = await this.desk.sync.change([{ op: "put_symbol", id, step, performer, kind, mode }], true);
    cell?.classList.remove(`placing-${kind}`);
    const made = this.desk.store.outline.nodes.get(id);
    this.moved();
    this.#tell();
    if (outcome.stored && made?.kind === "decision") this.desk.answers.open(id);
  }

  /** Delete: the symbols of the block go, arrows are healed over the gap. */
  async clear() {
    const { steps, columns } = this.desk.selection.block;
    const { outline } = this.desk.store;
    const nodes = new Set(steps.flatMap((step) => columns.flatMap((column) => outline.at(step, column.slice(1)))));
    if (nodes.size === 0 || !this.desk.mayStructure()) return;
    await this.desk.sync.change([...nodes].map((node) => ({ op: "remove_symbol", node: node.id })), true);
    this.#tell();
  }

  /** Say to screen readers what the selected cell now holds. */
  #tell() {
    const spot = this.desk.selection.active;
    this.desk.say(spot ? this.desk.grid.cell(spot.step, spot.column)?.getAttribute("aria-label") ?? "" : "");
    this.desk.toolbar.render();
    this.desk.lightSelected();
  }

  /**
   * Alt with an arrow: the symbol goes to the neighbouring performer.
   * @param {1 | -1} by
   */
  async shift(by) {
    const { here } = this;
    if (!here?.node || !this.desk.mayStructure()) return;
    const { performers } = this.desk.store.document;
    const to = performers[this.desk.store.outline.column(here.node) + by];
    if (!to) return;
    const outcome = await this.desk.sync.change(
      [{ op: "move_symbol", node: here.node.id, performer: to.id }], true);
    if (outcome.stored) this.desk.selection.select({ step: here.step, column: `@${to.id}` });
  }

  /** J: joint work with the symbol selected before; again to part. */
  join() {
    const { here } = this;
    const { outline } = this.desk.store;
    if (!here || !this.desk.mayStructure()) return;
    const first = this.previous ? outline.nodes.get(this.previous) : undefined;
    const partner = first?.step === here.step ? first : outline.of(here.step).find((node) => node !== here.node);
    if (!partner || partner.step !== here.step) {
      this.desk.notices.toast(t("join-needs-row"));
      return;
    }
    if (!here.node) {
      this.#send(here.step, here.performer, "process", "join");
      return;
    }
    const op = outline.joined(partner.id, here.node.id) ? "part" : "join";
    this.desk.sync.change([{ op, first: partner.id, second: here.node.id }], true);
  }

  /** Enter: the answers of a diamond, or where a box leads; on an empty cell one row down. */
  openNext() {
    const { here } = this;
    if (here?.node) this.desk.answers.open(here.node.id);
    else this.desk.selection.go(1, 0);
  }
}
