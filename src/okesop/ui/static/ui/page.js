// @ts-check
// What every page does beyond plain HTML. Without this script all of it still works by links and forms.

/** How long a toast stays, in milliseconds; it waits while the pointer is on it or the focus in it. */
const TOAST_STAYS = 6000;

/** Lets one toast go after its time. @param {HTMLElement} toast */
function letGo(toast) {
  let timer = 0;
  const start = () => {
    timer = window.setTimeout(() => toast.remove(), TOAST_STAYS);
  };
  const stop = () => window.clearTimeout(timer);
  toast.addEventListener("pointerenter", stop);
  toast.addEventListener("pointerleave", start);
  toast.addEventListener("focusin", stop);
  toast.addEventListener("focusout", start);
  start();
}

/** Starts the clock of toasts that came with the page or with a fragment. @param {ParentNode} part */
function toasts(part) {
  for (const toast of part.querySelectorAll("[data-toast]")) {
    if (toast instanceof HTMLElement && !toast.dataset.running) {
      toast.dataset.running = "yes";
      letGo(toast);
    }
  }
}

/** Closes every open menu but the one given. @param {Element | null} kept */
function closeMenus(kept) {
  for (const menu of document.querySelectorAll("details.drop[open]")) {
    if (menu !== kept && !menu.contains(kept)) menu.removeAttribute("open");
  }
}

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  closeMenus(target?.closest("details.drop") ?? null);

  const opener = target?.closest("[data-opens]");
  const dialog = opener && document.getElementById(opener.getAttribute("data-opens") ?? "");
  if (dialog instanceof HTMLDialogElement) {
    event.preventDefault();
    dialog.showModal();
  }
  if (target?.closest("[data-closes]")) target.closest("dialog")?.close();
  if (target instanceof HTMLDialogElement) target.close(); // a click on the ground beside it
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const open = document.querySelector("details.drop[open]");
    if (open?.contains(document.activeElement)) open.querySelector("summary")?.focus();
    closeMenus(null);
  }
});

// A form that is on its way says so and is not sent twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method.toLowerCase() !== "post") return;
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = "yes";
  const button = /** @type {SubmitEvent} */ (event).submitter;
  button?.setAttribute("aria-busy", "true");
  const again = () => {
    delete form.dataset.sending;
    button?.removeAttribute("aria-busy");
  };
  form.addEventListener("htmx:afterRequest", again, { once: true });
  window.addEventListener("pageshow", again, { once: true });
});

// A choice that is stored at once sends its form.
document.addEventListener("change", (event) => {
  const field = event.target instanceof Element ? event.target.closest("[data-sends]") : null;
  const form = field?.closest("form");
  if (form instanceof HTMLFormElement) form.requestSubmit();
});

// Copies a shown-once code.
document.addEventListener("click", async (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-copies]") : null;
  const source = button && document.getElementById(button.getAttribute("data-copies") ?? "");
  if (!button || !source) return;
  await navigator.clipboard.writeText(source.textContent?.trim() ?? "");
  button.setAttribute("aria-pressed", "true");
});

// Of tabs that do not fit, the one that stands open is in sight.
for (const here of document.querySelectorAll(".tabs > [aria-current]")) {
  const row = /** @type {Element} */ (here.parentElement);
  if (row.scrollWidth > row.clientWidth) here.scrollIntoView({ block: "nearest", inline: "center" });
}

document.addEventListener("htmx:load", (event) => {
  if (event.target instanceof Element) toasts(event.target);
});
toasts(document);
