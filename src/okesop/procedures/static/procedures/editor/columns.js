// @ts-check
/**
 * How the text columns share what the fixed columns leave.
 *
 * Each would like its longest word whole. When there is room for that, the rest is shared by SHARES; when there is
 * not, all give way alike down to LEAST. Below that the sheet scrolls, and then nothing need be narrow: COMFORT.
 */

/** @typedef {"activity" | "requirements" | "output" | "note"} Shared */
/** @typedef {Record<Shared, number>} Widths px */

/** @type {Shared[]} */
export const SHARED = ["activity", "requirements", "output", "note"];
/** @type {Widths} */
const SHARES = { activity: 0.345, requirements: 0.245, output: 0.215, note: 0.195 };
/** @type {Widths} */
const LEAST = { activity: 140, requirements: 96, output: 90, note: 84 };
/** @type {Widths} */
const COMFORT = { activity: 184, requirements: 128, output: 116, note: 104 };
const MOST_WORD = 150; // a longer word is broken

/**
 * @param {number} room px
 * @param {Widths} words what the longest word of each column needs, padding included
 * @returns {Widths} whole px, together `room` or more
 */
export function shareOut(room, words) {
  const needs = each((name) => Math.max(LEAST[name], Math.min(words[name], MOST_WORD)));
  if (room < sum(LEAST)) return each((name) => Math.max(COMFORT[name], needs[name]));
  return filled(room, room < sum(needs) ? squeezed(room, needs) : spread(room, needs));
}

/**
 * @param {number} room
 * @param {Widths} needs more than there is
 * @returns {Widths}
 */
function squeezed(room, needs) {
  const part = (room - sum(LEAST)) / (sum(needs) - sum(LEAST));
  return each((name) => LEAST[name] + (needs[name] - LEAST[name]) * part);
}

/**
 * Shares, except that no column gets less than it needs.
 * @param {number} room
 * @param {Widths} needs
 * @returns {Widths}
 */
function spread(room, needs) {
  const held = new Set(/** @type {Shared[]} */ ([]));
  for (;;) {
    const rest = room - SHARED.reduce((total, name) => total + (held.has(name) ? needs[name] : 0), 0);
    const shares = SHARED.reduce((total, name) => total + (held.has(name) ? 0 : SHARES[name]), 0);
    const widths = each((name) => (held.has(name) ? needs[name] : (rest * SHARES[name]) / shares));
    const short = SHARED.filter((name) => widths[name] < needs[name]);
    if (short.length === 0) return widths;
    for (const name of short) held.add(name);
  }
}

/**
 * Whole pixels; what rounding leaves over goes to the first column.
 * @param {number} room
 * @param {Widths} widths
 * @returns {Widths}
 */
function filled(room, widths) {
  const whole = each((name) => Math.floor(widths[name]));
  whole.activity += Math.floor(room) - sum(whole);
  return whole;
}

/**
 * @param {(name: Shared) => number} width
 * @returns {Widths}
 */
function each(width) {
  return { activity: width("activity"), requirements: width("requirements"), output: width("output"), note: width("note") };
}

/**
 * @param {Widths} widths
 * @returns {number}
 */
function sum(widths) {
  return SHARED.reduce((total, name) => total + widths[name], 0);
}
