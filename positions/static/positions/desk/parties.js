// What one choice means for other cards: somebody new is new on all of them, where the first words
// of a statement are rejected, the next of it lead the rest, and a split goes on to those that follow.
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

  // Split off, a card has what an editor chose for the statement that it was part of.
  const TAKEN = ["others", "role", "part", "capacity"];
  const takeOver = (card, lead) => {
    const confirmed = (name) => decisionOf(lead) === "accept" || !part(lead, name).querySelector(".filled");
    const wanted = SIDES.filter((name) => said(lead, name).choice && confirmed(name));
    if (!wanted.includes("speaker")) return;
    for (const name of wanted) {
      if (key([said(card, name)]) !== key([said(lead, name)])) choose(card, name, said(lead, name));
    }
    for (const name of TAKEN) part(card, name).value ||= part(lead, name).value;
  };

  // Cards one after another that are of the same statement, from the one behind this card on.
  const following = (card, lead) => {
    const behind = all.slice(all.indexOf(card) + 1);
    const end = behind.findIndex((each) => leadOf(each) !== lead);
    return end < 0 ? behind : behind.slice(0, end);
  };

  const setLead = (cards, number) => {
    for (const each of cards) part(each, "belongs").value = number;
    for (const each of cards) changed(part(each, "belongs"));
  };

  // Split a card off, with the cards behind it that are of the same statement, or alone; or join it,
  // and those that are part of it, with the card before.
  form.addEventListener("desk:join", ({ detail: { card, alone } }) => {
    const told = document.getElementById("told");
    const before = all[all.indexOf(card) - 1];
    const box = part(card, "belongs");
    if (!box || (!before && !box.value)) return;
    const lead = leadOf(card);
    const parts = all.filter((each) => leadOf(each) === card);
    if (lead && !alone) parts.push(...following(card, lead));
    if (box.value) {
      setLead([card], "");
      setLead(parts, numberOf(card));
      if (lead) takeOver(card, lead);
    } else {
      setLead([card, ...parts], numberOf(leadOf(before) ?? before));
    }
    const along = parts.length ? `, with ${parts.map(numberOf).join(", ")}` : "";
    const now = box.value ? `is part of card ${box.value}` : "is a statement of its own";
    told.textContent = `Card ${numberOf(card)} ${now}${along}`;
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
