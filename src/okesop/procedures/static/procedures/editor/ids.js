// @ts-check
/** Ids that the browser chooses: rows, columns, symbols, changes. Works without a secure context. */

/**
 * @param {number} count
 * @returns {string} hexadecimal digits
 */
function hex(count) {
  const bytes = crypto.getRandomValues(new Uint8Array(Math.ceil(count / 2)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("").slice(0, count);
}

/**
 * An id of the document: [a-z][a-z0-9]{0,39}.
 * @param {"s" | "p" | "n"} kind step, performer or node
 * @returns {string}
 */
export const newId = (kind) => kind + hex(12);

/** @returns {string} an id of a change, in the form of a UUID */
export function changeId() {
  const digits = `${hex(12)}4${hex(3)}a${hex(15)}`;
  return [8, 4, 4, 4, 12].reduce(
    (/** @type {{at: number, parts: string[]}} */ done, length) => ({
      at: done.at + length, parts: [...done.parts, digits.slice(done.at, done.at + length)],
    }),
    { at: 0, parts: [] },
  ).parts.join("-");
}
