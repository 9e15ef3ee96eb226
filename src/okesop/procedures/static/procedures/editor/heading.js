// @ts-check
/** The head of the form: performers are buttons that open their menu. */

import { button, el, icon } from "./element.js";
import { t } from "./texts.js";

export class Heading {
  /**
   * @param {HTMLTableElement} table
   * @param {DraftStore} store
   */
  constructor(table, store) {
    this.store = store;
    this.group = el("colgroup");
    this.head = el("thead");
    table.append(this.group, this.head);
    this.shown = "";
    /** @type {(performer: string, anchor: HTMLElement) => void} */
    this.onMenu = () => {};
    /** @type {() => void} */
    this.onAdd = () => {};
  }

  /** Show the performers as they stand. */
  render() {
    const { performers } = this.store.document;
    const shown = JSON.stringify(performers);
    if (shown === this.shown) return;
    this.shown = shown;
    const count = Math.max(1, performers.length);
    this.group.replaceChildren(...Array.from({ length: count + 6 }, () => el("col")));
    const top = el("tr", { role: "row" },
      title("no", t("column-no"), { rowspan: 2 }), title("act", t("column-activity"), { rowspan: 2 }),
      title("", t("column-performers"), { colspan: count, scope: "colgroup" }),
      title("edge", t("column-standard"), { colspan: 3, scope: "colgroup" }),
      title("", t("column-note"), { rowspan: 2 }));
    const columns = performers.length > 0 ? performers.map((one) => this.#column(one)) : [this.#lone()];
    const bottom = el("tr", { role: "row" }, ...columns,
      title("edge", t("column-requirements")), title("", t("column-time")), title("", t("column-output")));
    this.head.replaceChildren(top, bottom);
  }

  /** @param {string} performer */
  button(performer) {
    return /** @type {HTMLElement | null} */ (this.head.querySelector(`[data-performer="${performer}"]`));
  }

  /** @param {Performer} performer */
  #column(performer) {
    const name = performer.title || t("performer-untitled");
    const open = el("button", {
      type: "button", class: "head-button", "data-performer": performer.id, "aria-haspopup": "dialog",
    }, name);
    open.addEventListener("click", () => this.onMenu(performer.id, open));
    return el("th", { scope: "col", role: "columnheader", class: "who-col" }, open);
  }

  #lone() {
    const add = button(t("add-performer"), "btn-s btn-soft", () => this.onAdd());
    add.prepend(icon("plus"));
    return el("th", { scope: "col", role: "columnheader", class: "who-col" }, add);
  }
}

/**
 * @param {string} classes
 * @param {string} words
 * @param {Record<string, string | number>} [more]
 */
function title(classes, words, more = {}) {
  return el("th", { class: classes, scope: "col", role: "columnheader", ...more }, words);
}
