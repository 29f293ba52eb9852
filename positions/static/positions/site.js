// What a page does better with a script; without it everything still works.

// Suggestions for a field of names: those that begin with what has been typed.
for (const field of document.querySelectorAll("input[data-suggest]")) {
  const list = document.getElementById(field.getAttribute("list"));
  let waiting;
  let newest = 0;
  field.addEventListener("input", () => {
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
      list.replaceChildren(
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

// Fields left empty stay out of the address.
for (const form of document.querySelectorAll("form[data-tidy]")) {
  form.addEventListener("submit", () => {
    const empty = [...form.querySelectorAll("input")].filter((field) => !field.value);
    for (const field of empty) field.disabled = true;
    setTimeout(() => {
      for (const field of empty) field.disabled = false;
    });
  });
}

// The address of exactly these rows, for the clipboard.
for (const button of document.querySelectorAll("[data-copy-address]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(location.href);
    button.textContent = "Copied";
  });
}
