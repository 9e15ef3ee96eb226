// @ts-check
/** Copy, cut and paste in the table: texts for other programs, symbols with their answers for ourselves. */

import { parseHtml, parseTsv, readable, toHtml, toTsv } from "./blocks.js";
import { newId } from "./ids.js";
import { t } from "./texts.js";

const OWN = "application/x-okesop-cells";
/** @type {Record<string, string>} */
const SIGNS = { terminator: "○", process: "□", decision: "◇" };

/** @typedef {Exit & {next?: boolean}} CopiedExit next leads on to whatever follows the row it is pasted into */
/** @typedef {{text?: string, kind?: Kind, exits?: CopiedExit[]}} Copied */

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
    if (refused(desk, event)) event.preventDefault();
    else if (onTable(desk, event) || nowhereElse(desk)) paste(desk, event);
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
 * The inside of a file is no text, wherever it is pasted.
 * @param {EditorDesk} desk
 * @param {ClipboardEvent} event
 * @returns {boolean} true when it was refused, in words
 */
function refused(desk, event) {
  const flavours = ["text/plain", "text/html"].map((flavour) => event.clipboardData?.getData(flavour) ?? "");
  if (flavours.every((text) => readable(text) !== null)) return false;
  desk.notices.toast(t("paste-no-text"));
  return true;
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
  const next = outline.next(step)?.id;
  const exits = outline.exits(node.id).map((edge) => ({
    to: outline.endsHere(edge) ? null : edge.to, label: edge.label ?? null, leave: edge.leave ?? null, side: edge.side ?? null,
    next: edge.to === next,
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
  const grid = parseHtml(readable(html) ?? "") ?? (text ? parseTsv(readable(text) ?? "") : null);
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
 * A symbol with its answers, into the selected performer cell; a row that has one asks first.
 * @param {EditorDesk} desk
 * @param {{step: string, performer: string, node: SopNode | null}} here
 * @param {Copied} copied
 */
function pasteSymbol(desk, here, copied) {
  if (!desk.mayStructure()) return;
  const { step, performer, node } = here;
  const { kind } = copied;
  if (node) {
    desk.sync.change([{ op: "set_kind", node: node.id, kind }, ...exitsOf(desk, step, node.id, copied)], true);
    return;
  }
  const others = desk.store.outline.of(step);
  const put = (/** @type {"join" | "move" | null} */ mode) => {
    const id = newId("n");
    const moved = mode === "move" && others.length === 1 ? others[0]?.id ?? id : id;
    const shaped = moved === id ? [] : [{ op: "set_kind", node: moved, kind }];
    const first = { op: "put_symbol", id, step, performer, kind, mode };
    const exits = mode === "move" && moved === id ? [] : exitsOf(desk, step, moved, copied);
    desk.sync.change([first, ...shaped, ...exits], true);
  };
  if (others.length > 0) desk.symbols.ask(step, performer, others, put);
  else put(null);
}

/**
 * What leaves the copied symbol, as it leaves the pasted one. A plain symbol that merely led on says nothing.
 * @param {EditorDesk} desk
 * @param {string} step
 * @param {string} node
 * @param {Copied} copied
 * @returns {Operation[]}
 */
function exitsOf(desk, step, node, copied) {
  const { outline } = desk.store;
  const all = copied.exits ?? [];
  if (all.every((exit) => exit.next && !exit.label)) return [];
  const next = outline.next(step)?.id ?? "";
  const exits = all.map(({ next: onward, ...exit }) => (onward ? { ...exit, to: next } : exit))
    .filter((exit) => exit.to === null || (outline.nodes.has(exit.to) && exit.to !== node));
  return exits.length > 0 ? [{ op: "set_exits", node, exits }] : [];
}
