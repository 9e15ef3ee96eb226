// @ts-check
/** Dragging rows by their grip; a click on the grip selects the row. */

import { el } from "./element.js";

/** @param {EditorDesk} desk */
export function listenToGrips(desk) {
  const { body } = desk.grid;
  const line = el("div", { class: "drop-line", hidden: true });
  desk.grid.frame.append(line);

  body.addEventListener("pointerdown", (event) => {
    const grip = event.target instanceof Element ? event.target.closest("[data-grip]") : null;
    const row = /** @type {HTMLElement | null} */ (grip?.closest("tr[data-step]") ?? null);
    if (!grip || !row?.dataset.step || event.button !== 0) return;
    event.preventDefault();
    desk.cell.commit();
    const chosen = desk.selection.block.steps;
    const whole = chosen.includes(row.dataset.step) && chosen.length > 1;
    if (event.shiftKey && desk.selection.active) desk.selection.rows(desk.selection.active.step, row.dataset.step);
    else if (!whole) desk.selection.rows(row.dataset.step, row.dataset.step);
    drag(desk, line, event, desk.selection.block.steps);
  });
}

/**
 * @param {EditorDesk} desk
 * @param {HTMLElement} line shows where the rows would land
 * @param {PointerEvent} start
 * @param {string[]} steps
 */
function drag(desk, line, start, steps) {
  /** @type {string | null | undefined} undefined until the pointer has moved to another place */
  let after;
  const move = (/** @type {PointerEvent} */ event) => {
    if (Math.abs(event.clientY - start.clientY) < 4 && after === undefined) return;
    after = landing(desk, event.clientY, steps);
    show(desk, line, after);
  };
  const end = (/** @type {Event} */ event) => {
    removeEventListener("pointermove", move);
    removeEventListener("pointerup", end);
    removeEventListener("keydown", escape, true);
    line.hidden = true;
    if (after !== undefined && event.type === "pointerup") desk.rows.move(steps, after);
  };
  const escape = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    end(event);
  };
  addEventListener("pointermove", move);
  addEventListener("pointerup", end);
  addEventListener("keydown", escape, true);
}

/**
 * @param {EditorDesk} desk
 * @param {number} y of the pointer
 * @param {string[]} steps that are carried
 * @returns {string | null | undefined} the step after which they land; undefined when they stay
 */
function landing(desk, y, steps) {
  const others = desk.grid.steps.filter((step) => !steps.includes(step));
  let after = /** @type {string | null} */ (null);
  for (const step of others) {
    const box = desk.grid.rows.get(step)?.element.getBoundingClientRect();
    if (box && y > box.top + box.height / 2) after = step;
  }
  const all = desk.grid.steps;
  return all[all.indexOf(steps[0] ?? "") - 1] === (after ?? undefined) ? undefined : after;
}

/**
 * @param {EditorDesk} desk
 * @param {HTMLElement} line
 * @param {string | null | undefined} after
 */
function show(desk, line, after) {
  line.hidden = after === undefined;
  if (after === undefined) return;
  const { frame, body } = desk.grid;
  const row = after === null ? null : desk.grid.rows.get(after)?.element;
  const edge = row ? row.getBoundingClientRect().bottom : body.getBoundingClientRect().top;
  line.style.top = `${edge - frame.getBoundingClientRect().top + frame.scrollTop - 1}px`;
  line.style.width = `${desk.grid.table.offsetWidth}px`;
}
