// @ts-check
/** Begins the editor on the page that the server sent. */

import { listenToClipboard } from "./clipboard.js";
import { Desk } from "./desk.js";
import { need } from "./element.js";
import { listenToGrips } from "./grip.js";
import { listenToKeys } from "./keys.js";
import { listenToPointer } from "./pointer.js";
import { loadTexts, t } from "./texts.js";

const ORPHANS = 15000; // ms between two looks for what dead tabs have left

loadTexts();
const state = /** @type {State} */ (JSON.parse(need("editor-state").textContent ?? ""));
const desk = new Desk(state);

listenToKeys(desk);
listenToPointer(desk);
listenToGrips(desk);
listenToClipboard(desk);

desk.grid.body.addEventListener("focusin", (event) => {
  const spot = desk.grid.place(event.target);
  const { active } = desk.selection;
  if (spot && (spot.step !== active?.step || spot.column !== active.column)) desk.selection.select(spot);
});
new ResizeObserver(() => desk.refit()).observe(desk.grid.frame);
document.fonts.ready.then(() => {
  desk.refit();
  desk.sync.draw();
});
document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && desk.cell.store());
addEventListener("beforeunload", (event) => {
  desk.cell.commit();
  if (desk.outbox.queue.length > 0 && !desk.outbox.kept) event.preventDefault();
});

desk.outbox.adoptOrphans();
desk.store.showWaiting(desk.outbox.operations);
desk.render();
desk.sync.savedAt = state.saved ?? "";
desk.notices.standing();
desk.findings.render();
desk.panel.notes.count(state.notes);
if (state.returned && state.notes > 0) desk.panel.show("notes", false);
desk.tabs.start();
if (desk.tabs.current === "langkah" && desk.store.outline.blank && !desk.cards.phone.matches) {
  desk.selection.select({ step: desk.grid.steps[0] ?? "", column: "activity" });
}
if (location.hash === "#tempel") {
  history.replaceState(null, "", "#langkah"); // a reload is no wish to paste again
  desk.paste.open();
}
const [, sought] = /^#pada=(.+)$/.exec(decodeURIComponent(location.hash)) ?? [];
if (sought) desk.goTo(sought);
document.querySelector("[data-place]")?.addEventListener("click", (event) => {
  event.preventDefault();
  desk.goTo(/** @type {HTMLElement} */ (event.currentTarget).dataset.place ?? "");
});
desk.sync.start();
setInterval(() => {
  if (!desk.outbox.adoptOrphans()) return;
  desk.store.showWaiting(desk.outbox.operations);
  desk.notices.toast(t("adopted"));
  desk.sync.pump();
}, ORPHANS);
