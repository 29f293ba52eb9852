// What one choice means for other cards: somebody new is new on all of them, and where the first
// words of a statement are rejected, the next of it lead the rest.
desk: {
  const form = document.getElementById("desk");
  if (!form) break desk;
  const all = [...form.querySelectorAll(".card")];
  const numberOf = (card) => card.dataset.number;
  const part = (card, name) => document.getElementById(`c${numberOf(card)}-${name}`);
  const radiosOf = (card, name) => [...card.querySelectorAll(`[name="c${numberOf(card)}-${name}"]`)];
  const decisionOf = (card) => radiosOf(card, "decision").find((each) => each.checked)?.value ?? "entered";
  const leadOf = (card) => document.getElementById(`card-${part(card, "belongs")?.value.trim()}`);
  const changed = (field) => field.dispatchEvent(new Event("change", { bubbles: true }));

  // Of a rejected card the words go, not what it says of the statement: the next of it leads.
  const HANDED = ["kind", "title", "date", "basis", "note", "role", "part", "capacity"];
  const PARTY = ["-name", "-kind", "-other"];
  const handOver = (lead) => {
    const members = all.filter((card) => decisionOf(card) !== "reject" && leadOf(card) === lead);
    const first = members.shift();
    if (!first || decisionOf(first) === "entered") return;
    const names = [...HANDED, ...["speaker", "behalf"].flatMap((name) => PARTY.map((end) => name + end))];
    for (const name of names) {
      const [from, to] = [part(lead, name), part(first, name)];
      if (from && to) to.value = from.value;
    }
    for (const name of ["speaker", "behalf"]) {
      const value = radiosOf(lead, name).find((each) => each.checked)?.value;
      const same = radiosOf(first, name).find((each) => each.value === value);
      if (same) same.checked = true;
    }
    for (const card of members) part(card, "belongs").value = numberOf(first);
    part(first, "belongs").value = part(lead, "belongs").value;
    for (const card of [first, ...members]) {
      changed(part(card, "belongs"));
    }
  };

  // Somebody new who is chosen once is chosen for all cards of that name that wait for a choice.
  const spread = (radio) => {
    const [, number, name] = radio.name.match(/^c(\d+)-(speaker|behalf)$/) ?? [];
    if (!name || radio.value !== "new") return;
    const called = document.getElementById(`c${number}-${name}-name`).value;
    for (const card of all) {
      if (numberOf(card) === number || part(card, `${name}-name`)?.value !== called) continue;
      const radios = radiosOf(card, name);
      if (!called || radios.some((each) => each.checked && each.value)) continue;
      radios.find((each) => each.value === "new").checked = true;
      changed(part(card, `${name}-kind`));
    }
  };

  form.addEventListener("change", ({ target }) => {
    const card = target.closest(".card");
    if (!card || target.type !== "radio") return;
    spread(target);
    if (target.value === "reject" && target.checked) handOver(card);
  });
}
