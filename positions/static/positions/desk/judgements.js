// What the words of a card say: earlier stances to take over by a click, and further rows.
desk: {
  const told = document.getElementById("told");
  if (!told) break desk;
  const tell = (words) => {
    told.textContent = words;
  };
  const changed = (field) => field.dispatchEvent(new Event("change", { bubbles: true }));
  const MOST_ROWS = 6;

  // The stance that the same speaker took earlier, into the first row that is free.
  const take = (card, item) => {
    const rows = [...card.querySelectorAll(".judgement")];
    const same = rows.find((each) => each.querySelector(".which").value === item.dataset.proposition);
    const row = same ?? rows.find((each) => !each.querySelector(".which").value);
    if (!row) return tell("No row is free: add one");
    row.querySelector(".which").value = item.dataset.proposition;
    row.querySelector(".says").value = item.dataset.stance;
    changed(row.querySelector(".says"));
    return tell(`Taken over: ${item.textContent.trim().replace(/\s+/g, " ")}`);
  };

  const another = (card) => {
    const rows = [...card.querySelectorAll(".judgement")];
    const row = rows.at(-1).cloneNode(true);
    const [was, now] = [`j${rows.length - 1}-`, `j${rows.length}-`];
    for (const each of row.querySelectorAll("[id], [for]")) {
      for (const name of ["id", "for", "name"]) {
        if (each.hasAttribute(name)) each.setAttribute(name, each.getAttribute(name).replace(was, now));
      }
      if (each.tagName === "SELECT") each.selectedIndex = 0;
    }
    rows.at(-1).after(row);
    row.querySelector(".which").focus();
    return rows.length + 1;
  };

  for (const card of document.querySelectorAll(".card:has(.judged)")) {
    for (const item of card.querySelectorAll(".earlier li")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "quiet";
      button.append(...item.childNodes);
      button.addEventListener("click", () => take(card, item));
      item.append(button);
    }
    const more = document.createElement("button");
    more.type = "button";
    more.className = "quiet more-rows";
    more.textContent = "Another proposition";
    more.addEventListener("click", () => {
      more.hidden = another(card) >= MOST_ROWS;
    });
    card.querySelector(".judged").append(more);
  }
}
