// Names that are known, while one is typed into a box that asks for one.
names: {
  const form = document.querySelector("form[data-names]");
  if (!form) break names;
  const list = document.getElementById("names");
  let waiting;
  let newest = 0;
  form.addEventListener("input", ({ target: field }) => {
    if (field.getAttribute("list") !== "names") return;
    clearTimeout(waiting);
    const typed = field.value.trim();
    if (typed.length < 2) return;
    waiting = setTimeout(async () => {
      const mine = ++newest;
      const address = new URL(form.dataset.names, location.href);
      address.searchParams.set("q", typed);
      const answer = await fetch(address).catch(() => null);
      if (!answer?.ok || mine !== newest) return;
      const { results } = await answer.json();
      list.replaceChildren(
        ...results.map((found) => {
          const option = document.createElement("option");
          option.value = found.value;
          option.textContent = found.label;
          return option;
        }),
      );
    }, 120);
  });
}
