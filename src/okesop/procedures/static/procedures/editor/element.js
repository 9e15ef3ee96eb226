// @ts-check
/** Making elements: no markup is ever built from strings, so nothing typed can become markup. */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | number | boolean | null | undefined>} [attributes] null and false leave one out
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") made.className = String(value);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) if (child !== null) made.append(child);
  return made;
}

/**
 * A copy of the icon that the page carries in <template id="editor-icons">.
 * @param {string} name
 * @param {string} [extra] further classes
 * @returns {Element}
 */
export function icon(name, extra = "") {
  const holder = /** @type {HTMLTemplateElement} */ (need("editor-icons"));
  const found = holder.content.querySelector(`[data-icon="${name}"] > svg`);
  if (!found) throw new Error(`No icon named ${name}`);
  const copy = /** @type {Element} */ (found.cloneNode(true));
  if (extra) copy.classList.add(...extra.split(" "));
  return copy;
}

/**
 * The element with this id, which the template promises.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function need(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found;
}

/**
 * The first element below `root` that matches, which the template promises.
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function part(root, selector) {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return /** @type {HTMLElement} */ (found);
}

/**
 * A fresh copy of the single element in a <template>.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function stamp(id) {
  const holder = /** @type {HTMLTemplateElement} */ (need(id));
  const first = holder.content.firstElementChild;
  if (!first) throw new Error(`The template #${id} is empty`);
  return /** @type {HTMLElement} */ (first.cloneNode(true));
}

/**
 * @param {string} label
 * @param {string} classes
 * @param {() => void} act
 * @returns {HTMLButtonElement}
 */
export function button(label, classes, act) {
  const made = el("button", { type: "button", class: `btn ${classes}` }, label);
  made.addEventListener("click", act);
  return made;
}

/**
 * A button that shows an icon only and says its name to everybody else.
 * @param {string} name of the icon
 * @param {string} label
 * @param {string} classes
 * @param {() => void} act
 * @returns {HTMLButtonElement}
 */
export function iconButton(name, label, classes, act) {
  const made = el("button", { type: "button", class: `btn btn-icon ${classes}`, "aria-label": label, title: label });
  made.append(icon(name));
  made.addEventListener("click", act);
  return made;
}
