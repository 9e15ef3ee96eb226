// @ts-check
/** The keys of the table: docs of the model in one table of bindings (Ctrl+/ lists them for the author). */

/** @typedef {(desk: EditorDesk) => void} Command */

/** @type {Record<string, Command>} in every cell that is selected and not being written */
const ANYWHERE = {
  ArrowUp: ({ selection }) => selection.go(-1, 0),
  ArrowDown: ({ selection }) => selection.go(1, 0),
  ArrowLeft: ({ selection }) => selection.go(0, -1),
  ArrowRight: ({ selection }) => selection.go(0, 1),
  "Shift+ArrowUp": ({ selection }) => selection.go(-1, 0, true),
  "Shift+ArrowDown": ({ selection }) => selection.go(1, 0, true),
  "Shift+ArrowLeft": ({ selection }) => selection.go(0, -1, true),
  "Shift+ArrowRight": ({ selection }) => selection.go(0, 1, true),
  Home: ({ selection, grid }) => selection.active && selection.select({ step: selection.active.step, column: grid.columns[0] ?? "" }),
  End: ({ selection, grid }) => selection.active && selection.select({ step: selection.active.step, column: grid.columns.at(-1) ?? "" }),
  "Ctrl+Home": ({ selection, grid }) => selection.select({ step: grid.steps[0] ?? "", column: grid.columns[0] ?? "" }),
  "Ctrl+End": ({ selection, grid }) => selection.select({ step: grid.steps.at(-1) ?? "", column: grid.columns.at(-1) ?? "" }),
  PageDown: ({ selection, grid }) => selection.go(Math.min(8, grid.steps.length - 1 - grid.steps.indexOf(selection.active?.step ?? "")), 0),
  PageUp: ({ selection, grid }) => selection.go(-Math.min(8, grid.steps.indexOf(selection.active?.step ?? "")), 0),
  "Ctrl+A": ({ selection, grid }) => selection.rows(grid.steps[0] ?? "", grid.steps.at(-1) ?? ""),
  "Alt+ArrowUp": ({ rows }) => rows.shift(-1),
  "Alt+ArrowDown": ({ rows }) => rows.shift(1),
  "Ctrl+Enter": ({ rows }) => rows.insertBelow(),
  "Ctrl+Delete": ({ rows }) => rows.remove(),
  "Ctrl+Backspace": ({ rows }) => rows.remove(),
  "Ctrl+D": ({ fill }) => fill.down(),
};

/** @type {Record<string, Command>} */
const IN_TEXT = {
  Enter: ({ rows }) => rows.down(),
  F2: ({ cell, selection }) => selection.active && cell.edit(selection.active),
  Delete: ({ fill }) => fill.clear(),
  Backspace: ({ fill }) => fill.clear(),
};

/** @type {Record<string, Command>} */
const IN_PERFORMER = {
  Enter: ({ symbols }) => symbols.openNext(),
  F2: ({ symbols }) => symbols.openNext(),
  " ": ({ symbols }) => symbols.cycle(),
  K: ({ symbols }) => symbols.set("terminator"),
  B: ({ symbols }) => symbols.set("process"),
  D: ({ symbols }) => symbols.set("decision"),
  J: ({ symbols }) => symbols.join(),
  Delete: ({ symbols }) => symbols.clear(),
  Backspace: ({ symbols }) => symbols.clear(),
  "Alt+ArrowLeft": ({ symbols }) => symbols.shift(-1),
  "Alt+ArrowRight": ({ symbols }) => symbols.shift(1),
};

/** @type {Record<string, Command>} on the whole page, outside of fields */
const ON_PAGE = {
  "Ctrl+Z": (desk) => desk.undo(false),
  "Ctrl+Y": (desk) => desk.undo(true),
  "Ctrl+Shift+Z": (desk) => desk.undo(true),
};

/** @type {Record<string, Command>} on the whole page, in fields as well */
const ALWAYS = {
  F8: ({ findings }) => findings.next(1),
  "Shift+F8": ({ findings }) => findings.next(-1),
  F6: (desk) => desk.nextRegion(1),
  "Shift+F6": (desk) => desk.nextRegion(-1),
  "Ctrl+/": ({ dialogs }) => dialogs.keys(),
};

/**
 * @param {KeyboardEvent} event
 * @returns {string} "Ctrl+Shift+Z", "ArrowUp", "K"
 */
export function chord(event) {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const printable = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
  return (event.ctrlKey || event.metaKey ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "")
    + (event.shiftKey && !printable ? "Shift+" : "") + key;
}

/** @param {EditorDesk} desk */
export function listenToKeys(desk) {
  desk.grid.table.addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    if (desk.cell.open) whileWriting(desk, event);
    else if (desk.grid.place(event.target)) whileSelected(desk, event);
  });
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.isComposing) return;
    const inField = event.target instanceof Element && event.target.closest("input, textarea, select, dialog");
    run((inField ? undefined : ON_PAGE[chord(event)]) ?? ALWAYS[chord(event)], desk, event);
  });
}

/**
 * @param {Command | undefined} command
 * @param {EditorDesk} desk
 * @param {KeyboardEvent} event
 * @returns {boolean}
 */
function run(command, desk, event) {
  if (!command) return false;
  event.preventDefault();
  command(desk);
  return true;
}

/**
 * @param {EditorDesk} desk
 * @param {KeyboardEvent} event
 */
function whileWriting(desk, event) {
  const { cell, rows, selection } = desk;
  const pressed = chord(event);
  if (pressed === "Escape") {
    event.preventDefault();
    cell.cancel();
    if (selection.active) selection.select(selection.active);
  } else if (pressed === "Enter") {
    event.preventDefault();
    cell.commit();
    rows.down();
  } else if (pressed === "Alt+Enter") {
    event.preventDefault();
    document.execCommand("insertText", false, "\n");
  } else if (pressed === "Tab" || pressed === "Shift+Tab") {
    cell.commit();
    tab(desk, event);
  } else if (pressed === "Ctrl+Enter") {
    event.preventDefault();
    cell.commit();
    rows.insertBelow();
  }
}

/**
 * @param {EditorDesk} desk
 * @param {KeyboardEvent} event
 */
function whileSelected(desk, event) {
  const pressed = chord(event);
  const inPerformer = desk.selection.active?.column.startsWith("@") ?? false;
  if (pressed === "Tab" || pressed === "Shift+Tab") {
    tab(desk, event);
    return;
  }
  const own = inPerformer ? IN_PERFORMER : IN_TEXT;
  if (run(own[pressed] ?? ANYWHERE[pressed], desk, event)) return;
  const types = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (!inPerformer && desk.selection.active && (types || event.key === "Process")) {
    desk.cell.edit(desk.selection.active, { replace: true });
  }
}

/**
 * Tab goes through the cells and, as in a word processor, on into a new row; it leaves the table at its first cell
 * and at the end of a row in which nothing is written.
 * @param {EditorDesk} desk
 * @param {KeyboardEvent} event
 */
function tab(desk, event) {
  const last = desk.grid.steps.at(-1) ?? "";
  if (desk.selection.step(event.shiftKey ? -1 : 1)) event.preventDefault();
  else if (!event.shiftKey && !desk.store.outline.untouched(last)) {
    event.preventDefault();
    desk.rows.insertAfter(last);
  } else if (desk.selection.active) desk.selection.select(desk.selection.active);
}
