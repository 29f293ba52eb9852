// Suggestions in a search box: a combobox with a list, as the ARIA practices describe it. Arrows
// choose, Enter opens what is chosen, Escape closes; Enter without a choice searches.

function suggest(input, number) {
  const list = document.createElement("ul");
  list.id = `suggestions-${number}`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  const told = document.createElement("p");
  told.className = "unseen";
  told.setAttribute("role", "status");
  input.after(list, told);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);

  let waiting;
  let newest = 0;
  let chosen = -1;

  const choose = (place) => {
    chosen = place;
    for (const [at, option] of [...list.children].entries()) {
      option.setAttribute("aria-selected", String(at === place));
      if (at === place) option.scrollIntoView({ block: "nearest" });
    }
    if (place < 0) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", list.children[place].id);
  };

  const close = () => {
    newest += 1; // what is still on its way comes too late
    clearTimeout(waiting);
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    choose(-1);
  };

  const drawn = (found, place) => {
    const option = document.createElement("li");
    option.id = `${list.id}-${place}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.url = found.url;
    const label = document.createElement("span");
    label.textContent = found.label;
    const note = document.createElement("span");
    note.className = "note";
    note.textContent = found.note;
    option.append(label, " ", note);
    return option;
  };

  const ask = async () => {
    const mine = ++newest;
    const address = new URL(input.dataset.suggestions, location.href);
    address.searchParams.set("q", input.value.trim());
    const answer = await fetch(address).catch(() => null);
    if (!answer?.ok || mine !== newest) return;
    const { results } = await answer.json();
    if (mine !== newest) return;
    if (!results.length) return close();
    list.replaceChildren(...results.map(drawn));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    choose(-1);
    told.textContent = `${results.length} ${results.length === 1 ? "suggestion" : "suggestions"}`;
  };

  input.addEventListener("input", () => {
    clearTimeout(waiting);
    if (/[\p{L}\p{N}]{2}/u.test(input.value)) waiting = setTimeout(ask, 120);
    else close();
  });

  input.addEventListener("keydown", (event) => {
    const many = list.children.length;
    if (list.hidden) {
      if (event.key === "ArrowDown" && input.value.trim()) ask();
      return;
    }
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown") choose(chosen + 1 < many ? chosen + 1 : -1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? many - 1 : chosen - 1);
    else if (event.key === "Enter" && chosen >= 0) location.assign(list.children[chosen].dataset.url);
    else return;
    event.preventDefault();
  });

  // Before the box loses its focus, which closes the list.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) location.assign(option.dataset.url);
  });
  input.addEventListener("blur", close);
}

[...document.querySelectorAll("input[data-suggestions]")].forEach(suggest);
