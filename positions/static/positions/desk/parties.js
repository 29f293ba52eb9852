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

  // Who says it and for whom, as on the card before that says otherwise; again: as on one before.
  const SIDES = ["speaker", "behalf"];
  const said = (card, name) => {
    const radio = radiosOf(card, name).find((each) => each.checked);
    const typed = (end) => part(card, `${name}${end}`)?.value ?? "";
    const label = radio?.value && !["new", "other"].includes(radio.value) ? radio.parentElement.textContent.trim() : "";
    return { choice: radio?.value ?? "", name: typed("-name"), kind: typed("-kind"), other: typed("-other"), label };
  };
  const key = (sides) =>
    sides.map(({ choice, name, other, label }) => label || (choice === "new" ? name : other)).join("|");
  const choose = (card, name, { choice, name: called, kind, other, label }) => {
    const offered = radiosOf(card, name).some((each) => each.value === choice);
    const now = offered ? choice : "other"; // somebody known who is not offered here
    for (const each of radiosOf(card, name)) each.checked = each.value === now;
    if (now === "new") {
      part(card, `${name}-name`).value = called;
      part(card, `${name}-kind`).value = kind;
    }
    if (now === "other") part(card, `${name}-other`).value = label ? label.split(" · ")[0] : other;
    changed(part(card, `${name}-name`));
  };
  let asked = { card: null, place: 0 };
  form.addEventListener("desk:same", ({ detail: card }) => {
    const told = document.getElementById("told");
    if (!card || decisionOf(card) === "entered") return;
    const before = all.slice(0, all.indexOf(card)).reverse();
    const known = new Map();
    for (const each of before) {
      if (decisionOf(each) === "reject" || decisionOf(each) === "entered" || leadOf(each)) continue;
      const sides = SIDES.map((name) => said(each, name));
      if (sides[0].choice && !known.has(key(sides))) known.set(key(sides), { from: each, sides });
    }
    const offered = [...known.values()];
    if (asked.card !== card) asked = { card, place: 0 };
    const taken = offered[asked.place % offered.length];
    asked.place += 1;
    if (!taken) {
      told.textContent = "No card before says who it is";
      return;
    }
    SIDES.forEach((name, side) => choose(card, name, taken.sides[side]));
    told.textContent = `Who says it: as on card ${numberOf(taken.from)}, ${key(taken.sides).split("|").filter(Boolean).join(", for ")}`;
  });

  // Words of a statement that is accepted are accepted with it, unless they were decided on.
  const acceptAlong = (card) => {
    const parts = decisionOf(card) === "accept" ? all.filter((each) => leadOf(each) === card) : [];
    if (leadOf(card) && decisionOf(leadOf(card)) === "accept") parts.push(card);
    for (const each of parts) {
      if (decisionOf(each) !== "") continue;
      const accept = radiosOf(each, "decision").find((radio) => radio.value === "accept");
      accept.checked = true;
      changed(accept);
    }
  };

  form.addEventListener("change", ({ target }) => {
    const card = target.closest(".card");
    if (card && (target.name.endsWith("-decision") || target.name.endsWith("-belongs"))) acceptAlong(card);
    if (!card || target.type !== "radio") return;
    spread(target);
    if (target.value === "reject" && target.checked) handOver(card);
  });
}
