// @ts-check
/** Mouse and touch on the table: select, drag a block, set a symbol, aim at a target, light up lines. */

/** @param {EditorDesk} desk */
export function listenToPointer(desk) {
  const { body } = desk.grid;
  /** @type {Spot | null} where the button went down */
  let from = null;
  let dragged = false;
  /** True when the cell under the finger was selected before: a second tap writes. */
  let again = false;

  body.addEventListener("mousedown", (event) => {
    const spot = desk.grid.place(event.target);
    if (!spot || event.button !== 0 || isControl(event.target)) return;
    event.preventDefault();
    if (desk.answers.aiming) return;
    desk.cell.commit();
    desk.popover.close();
    const { active } = desk.selection;
    again = active?.step === spot.step && active.column === spot.column;
    from = spot;
    dragged = false;
    desk.selection.select(spot, { extend: event.shiftKey });
  });
  body.addEventListener("mouseover", (event) => {
    const spot = desk.grid.place(event.target);
    if (from && spot && event.buttons === 1) {
      if (spot.step === from.step && spot.column === from.column && !dragged) return;
      dragged = true;
      desk.selection.select(spot, { extend: true });
    } else if (!from) light(desk, event.target);
  });
  body.addEventListener("mouseleave", () => desk.lightSelected());
  addEventListener("mouseup", () => { from = null; });
  body.addEventListener("click", (event) => {
    if (clickedControl(desk, event)) return;
    const spot = desk.grid.place(event.target);
    if (!spot || dragged || event.shiftKey) return;
    if (desk.answers.aiming) desk.answers.aim(spot);
    else if (spot.column.startsWith("@")) desk.symbols.clicked(spot);
    else if (again && event instanceof PointerEvent && event.pointerType === "touch") desk.cell.edit(spot);
  });
  body.addEventListener("dblclick", (event) => {
    const spot = desk.grid.place(event.target);
    if (!spot || isControl(event.target)) return;
    if (spot.column.startsWith("@")) desk.symbols.openNext();
    else desk.cell.edit(spot, { caret: caretAt(event) });
  });
}

/** @param {EventTarget | null} target */
function isControl(target) {
  return target instanceof Element && target.closest("textarea, button, a") !== null;
}

/**
 * @param {EditorDesk} desk
 * @param {MouseEvent} event
 * @returns {boolean}
 */
function clickedControl(desk, event) {
  const from = event.target instanceof Element ? event.target : null;
  const target = /** @type {HTMLElement | null | undefined} */ (from?.closest("[data-insert], [data-finding]"));
  if (!target) return isControl(event.target);
  const step = /** @type {HTMLElement | null} */ (target.closest("tr[data-step]"))?.dataset.step ?? null;
  if (target.dataset.insert) desk.rows.insertAfter(target.dataset.insert === "first" ? null : step);
  else if (target.dataset.finding) desk.findings.open(target.dataset.finding);
  event.preventDefault();
  return true;
}

/**
 * @param {EditorDesk} desk
 * @param {EventTarget | null} target
 */
function light(desk, target) {
  const cell = /** @type {HTMLElement | null} */ (target instanceof Element ? target.closest("td.cell[data-node]") : null);
  if (cell?.dataset.node) desk.lightNode(cell.dataset.node);
  else desk.lightSelected();
}

/**
 * @typedef {object} AsksForCaret
 * @property {(x: number, y: number) => {offset: number, offsetNode: Node} | null} [caretPositionFromPoint]
 * @property {(x: number, y: number) => Range | null} [caretRangeFromPoint]
 */

/**
 * @param {MouseEvent} event
 * @returns {number | null} the place in the text under the pointer
 */
function caretAt(event) {
  const ask = /** @type {AsksForCaret} */ (/** @type {unknown} */ (document));
  const position = ask.caretPositionFromPoint?.(event.clientX, event.clientY);
  if (position) return position.offsetNode.nodeType === Node.TEXT_NODE ? position.offset : null;
  const range = ask.caretRangeFromPoint?.(event.clientX, event.clientY);
  return range && range.startContainer.nodeType === Node.TEXT_NODE ? range.startOffset : null;
}
