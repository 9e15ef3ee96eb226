// @ts-check
// The quick search: Ctrl K or the search button opens it. The field is a combobox, the list comes from the server.

/** How long the typing pauses before the server is asked, in milliseconds. */
const PAUSE = 120;

/** @param {HTMLDialogElement} dialog @param {HTMLFormElement} form @param {HTMLInputElement} field */
function palette(dialog, form, field) {
  const list = /** @type {HTMLElement} */ (dialog.querySelector(".palette-body"));
  const failed = /** @type {HTMLElement} */ (dialog.querySelector("[role=alert]"));
  let asking = new AbortController();
  let pause = 0;

  /** @returns {HTMLElement[]} */
  const options = () => [...list.querySelectorAll("[role=option]")].filter((each) => each instanceof HTMLElement);

  const chosen = () => options().find((option) => option.getAttribute("aria-selected") === "true");

  /** Marks one of the options as the one that Enter opens. @param {HTMLElement | undefined} one */
  function choose(one) {
    for (const option of options()) option.setAttribute("aria-selected", String(option === one));
    if (one) field.setAttribute("aria-activedescendant", one.id);
    else field.removeAttribute("aria-activedescendant");
    one?.scrollIntoView({ block: "nearest" });
  }

  /** Goes on by some options, round at the ends. @param {number} by */
  function move(by) {
    const all = options();
    const now = chosen();
    const at = now ? all.indexOf(now) : by > 0 ? -1 : 0;
    choose(all[(at + by + all.length) % all.length]);
  }

  /** Asks the server; a question that a later one overtakes is dropped. */
  async function ask() {
    asking.abort();
    asking = new AbortController();
    const words = new URLSearchParams({ cari: field.value });
    try {
      const answer = await fetch(`${form.action}?${words}`, {
        headers: { "HX-Request": "true" },
        signal: asking.signal,
      });
      if (answer.status !== 200) return form.submit(); // signed out: the page leads to the door
      list.innerHTML = await answer.text();
      failed.hidden = true;
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return;
      list.replaceChildren();
      failed.hidden = false;
    }
    field.setAttribute("aria-expanded", String(options().length > 0));
    choose(options()[0]);
  }

  function open() {
    if (!dialog.open) dialog.showModal();
    field.focus();
    field.select();
    ask();
  }

  /** @param {KeyboardEvent} event */
  function keyed(event) {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Enter" && chosen()) chosen()?.click();
    else return;
    event.preventDefault();
  }

  field.addEventListener("keydown", keyed);
  field.addEventListener("input", () => {
    choose(undefined); // what is listed still answers to other words
    window.clearTimeout(pause);
    pause = window.setTimeout(ask, PAUSE);
  });
  list.addEventListener("pointermove", (event) => {
    const under = event.target instanceof Element ? event.target.closest("[role=option]") : null;
    if (under instanceof HTMLElement && under !== chosen()) choose(under);
  });
  dialog.addEventListener("close", () => {
    window.clearTimeout(pause);
    asking.abort();
  });
  window.addEventListener("pagehide", () => asking.abort());
  document.addEventListener("keydown", (event) => {
    const other = document.querySelector("dialog[open]:not(.palette)");
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || other) return;
    if (event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    open();
  });
  document.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target.closest("[data-search]") : null;
    if (!target || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    open();
  });
}

const dialog = document.getElementById("cari-cepat");
const form = dialog?.querySelector("form");
const field = dialog?.querySelector("input");
if (dialog instanceof HTMLDialogElement && form && field) palette(dialog, form, field);
