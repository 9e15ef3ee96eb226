// @ts-check
/** Performers are columns: add, rename, take from the register, move, merge, remove. */

import { el, part, stamp } from "./element.js";
import { newId } from "./ids.js";
import { Picker, positions } from "./picker.js";
import { t } from "./texts.js";

export class Performers {
  /** @param {EditorDesk} desk */
  constructor(desk) {
    this.desk = desk;
    desk.grid.heading.onMenu = (performer, anchor) => this.menu(performer, anchor);
    desk.grid.heading.onAdd = () => this.add();
  }

  /**
   * Ask for new columns, one after the other.
   * @param {string | null} [after] a performer; the last one unless said
   * @param {HTMLElement} [anchor]
   */
  add(after = this.desk.store.document.performers.at(-1)?.id ?? null, anchor = this.desk.toolbar.addPerformer) {
    if (!this.desk.mayStructure()) return;
    this.desk.cell.commit();
    const pop = stamp("pop-add-performer");
    const input = /** @type {HTMLInputElement} */ (part(pop, "[data-part=title]"));
    const done = part(pop, "[data-part=done]");
    let last = after;
    const pick = async (/** @type {Choice} */ choice) => {
      const id = newId("p");
      const place = last;
      input.value = "";
      input.focus();
      const outcome = await this.desk.sync.change([{
        op: "insert_performer", id, title: choice.text, position: choice.id ?? null, after: place,
      }], true);
      if (!outcome.stored) return;
      last = id;
      done.textContent = t("performer-added", { who: choice.text });
    };
    const picker = new Picker(input, part(pop, "[data-part=list]"), { ask: positions(this.desk), pick });
    part(pop, "[data-part=add]").addEventListener("click", () => input.value.trim() && pick(picker.named(input.value.trim())));
    const beside = () => (anchor.isConnected ? anchor : this.desk.toolbar.addPerformer).getBoundingClientRect();
    this.desk.popover.open(pop, beside, { hangs: true });
    input.focus();
  }

  /**
   * @param {string} id
   * @param {HTMLElement} anchor its heading
   */
  menu(id, anchor) {
    const { performers } = this.desk.store.document;
    const at = performers.findIndex((one) => one.id === id);
    const performer = performers[at];
    if (!performer) return;
    this.desk.cell.commit();
    const pop = stamp("pop-performer");
    pop.setAttribute("aria-label", t("performer-menu", { who: performer.title || t("performer-untitled") }));
    const title = this.#title(pop, performer);
    const wire = (/** @type {string} */ name, /** @type {boolean} */ shown, /** @type {() => void} */ act) => {
      const button = part(pop, `[data-part=${name}]`);
      button.hidden = !shown;
      button.addEventListener("click", () => {
        this.desk.popover.close();
        act();
      });
    };
    wire("left", at > 0, () => this.#structure({ op: "move_performer", performer: id, after: performers[at - 2]?.id ?? null }));
    wire("right", at < performers.length - 1,
      () => this.#structure({ op: "move_performer", performer: id, after: performers[at + 1]?.id }));
    wire("insert", true, () => this.add(id, this.desk.grid.heading.button(id) ?? undefined));
    wire("remove", true, () => this.#remove(performer));
    this.#merge(pop, performer);
    const heading = () => (this.desk.grid.heading.button(id) ?? anchor).getBoundingClientRect();
    this.desk.popover.open(pop, heading, { hangs: true });
    title.focus();
    title.select();
  }

  /**
   * @param {HTMLElement} pop
   * @param {Performer} performer
   * @returns {HTMLInputElement}
   */
  #title(pop, performer) {
    const input = /** @type {HTMLInputElement} */ (part(pop, "[data-part=title]"));
    input.value = performer.title;
    const pick = (/** @type {Choice} */ choice) => {
      this.desk.popover.close();
      if (choice.id) {
        this.#structure({ op: "set_position", performer: performer.id, position: choice.id, title: choice.text });
      } else if (choice.text !== performer.title) {
        this.desk.sync.change([{ op: "set_text", place: `performers/${performer.id}/title`, value: choice.text }]);
      }
    };
    const picker = new Picker(input, part(pop, "[data-part=list]"), { ask: positions(this.desk), pick });
    part(pop, "[data-part=keep]").addEventListener("click", () => pick(picker.named(input.value.trim())));
    return input;
  }

  /**
   * @param {HTMLElement} pop
   * @param {Performer} performer
   */
  #merge(pop, performer) {
    const others = this.desk.store.document.performers.filter((one) => one.id !== performer.id);
    const box = part(pop, "[data-part=merge]");
    box.hidden = others.length === 0;
    const select = /** @type {HTMLSelectElement} */ (part(box, "select"));
    select.append(...others.map((one) => el("option", { value: one.id }, one.title || t("performer-untitled"))));
    part(box, "button").addEventListener("click", () => {
      this.desk.popover.close();
      this.#structure({ op: "merge_performers", performer: performer.id, into: select.value });
    });
  }

  /** @param {Performer} performer */
  async #remove(performer) {
    const outcome = await this.#structure({ op: "remove_performer", performer: performer.id });
    if (outcome?.stored) {
      const who = performer.title || t("performer-untitled");
      this.desk.notices.toast(t("performer-removed", { who }), { label: t("undo"), act: () => this.desk.undo(false) });
    }
  }

  /** @param {Operation} operation */
  async #structure(operation) {
    if (!this.desk.mayStructure()) return null;
    return this.desk.sync.change([operation], true);
  }
}
