// @ts-check
// The comparison: a change that is chosen shows its row on both charts. Without this script its link leads there too.

/** Marks the row that the address names on both charts, and brings it into sight. */
function show() {
  for (const row of document.querySelectorAll(".sides .hit")) row.classList.remove("hit");
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!(target instanceof HTMLTableRowElement) || !target.dataset.row) return;
  for (const row of document.querySelectorAll(`.sides [data-row="${target.dataset.row}"]`)) {
    row.classList.add("hit");
  }
  target.focus({ preventScroll: true });
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  target.scrollIntoView({ block: "center", inline: "nearest", behavior: still ? "auto" : "smooth" });
}

/** Lets both charts scroll sideways together. */
function together() {
  const papers = [...document.querySelectorAll(".sides .paper")];
  for (const paper of papers) {
    paper.addEventListener("scroll", () => {
      for (const other of papers) {
        if (other !== paper && other.scrollLeft !== paper.scrollLeft) other.scrollLeft = paper.scrollLeft;
      }
    });
  }
}

addEventListener("hashchange", show);
document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("[data-print]")) print();
  const link = target?.closest(".changes a");
  if (link instanceof HTMLAnchorElement && link.hash === location.hash) show();
});
together();
show();
