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

// What is copied is the address of these rows (data-copy-address), a text (data-copy), or what an
// element holds (data-copy-from). That it was done is said in words, aloud too.
for (const button of document.querySelectorAll("[data-copy-address], [data-copy], [data-copy-from]")) {
  if (!navigator.clipboard) continue;
  const said = document.createElement("span");
  said.className = "copied";
  said.setAttribute("role", "status");
  button.after(said);
  button.hidden = false;
  let waiting;
  button.addEventListener("click", async () => {
    const { copy, copyFrom } = button.dataset;
    const source = copyFrom && document.getElementById(copyFrom);
    const text = source ? (source.value ?? source.textContent.trim()) : (copy ?? location.href);
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = "Copied";
    } catch {
      said.textContent = "The browser refused to copy";
    }
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      said.textContent = "";
    }, 4000);
  });
}
