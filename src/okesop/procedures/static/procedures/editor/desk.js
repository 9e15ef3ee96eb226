// @ts-check
/** The desk: all parts of the editor, and the few things that concern several of them. */

import { Answers } from "./answers.js";
import { Cards } from "./cards.js";
import { CellEditor } from "./cell.js";
import { Dialogs } from "./dialogs.js";
import { need, part } from "./element.js";
import { Fill } from "./fill.js";
import { Findings } from "./findings.js";
import { Flow } from "./flow.js";
import { Grid } from "./grid.js";
import { History } from "./history.js";
import { Identity } from "./identity.js";
import { Mine } from "./mine.js";
import { Notices } from "./notices.js";
import { Outbox } from "./outbox.js";
import { LISTS } from "./outline.js";
import { Panel } from "./panel.js";
import { Paste } from "./paste.js";
import { Performers } from "./performers.js";
import { Popover } from "./popover.js";
import { Presence } from "./presence.js";
import { Preview } from "./preview.js";
import { Rows } from "./rows.js";
import { Selection } from "./selection.js";
import { SheetSize } from "./sheet.js";
import { Store } from "./store.js";
import { Submission } from "./submission.js";
import { Symbols } from "./symbols.js";
import { Sync } from "./sync.js";
import { Tabs } from "./tabs.js";
import { t } from "./texts.js";
import { Toolbar } from "./toolbar.js";
import { Wire } from "./wire.js";

const REGIONS = ["tools", "sheet", "panel"];
const SETTLE = 120; // ms of quiet before the drawing is asked for anew

export class Desk {
  /** @param {State} state */
  constructor(state) {
    this.wire = new Wire(need("editor"));
    this.store = new Store(state);
    this.outbox = new Outbox(state.urls.changes ?? "", state.me.key);
    this.sync = new Sync(this.store, this.outbox, this.wire);
    this.grid = new Grid(this.store);
    this.sheet = new SheetSize(this.grid, this.store);
    this.flow = new Flow(this.grid, this.store, this.sheet);
    this.selection = new Selection(this.grid);
    this.popover = new Popover();
    this.notices = new Notices(this);
    this.dialogs = new Dialogs(this);
    this.mine = new Mine(this);
    this.cell = new CellEditor(this);
    this.rows = new Rows(this);
    this.fill = new Fill(this);
    this.symbols = new Symbols(this);
    this.answers = new Answers(this);
    this.toolbar = new Toolbar(this);
    this.performers = new Performers(this);
    this.paste = new Paste(this);
    this.identity = new Identity(this);
    this.findings = new Findings(this);
    this.panel = new Panel(this);
    this.presence = new Presence(this);
    this.preview = new Preview(this);
    this.history = new History(this, need("history"));
    this.cards = new Cards(this);
    this.submission = new Submission(this);
    this.tabs = new Tabs((name) => this.#tabShown(name));
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.settling = undefined;
    this.#connect();
  }

  #connect() {
    this.sync.measure = (operations) => this.sheet.after(operations);
    this.store.on("document", () => this.render());
    this.store.on("drawing", () => {
      this.flow.show();
      this.settle();
    });
    this.store.on("findings", () => this.cards.render());
    this.store.on("history", () => {
      this.toolbar.render();
      this.grid.renderTotal();
    });
    this.selection.on(() => {
      const { active } = this.selection;
      this.sync.cell = active ? `steps/${active.step}/${active.column.replace("@", "")}` : null;
      this.symbols.moved();
      this.findings.entered(active?.step ?? null);
      this.toolbar.render();
      this.lightSelected();
      if (this.panel.page === "notes") this.panel.notes.renderPlace();
    });
  }

  /** Show the document in every part of the page. */
  render() {
    const inside = this.grid.table.contains(document.activeElement);
    this.grid.render();
    this.sheet.fit();
    this.cell.rendered();
    this.selection.refresh();
    // A row or cell that was moved has lost the focus on its way.
    const { active } = this.selection;
    if (inside && active && document.activeElement === document.body) this.selection.select(active, { keep: true });
    if (!this.store.redrawn) this.flow.align();
    this.findings.render();
    this.presence.render();
    this.answers.renew();
    if (this.tabs.current === "identitas") this.identity.render();
    this.cards.render();
    this.toolbar.render();
    this.toolbar.status();
    part(need("editor"), "h1").textContent = this.store.document.identity.title || t("untitled");
    this.settle();
  }

  /** When texts have outgrown the drawing and nothing is on its way, ask for it anew. */
  settle() {
    clearTimeout(this.settling);
    this.settling = setTimeout(() => {
      const quiet = this.outbox.queue.length === 0 && !this.sync.busy && !this.sync.drawing && !this.cell.open;
      if (quiet && this.tabs.current === "langkah" && this.sheet.outgrown) this.sync.draw();
    }, SETTLE);
  }

  /** A cell was closed. */
  afterTyping() {
    this.flow.align();
    this.settle();
  }

  /** The window, the font or the visible part of the page changed: widths first, then heights. */
  refit() {
    this.sheet.forget();
    this.sheet.fit();
    this.flow.align();
    this.settle();
  }

  /**
   * Structural actions need the server; without it they wait, and this says so.
   * @returns {boolean}
   */
  mayStructure() {
    if (this.sync.reachable) return true;
    this.notices.toast(t("structure-waits"));
    return false;
  }

  /** @param {boolean} redo */
  async undo(redo) {
    this.cell.commit();
    if (this.mayStructure()) await this.sync.undo(redo);
  }

  /** @param {string} node whose lines are thickened */
  lightNode(node) {
    if (this.flow.lit === node) return;
    this.flow.light(node);
    this.toolbar.status();
  }

  /** Back to the lines of the selected symbol. */
  lightSelected() {
    this.flow.light(this.symbols.here?.node?.id ?? null);
    this.toolbar.status();
  }

  /**
   * Said to screen readers.
   * @param {string} message
   */
  say(message) {
    this.notices.whisper(message);
  }

  /**
   * A place of the document in words.
   * @param {string} place
   * @returns {string}
   */
  where(place) {
    const [kind = "", id = "", field] = place.split("/");
    const known = this.identity.fields.has(id) ? id : "institution";
    if (kind === "identity") return t("where-identity", { field: t(`field-${known}`) });
    if (/** @type {string[]} */ (LISTS).includes(kind)) return t("where-identity", { field: t(`list-${kind}`) });
    if (kind === "performers") return this.store.outline.title(id);
    const spot = this.findings.spotOf(place);
    const number = this.store.outline.number(spot?.step ?? "");
    if (kind === "steps" && field) return t("cell-name", { column: t(`column-${field}`), number });
    return t("where-step", { number });
  }

  /**
   * Bring a place of the document in sight and put the focus there.
   * @param {string} place
   */
  goTo(place) {
    const spot = this.findings.spotOf(place);
    const [kind = "", id = ""] = place.split("/");
    if (kind === "identity" || /** @type {string[]} */ (LISTS).includes(kind)) {
      this.#open("identitas");
      this.identity.focus(place);
      return;
    }
    this.#open("langkah");
    if (this.panel.folds) this.panel.box.classList.remove("open");
    if (spot && this.cards.phone.matches) this.cards.goTo(spot);
    else if (spot) this.selection.select(spot);
    else if (kind === "performers" && id) this.grid.heading.button(id)?.focus();
    else this.#focusForm();
  }

  /** A place that is the whole table: its first cell, or what begins it. */
  #focusForm() {
    const [step] = this.grid.steps;
    if (step && !this.cards.phone.matches) this.selection.select({ step, column: "activity" });
    else part(this.grid.empty, "button").focus();
  }

  /** @param {string} name of a tab */
  #open(name) {
    if (this.tabs.current === name) return;
    history.replaceState(null, "", `#${name}`);
    this.tabs.show(name);
  }

  /**
   * F6: from the tools to the form to the panel.
   * @param {1 | -1} by
   */
  nextRegion(by) {
    const now = REGIONS.findIndex((id) => need(id).contains(document.activeElement));
    const id = REGIONS[(now + by + REGIONS.length) % REGIONS.length] ?? "sheet";
    const target = need(id).querySelector('td[tabindex="0"], button[tabindex="0"], [aria-pressed="true"], button:not([tabindex="-1"])');
    /** @type {HTMLElement | null} */ (target)?.focus();
    if (id === "sheet" && this.selection.active) this.selection.select(this.selection.active);
  }

  /** @param {string} name */
  #tabShown(name) {
    this.cell.commit();
    this.popover.close(false);
    if (name === "langkah") this.refit();
    if (name === "identitas") {
      this.identity.shown();
      this.findings.mark();
    }
    if (name === "pratinjau") this.preview.load();
    if (name === "riwayat") this.history.load();
  }
}
