// @ts-check
/** Who else is here: pictures in the bar, a frame with the name around the cell where somebody is. */

import { el, need } from "./element.js";
import { TEXT_COLUMNS } from "./outline.js";
import { columnOf } from "./row.js";
import { t } from "./texts.js";

const TONES = ["avatar-b", "avatar-c"];

export class Presence {
  /** @param {EditorDesk} desk */
  constructor(desk) {
    this.desk = desk;
    this.bar = need("avatars");
    this.shown = "";
    desk.store.on("people", () => this.render());
  }

  /** @returns {Person[]} everybody but this person in another window */
  get others() {
    return this.desk.store.people.filter((one) => one.name !== this.desk.store.me.name);
  }

  /** Show the people as they stand. */
  render() {
    const { me } = this.desk.store;
    const people = this.others;
    const shown = JSON.stringify(people);
    if (shown === this.shown && this.#framed()) return;
    this.shown = shown;
    const faces = people.map((one, at) => face(one.initials, one.name, TONES[at % TONES.length] ?? ""));
    this.bar.replaceChildren(face(me.initials, t("you"), ""), ...faces);
    this.bar.setAttribute("aria-label", t("open-now", { names: [t("you"), ...people.map((one) => one.name)].join(", ") }));
    for (const old of this.desk.grid.body.querySelectorAll(".peer")) old.remove();
    for (const one of people) this.#cell(one)?.append(el("span", { class: "peer" }, el("b", {}, one.name)));
  }

  /** @returns {boolean} false when a frame was lost because its row was made anew */
  #framed() {
    return this.others.every((one) => this.#cell(one)?.querySelector(".peer") !== null);
  }

  /** @param {Person} person */
  #cell(person) {
    const [kind, step = "", column = ""] = (person.cell ?? "").split("/");
    const text = /** @type {string[]} */ (TEXT_COLUMNS).includes(column);
    return kind === "steps" ? this.desk.grid.cell(step, text ? column : columnOf(column)) : null;
  }

  /**
   * @param {string[]} steps
   * @returns {string | null} the name of somebody who is in one of these rows
   */
  inRows(steps) {
    return this.others.find((one) => steps.includes((one.cell ?? "").split("/")[1] ?? ""))?.name ?? null;
  }
}

/**
 * @param {string} initials
 * @param {string} name
 * @param {string} tone
 */
function face(initials, name, tone) {
  return el("span", { class: `avatar avatar-s ${tone}`, title: name, "aria-hidden": "true" }, initials);
}
