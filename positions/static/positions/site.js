// What a page does better with a script; without it everything still works. All of it listens to the
// document, for parts of a page may be exchanged.

// Suggestions for a field of names: those that begin with what has been typed.
{
  let waiting;
  let newest = 0;
  document.addEventListener("input", ({ target: field }) => {
    if (!field.matches("input[data-suggest]")) return;
    clearTimeout(waiting);
    const typed = field.value.trim();
    if (typed.length < 2) return;
    waiting = setTimeout(async () => {
      const mine = ++newest;
      const address = new URL(field.dataset.suggest, location.href);
      address.searchParams.set("q", typed);
      const answer = await fetch(address);
      if (!answer.ok || mine !== newest) return;
      const { results } = await answer.json();
      field.list?.replaceChildren(
        ...results.slice(0, 30).map((found) => {
          const option = document.createElement("option");
          option.value = found.slug;
          option.textContent = found.name ?? found.title ?? found.label;
          return option;
        }),
      );
    }, 150);
  });
}

// The address of exactly these rows, for the clipboard.
if (navigator.clipboard) {
  const offer = (part) => {
    for (const button of part.querySelectorAll("[data-copy-address]")) button.hidden = false;
  };
  offer(document);
  document.addEventListener("htmx:afterSwap", ({ target }) => offer(target.parentNode ?? target));
  document.addEventListener("click", async ({ target }) => {
    const button = target.closest("[data-copy-address]");
    if (!button) return;
    await navigator.clipboard.writeText(location.href);
    button.textContent = "Copied";
  });
}
