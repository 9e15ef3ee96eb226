// @ts-check
/**
 * Typing ahead: what the browser may show before the server has answered.
 *
 * Only texts, entries of lists and new rows are shown early; what becomes of symbols and arrows is for the
 * server to say. Every function leaves its document untouched, and applying an operation twice changes nothing
 * more, because an answer may already hold what is still waiting to be sent.
 */

import { LISTS } from "./outline.js";

/** @typedef {{id: string, symbols?: unknown} & Record<string, unknown>} NewStep */

/**
 * @param {SopDocument} document
 * @param {Operation} operation
 * @returns {SopDocument}
 */
export function typeAhead(document, operation) {
  switch (operation.op) {
    case "set_text":
      return setText(document, String(operation.place), /** @type {string | null} */ (operation.value));
    case "insert_steps":
      return insertSteps(document, operation);
    case "insert_item":
    case "set_item":
    case "remove_item":
    case "move_item":
      return editList(document, operation);
    default:
      return document;
  }
}

/**
 * @param {SopDocument} document
 * @param {string} place
 * @param {string | null} value
 * @returns {SopDocument}
 */
function setText(document, place, value) {
  const [kind, id, field] = place.split("/");
  if (kind === "identity" && id === "institution") {
    const lines = (value ?? "").split("\n").filter((line) => line.trim());
    return { ...document, identity: { ...document.identity, institution: lines } };
  }
  if (kind === "identity") return { ...document, identity: { ...document.identity, [id ?? ""]: value } };
  const patch = { [field ?? ""]: value ?? "" };
  if (kind === "steps") return { ...document, steps: patched(document.steps, id, patch) };
  if (kind === "performers") return { ...document, performers: patched(document.performers, id, patch) };
  if (kind === "nodes") return { ...document, nodes: patched(document.nodes, id, patch) };
  return document;
}

/**
 * @template {{id: string}} T
 * @param {T[]} all
 * @param {string | undefined} id
 * @param {Record<string, unknown>} patch
 * @returns {T[]}
 */
function patched(all, id, patch) {
  return all.map((one) => (one.id === id ? { ...one, ...patch } : one));
}

/**
 * @param {SopDocument} document
 * @param {Operation} operation
 * @returns {SopDocument}
 */
function insertSteps(document, operation) {
  const known = new Set(document.steps.map((step) => step.id));
  const fresh = /** @type {NewStep[]} */ (operation.steps).filter((step) => !known.has(step.id));
  if (fresh.length === 0) return document;
  const rows = fresh.map(({ symbols: _symbols, ...step }) => /** @type {Step} */ (step));
  return { ...document, steps: placedAfter(document.steps, rows, operation.after) };
}

/**
 * @template {{id: string}} T
 * @param {T[]} all
 * @param {T[]} some
 * @param {unknown} after an id, or null for the first place; an unknown id means the end
 * @returns {T[]}
 */
function placedAfter(all, some, after) {
  const at = after === null ? 0 : all.findIndex((one) => one.id === after) + 1 || all.length;
  return [...all.slice(0, at), ...some, ...all.slice(at)];
}

/**
 * @param {SopDocument} document
 * @param {Operation} operation
 * @returns {SopDocument}
 */
function editList(document, operation) {
  const name = /** @type {ListName} */ (operation.list);
  if (!LISTS.includes(name)) return document;
  const items = [...document[name]];
  const index = Number(operation.index);
  if (operation.op === "insert_item") items.splice(index, 0, String(operation.value ?? ""));
  else {
    const at = items[index] === operation.was ? index : items.indexOf(String(operation.was));
    if (at < 0) return document;
    if (operation.op === "set_item") items[at] = String(operation.value ?? "");
    else {
      const [taken] = items.splice(at, 1);
      if (operation.op === "move_item") items.splice(Number(operation.to), 0, taken ?? "");
    }
  }
  return { ...document, [name]: items };
}

/**
 * The order of the rows after operations that the server has not answered yet: the sheet must name heights in it.
 * @param {SopDocument} document
 * @param {Operation[]} operations
 * @returns {string[]} step ids
 */
export function rowsAfter(document, operations) {
  let steps = document.steps.map(({ id }) => ({ id }));
  for (const operation of operations) {
    const ids = /** @type {string[]} */ (operation.op === "insert_steps"
      ? /** @type {NewStep[]} */ (operation.steps).map((step) => step.id) : operation.steps ?? []);
    if (["insert_steps", "move_steps", "remove_steps"].includes(operation.op)) {
      steps = steps.filter((step) => !ids.includes(step.id));
    }
    if (["insert_steps", "move_steps"].includes(operation.op)) {
      steps = placedAfter(steps, ids.map((id) => ({ id })), operation.after);
    }
  }
  return steps.map((step) => step.id);
}

/**
 * The columns after such operations, with their titles.
 * @param {SopDocument} document
 * @param {Operation[]} operations
 * @returns {Performer[]}
 */
export function columnsAfter(document, operations) {
  let performers = [...document.performers];
  for (const operation of operations) {
    const id = String(operation.id ?? operation.performer ?? "");
    const moved = performers.find((one) => one.id === id);
    if (["insert_performer", "move_performer", "remove_performer", "merge_performers"].includes(operation.op)) {
      performers = performers.filter((one) => one.id !== id);
    }
    if (operation.op === "insert_performer") {
      performers = placedAfter(performers, [{ id, title: String(operation.title ?? "") }], operation.after);
    } else if (operation.op === "move_performer" && moved) {
      performers = placedAfter(performers, [moved], operation.after);
    } else if (operation.op === "set_position") {
      performers = patched(performers, id, { title: String(operation.title ?? "") });
    } else if (operation.op === "set_text") {
      const [kind, column] = String(operation.place).split("/");
      if (kind === "performers") performers = patched(performers, column, { title: String(operation.value ?? "") });
    }
  }
  return performers;
}
