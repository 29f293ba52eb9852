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

// What is copied is the address of these rows (data-copy-address), a text (data-copy), with the
// place on the page that is open (data-copy-place), or what an element holds (data-copy-from). That it was done is said in words, aloud too.
{
  const COPYING = "[data-copy-address], [data-copy], [data-copy-from]";

  const offer = (part) => {
    for (const button of part.querySelectorAll(COPYING)) {
      if (!button.hidden) continue;
      button.hidden = false;
      const said = document.createElement("span");
      said.className = "copied";
      said.setAttribute("role", "status");
      button.after(said);
    }
  };

  const copy = async (button) => {
    const { copy: given, copyFrom } = button.dataset;
    const source = copyFrom && document.getElementById(copyFrom);
    const said = button.nextElementSibling;
    try {
      const url = given && "copyPlace" in button.dataset ? given + location.hash : given;
      await navigator.clipboard.writeText(
        source ? (source.value ?? source.textContent.trim()) : (url ?? location.href),
      );
      said.textContent = "Copied";
    } catch {
      said.textContent = "The browser refused to copy";
    }
    setTimeout(() => {
      said.textContent = "";
    }, 4000);
  };

  if (navigator.clipboard) {
    offer(document);
    document.addEventListener("htmx:afterSwap", () => offer(document));
    document.addEventListener("click", ({ target }) => {
      const button = target.closest(COPYING);
      if (button) copy(button);
    });
  }
}
