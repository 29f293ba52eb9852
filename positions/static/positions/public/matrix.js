// The matrix: evidence opens under its row and closes again; arrow keys go from cell to cell. The
// cell that is open stands in the address, which opens it again.
{
  const CELLS = ".matrix .cell > a, .stacked li > a";

  const ready = () => {
    for (const link of document.querySelectorAll(CELLS)) {
      if (!link.hasAttribute("aria-expanded")) link.setAttribute("aria-expanded", "false");
    }
  };
  ready();
  document.addEventListener("htmx:afterSettle", ready);

  // Where a cell's evidence goes: the row under its own, or the place in its item of a list.
  const place = (link) =>
    link.closest("tr")?.nextElementSibling.querySelector(".evidence") ??
    link.parentElement.querySelector(".evidence");

  // How the address names a cell: as its evidence is asked for.
  const cellOf = (link) => {
    const asked = new URL(link.href).searchParams;
    return `#${asked.get("organisation")}.${asked.get("proposition")}`;
  };

  // Of the two shapes of a cell, the one that is seen.
  const named = (hash) =>
    [...document.querySelectorAll(CELLS)].find(
      (link) => link.checkVisibility() && cellOf(link) === hash,
    );

  const note = (hash) =>
    history.replaceState(history.state, "", location.pathname + location.search + hash);

  const opener = (part) =>
    (part.closest("tr.opened")?.previousElementSibling ?? part.parentElement).querySelector(
      "a[aria-expanded=true]",
    );

  const close = (part) => {
    const link = opener(part);
    part.replaceChildren();
    part.closest("tr.opened")?.setAttribute("hidden", "");
    link?.setAttribute("aria-expanded", "false");
    if (link && location.hash === cellOf(link)) note("");
    return link;
  };

  const open = async (link) => {
    const part = place(link);
    await htmx.ajax("GET", link.href, { source: link, target: part, swap: "innerHTML", select: ".behind" });
    if (!part.hasChildNodes()) {
      location.assign(link.href); // no answer: the page itself says why
      return;
    }
    opener(part)?.setAttribute("aria-expanded", "false");
    link.setAttribute("aria-expanded", "true");
    part.closest("tr.opened")?.removeAttribute("hidden");
    part.querySelector("[tabindex]").focus();
    if (link.closest(".over")) note(cellOf(link));
  };

  const opened = location.hash && named(location.hash);
  if (opened) open(opened);

  document.addEventListener("click", (event) => {
    const closing = event.target.closest("[data-close-evidence]");
    if (closing) close(closing.closest(".evidence"))?.focus();
    const link = event.target.closest(CELLS);
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    if (link.getAttribute("aria-expanded") === "true") close(place(link));
    else open(link);
  });

  const STEPS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

  document.addEventListener("keydown", (event) => {
    const part = event.target.closest(".evidence");
    if (event.key === "Escape" && part) close(part)?.focus();
    const cell = event.target.closest(".matrix :is(td.cell, th)");
    const step = STEPS[event.key];
    if (!cell || !step || event.altKey || event.ctrlKey || event.metaKey) return;
    const rows = [...cell.closest("table").querySelectorAll("tr:not(.opened, .group)")];
    let row = rows.indexOf(cell.parentElement);
    let column = cell.cellIndex;
    for (;;) {
      row += step[0];
      column += step[1];
      const next = rows[row]?.cells[column];
      if (!next) return;
      const link = next.querySelector("a");
      if (link) {
        event.preventDefault();
        link.focus();
        return;
      }
    }
  });
}
