// @ts-check
/** The words that scripts show: the page carries them translated in <template id="editor-texts">. */

/** @type {Map<string, string>} */
const catalogue = new Map();

/** Read the catalogue of this page. */
export function loadTexts() {
  const holder = /** @type {HTMLTemplateElement | null} */ (document.getElementById("editor-texts"));
  for (const entry of holder?.content.querySelectorAll("[data-text]") ?? []) {
    const words = (entry.textContent ?? "").replace(/\s+/g, " ").trim();
    catalogue.set(/** @type {HTMLElement} */ (entry).dataset.text ?? "", words);
  }
}

/**
 * The sentence of `key` with its {placeholders} filled.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 * @returns {string}
 */
export function t(key, values = {}) {
  const sentence = catalogue.get(key);
  if (sentence === undefined) throw new Error(`No text named ${key}`);
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
