// @ts-check
/** Copy, cut and paste in the table: texts for other programs, symbols with their answers for ourselves. */

import { parseHtml, parseTsv, toHtml, toTsv } from "./blocks.js";
import { newId } from "./ids.js";
import { t } from "./texts.js";

const OWN = "application/x-okesop-cells";
/** @type {Record<string, string>} */
const SIGNS = { terminator: "○", process: "□", decision: "◇" };

/** @typedef {{text?: string, kind?: Kind, exits?: Exit[]}} Copied */

/** @param {EditorDesk} desk */
export function listenToClipboard(desk) {
  document.addEventListener("copy", (event) => onTable(desk, event) && copy(desk, event));
  document.addEventListener("cut", (event) => {
    if (!onTable(desk, event)) return;
    copy(desk, event);
    desk.fill.clear();
    desk.symbols.clear();
  });
  document.addEventListener("paste", (event) => {
    if (onTable(desk, event) || nowhereElse(desk)) paste(desk, event);
  });
}

/**
 * @param {EditorDesk} desk
 * @param {ClipboardEvent} event
 * @returns {boolean} true when cells are selected and none is being written
 */
function onTable(desk, event) {
  const target = event.target instanceof Element ? event.target : document.activeElement;
  return !desk.cell.open && target !== null && desk.grid.table.contains(target) && !target.closest("input, textarea");
}

/**
 * A paste that no field takes is meant for the form, also when a button or nothing has the focus.
 * @param {EditorDesk} desk
 * @returns {boolean}
 */
function nowhereElse(desk) {
  const taken = document.activeElement?.closest("input, textarea, select, dialog, .pop, aside");
  return desk.tabs.current === "langkah" && !taken && !desk.cards.phone.matches;
}

/**
 * @param {EditorDesk} desk
 * @param {ClipboardEvent} event
 */
function copy(desk, event) {
  const { steps, columns } = desk.selection.block;
  const copied = steps.map((step) => columns.map((column) => cell(desk, step, column)));
  const words = copied.map((row) => row.map((one) => one.text ?? SIGNS[one.kind ?? ""] ?? ""));
  event.clipboardData?.setData("text/plain", toTsv(words));
  event.clipboardData?.setData("text/html", toHtml(words));
  event.clipboardData?.setData(OWN, JSON.stringify(copied));
  event.preventDefault();
}

/**
 * @param {EditorDesk} desk
 * @param {string} step
 * @param {string} column
 * @returns {Copied}
 */
function cell(desk, step, column) {
  if (!column.startsWith("@")) return { text: desk.store.text(`steps/${step}/${column}`) };
  const { outline } = desk.store;
  const node = outline.main(step, column.slice(1));
  if (!node) return {};
  const exits = outline.exits(node.id).map((edge) => ({
    to: outline.endsHere(edge) ? null : edge.to, label: edge.label ?? null, leave: edge.leave ?? null, side: edge.side ?? null,
  }));
  return { kind: node.kind, exits };
}

/**
 * @param {EditorDesk} desk
 * @param {ClipboardEvent} event
 */
function paste(desk, event) {
  const own = event.clipboardData?.getData(OWN);
  const html = event.clipboardData?.getData("text/html") ?? "";
  const text = event.clipboardData?.getData("text/plain") ?? "";
  event.preventDefault();
  if (own) {
    pasteOwn(desk, /** @type {Copied[][]} */ (JSON.parse(own)));
    return;
  }
  const grid = parseHtml(html) ?? (text ? parseTsv(text) : null);
  if (!grid) return;
  const isTable = grid.length > 1 && (grid[0]?.length ?? 0) > 2;
  const inPerformer = desk.selection.active?.column.startsWith("@") ?? false;
  if (isTable) desk.paste.offer(grid);
  else if (inPerformer) desk.notices.toast(t("paste-needs-text-cell"));
  else desk.fill.put(grid);
}

/**
 * @param {EditorDesk} desk
 * @param {Copied[][]} copied
 */
function pasteOwn(desk, copied) {
  const texts = copied.map((row) => row.filter((one) => one.text !== undefined).map((one) => one.text ?? ""));
  const symbols = copied.flat().filter((one) => one.kind);
  const { here } = desk.symbols;
  const [only] = symbols;
  if (copied.length === 1 && copied[0]?.length === 1 && only && here) pasteSymbol(desk, here, only);
  else if (texts.some((row) => row.length > 0) && !here) desk.fill.put(texts);
  else desk.notices.toast(t(here ? "paste-needs-text-cell" : "select-performer-cell"));
}

/**
 * A symbol with its answers, into the selected performer cell.
 * @param {EditorDesk} desk
 * @param {{step: string, performer: string, node: SopNode | null}} here
 * @param {Copied} copied
 */
function pasteSymbol(desk, here, copied) {
  if (!desk.mayStructure()) return;
  const { outline } = desk.store;
  const id = here.node?.id ?? newId("n");
  const mode = outline.of(here.step).length > 0 ? "join" : null;
  const first = here.node ? { op: "set_kind", node: id, kind: copied.kind }
    : { op: "put_symbol", id, step: here.step, performer: here.performer, kind: copied.kind, mode };
  const exits = (copied.exits ?? []).filter((exit) => exit.to === null || (outline.nodes.has(exit.to) && exit.to !== id));
  const second = exits.length > 0 ? [{ op: "set_exits", node: id, exits }] : [];
  desk.sync.change([first, ...second], true);
}
