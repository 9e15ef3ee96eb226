// @ts-check
/** A table from Excel, Word or Sheets: a place to paste it, then the mapping of its columns with a preview. */

import { parseHtml, parseTsv, readable } from "./blocks.js";
import { el, need, part } from "./element.js";
import { t } from "./texts.js";

const ROLES = ["no", "activity", "performer", "requirements", "time", "output", "note", "ignore"];
const SHOWN = 6; // rows of the preview

export class Paste {
  /** @param {EditorDesk} desk */
  constructor(desk) {
    this.desk = desk;
    this.dialog = /** @type {HTMLDialogElement} */ (need("paste-dialog"));
    this.area = /** @type {HTMLTextAreaElement} */ (part(this.dialog, "[data-part=area]"));
    this.first = part(this.dialog, "[data-part=first]");
    this.second = part(this.dialog, "[data-part=second]");
    this.confirm = /** @type {HTMLButtonElement} */ (part(this.dialog, "[data-part=confirm]"));
    this.headers = /** @type {HTMLSelectElement} */ (part(this.dialog, "[data-part=headers]"));
    /** @type {string[][]} */
    this.grid = [];
    /** @type {PastePlan | null} */
    this.plan = null;
    this.turn = 0;
    this.area.addEventListener("paste", (event) => this.#pasted(event));
    part(this.dialog, "[data-part=go]").addEventListener("click", () => this.#typed());
    part(this.dialog, "[data-part=cancel]").addEventListener("click", () => this.dialog.close());
    this.confirm.addEventListener("click", () => this.#take());
    this.headers.addEventListener("change", () => this.#ask(this.plan?.mapping ?? null, Number(this.headers.value)));
  }

  /** Ask for the table first. */
  open() {
    if (!this.desk.mayStructure()) return;
    this.desk.cell.commit();
    this.area.value = "";
    this.#stage(1);
    this.dialog.showModal();
    this.area.focus();
  }

  /**
   * Show what a pasted table would become.
   * @param {string[][]} grid
   */
  offer(grid) {
    if (!this.desk.mayStructure()) return;
    this.grid = grid;
    this.#stage(2);
    if (!this.dialog.open) this.dialog.showModal();
    this.#ask(null, null);
  }

  /** @param {ClipboardEvent} event */
  #pasted(event) {
    const html = event.clipboardData?.getData("text/html") ?? "";
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (readable(html) === null || readable(text) === null) {
      event.preventDefault();
      event.stopPropagation();
      this.#say([t("paste-no-text")]);
      return;
    }
    const grid = parseHtml(html) ?? parseTsv(text);
    if (grid.length < 2 && (grid[0]?.length ?? 0) < 2) return;
    event.preventDefault();
    this.offer(grid);
  }

  #typed() {
    if (this.area.value.trim()) this.offer(parseTsv(this.area.value));
    else this.area.focus();
  }

  /** @param {1 | 2} stage */
  #stage(stage) {
    this.dialog.classList.toggle("dialog-paste", stage === 2);
    this.first.hidden = stage !== 1;
    this.second.hidden = stage !== 2;
    this.confirm.hidden = true; // until there is a plan to confirm
    part(this.dialog, "[data-part=go]").hidden = stage !== 1;
    this.#say([]);
  }

  /**
   * @param {string[] | null} mapping
   * @param {number | null} headerRows
   */
  async #ask(mapping, headerRows) {
    this.turn += 1;
    const { turn } = this;
    this.confirm.setAttribute("aria-busy", "true");
    await this.desk.sync.settled();
    const { selection, grid } = this.desk;
    /** @type {Reply<PastePlan>} */
    const reply = await this.desk.wire.post(this.desk.store.urls.paste ?? "", {
      grid: this.grid, after: selection.active?.step ?? grid.steps.at(-1) ?? null, mapping, header_rows: headerRows,
    });
    if (turn !== this.turn) return;
    this.confirm.removeAttribute("aria-busy");
    if (reply.status === "ok") {
      this.#show(reply.data);
      if (mapping === null && headerRows === null) this.confirm.focus();
    } else this.#refuse("message" in reply && reply.message ? reply.message : t("paste-failed"));
  }

  /** @param {string} message */
  #refuse(message) {
    this.plan = null;
    this.confirm.hidden = true;
    part(this.dialog, "[data-part=preview]").replaceChildren();
    this.#say([message]);
  }

  /** @param {PastePlan} plan */
  #show(plan) {
    this.plan = plan;
    this.confirm.hidden = plan.operations.length === 0;
    this.headers.replaceChildren(...[0, 1, 2, 3].map((count) => el("option", { value: count }, t("header-rows", { count }))));
    this.headers.value = String(plan.header_rows);
    part(this.dialog, "[data-part=sum]").textContent = t("paste-sum", { steps: plan.steps, performers: plan.performers });
    this.confirm.textContent = t("paste-confirm", { steps: plan.steps });
    this.#say(plan.messages);
    const head = el("tr", {}, ...plan.mapping.map((role, at) => this.#column(role, at, plan.headings[at] ?? "")));
    const kinds = plan.mapping.map((role) => `as-${role}`);
    const rows = plan.rows.slice(0, SHOWN).map((row) => el("tr", {}, ...row.map((cell, at) => el("td", { class: kinds[at] }, cell))));
    const table = el("table", { class: "paste-preview" }, el("thead", {}, head), el("tbody", {}, ...rows));
    const rest = plan.rows.length - SHOWN;
    const more = rest > 0 ? el("p", { class: "hint" }, t("paste-more", { count: rest })) : null;
    part(this.dialog, "[data-part=preview]").replaceChildren(table, ...(more ? [more] : []));
  }

  /**
   * @param {string} role
   * @param {number} at
   * @param {string} heading
   */
  #column(role, at, heading) {
    const select = el("select", { class: "input", "aria-label": t("column-means", { number: at + 1, heading }) },
      ...ROLES.map((one) => el("option", { value: one }, t(`role-${one}`))));
    select.value = role;
    select.addEventListener("change", () => {
      const mapping = [...(this.plan?.mapping ?? [])];
      mapping[at] = select.value;
      this.#ask(mapping, this.plan?.header_rows ?? null);
    });
    return el("th", { scope: "col", class: `as-${role}` }, select, el("span", {}, heading));
  }

  /** @param {string[]} messages */
  #say(messages) {
    part(this.dialog, "[data-part=messages]").replaceChildren(...messages.map((message) => el("li", {}, message)));
  }

  async #take() {
    const { plan } = this;
    if (!plan || this.confirm.getAttribute("aria-busy")) return;
    this.dialog.close();
    const outcome = await this.desk.sync.change(plan.operations, true);
    if (!outcome.stored) return;
    this.desk.notices.toast(t("pasted", { steps: plan.steps }), { label: t("undo"), act: () => this.desk.undo(false) });
    const { grid, selection } = this.desk;
    const pasted = new Set(plan.operations.filter((operation) => operation.op === "insert_steps")
      .flatMap((operation) => /** @type {{id: string}[]} */ (operation.steps)).map((step) => step.id));
    const rows = grid.steps.filter((step) => pasted.has(step));
    const [first, last] = [rows[0], rows.at(-1)];
    if (first && last) selection.range({ step: first, column: "activity" }, { step: last, column: "note" });
  }
}
