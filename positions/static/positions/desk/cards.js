// The cards of the desk: one is current and open, the others are a line; keys decide and move on.
// Everything also works without this, as one long form.
desk: {
  const form = document.getElementById("desk");
  if (!form) break desk;
  const text = document.getElementById("text");
  const told = document.getElementById("told");
  const all = [...form.querySelectorAll(".card")];
  const numberOf = (card) => card.dataset.number;
  // By id or within the card: to ask the form by name is to walk its thousands of fields.
  const part = (card, name) => document.getElementById(`c${numberOf(card)}-${name}`);
  const radiosOf = (card, name) => [...card.querySelectorAll(`[name="c${numberOf(card)}-${name}"]`)];
  const decisionOf = (card) =>
    card.querySelector(".decision") ? radiosOf(card, "decision").find((each) => each.checked).value : "entered";
  const marks = new Map();
  for (const mark of text.querySelectorAll("mark[data-card]")) {
    marks.set(mark.dataset.card, [...(marks.get(mark.dataset.card) ?? []), mark]);
  }
  const marksOf = (card) => marks.get(numberOf(card)) ?? [];
  const leadOf = (card) => document.getElementById(`card-${part(card, "belongs")?.value.trim()}`);
  const tell = (words) => {
    told.textContent = words;
  };
  const changed = (field) => field.dispatchEvent(new Event("change", { bubbles: true }));
  let current = null;

  // Who is chosen; until the card is accepted it is told where that was the machine.
  const chosen = (card, name) => {
    const radio = radiosOf(card, name).find((each) => each.checked);
    if (!radio || !radio.value) return "";
    const typed = part(card, `${name}-${radio.value === "new" ? "name" : "other"}`);
    const filled = part(card, name).querySelector(".filled") && decisionOf(card) !== "accept";
    if (radio.value === "new") return `${typed.value} (new${filled ? ", filled in" : ""})`;
    if (radio.value === "other") return typed.value;
    return radio.parentElement.textContent.trim() + (filled ? " (filled in)" : "");
  };

  // Who may be the speaker, where nobody is chosen yet.
  const perhaps = (card) => {
    const offered = radiosOf(card, "speaker").filter((each) => !["", "new", "other"].includes(each.value));
    const names = offered.map((each) => each.parentElement.textContent.trim());
    const named = part(card, "speaker-name").value.trim();
    if (!names.length && named) names.push(`${named} (new)`);
    if (!names.length) return "nobody is chosen as the speaker";
    return `not chosen, perhaps ${names.slice(0, 3).join(" or ")}`;
  };

  // What a closed card says of itself.
  const summary = (card) => {
    const lead = leadOf(card);
    const said = [];
    if (lead) said.push(`part of card ${numberOf(lead)}`);
    else {
      const behalf = chosen(card, "behalf");
      const who = chosen(card, "speaker") || perhaps(card);
      const open = decisionOf(card) === "" ? part(card, "behalf-name").value.trim() : "";
      const whom = behalf ? `, for ${behalf}` : open && `, perhaps for ${open}`;
      const others = part(card, "others").value.split("\n").map((line) => line.trim()).filter(Boolean);
      said.push([who + whom, ...others].join(" + "));
      said.push(part(card, "kind").selectedOptions[0].textContent);
      const day = card.querySelector("[id$='-day']").textContent.trim();
      if (day) said.push(day);
    }
    for (const row of card.querySelectorAll(".judgement")) {
      const [which, says] = [row.querySelector(".which"), row.querySelector(".says")];
      if (!which.value) continue;
      const stance = says.value ? `${says.selectedOptions[0].textContent}: ` : "";
      said.push(stance + which.selectedOptions[0].textContent);
    }
    return said.join(" · ");
  };

  const refresh = (card) => {
    const line = card.querySelector(".line");
    if (line) line.textContent = summary(card);
    const decision = decisionOf(card);
    for (const mark of marksOf(card)) {
      mark.classList.toggle("accept", decision === "accept" || decision === "entered");
      mark.classList.toggle("reject", decision === "reject");
    }
  };

  const count = () => {
    const made = all.map(decisionOf);
    const many = (value) => made.filter((each) => each === value).length;
    const words = [`${many("")} undecided`, `${many("accept")} accepted`, `${many("reject")} rejected`];
    if (many("entered")) words.push(`${many("entered")} entered`);
    document.getElementById("counts").textContent = words.join(" · ");
  };

  // Open a card, close the one before it, show its words in the article; move the focus to it.
  const go = (card, { focus = true, scroll = focus } = {}) => {
    if (!card) return;
    if (card !== current) {
      if (current) {
        current.classList.remove("current");
        for (const mark of marksOf(current)) mark.classList.remove("current");
        refresh(current);
      }
      current = card;
      card.classList.add("current");
      for (const mark of marksOf(card)) mark.classList.add("current");
      const [first] = marksOf(card);
      const box = text.closest("details");
      const scrolled = getComputedStyle(box).overflowY === "auto" ? box : text;
      if (first && box.open) {
        const top = first.getBoundingClientRect().top - scrolled.getBoundingClientRect().top;
        scrolled.scrollBy({ top: top - scrolled.clientHeight / 3 });
      }
    }
    if (focus) {
      card.focus({ preventScroll: true });
    }
    if (scroll) card.scrollIntoView({ block: "nearest" });
  };

  const beside = (step) => all[Math.min(Math.max(all.indexOf(current) + step, 0), all.length - 1)];
  const next = () => {
    const after = all.slice(all.indexOf(current) + 1).find((card) => decisionOf(card) === "");
    const target = after ?? beside(1);
    if (target !== current) return go(target);
    return current.focus();
  };

  const decide = (value, word) => {
    const radio = current.querySelector(`[name$="-decision"][value="${value}"]`);
    if (!radio) return tell(`Card ${numberOf(current)} is entered already`);
    radio.checked = true;
    changed(radio);
    const decided = numberOf(current);
    const parts = all.filter((card) => card !== current && leadOf(card) === current && decisionOf(card) === value);
    const along = value === "accept" && parts.length ? ` with ${parts.map(numberOf).join(", ")}` : "";
    if (value) next();
    return tell(`Card ${decided} ${word}${along}. Now card ${numberOf(current)}`);
  };

  const owner = () => {
    const lead = leadOf(current);
    if (!lead) return current;
    tell(`Card ${numberOf(current)} is part of card ${numberOf(lead)}, which is open now`);
    go(lead);
    return lead;
  };

  // The choices of who says it, or for whom: first to the one that is made, then on to the next.
  const party = (name, legend) => {
    const card = owner();
    const radios = radiosOf(card, name);
    const at = radios.findIndex((radio) => radio.checked);
    const inside = document.activeElement?.name === `c${numberOf(card)}-${name}`;
    const radio = radios[at < 0 ? 0 : inside ? (at + 1) % radios.length : at];
    if (!radio) return;
    radio.focus();
    if (!radio.checked) {
      radio.checked = true;
      changed(radio);
    }
    tell(`${legend}: ${radio.parentElement.textContent.trim()}`);
  };

  const proposition = () => {
    const rows = [...current.querySelectorAll(".judgement .which")];
    (rows.find((each) => !each.value) ?? rows.at(-1))?.focus();
  };

  const takeNext = () => {
    const used = new Set([...current.querySelectorAll(".which")].map((each) => each.value));
    const items = [...current.querySelectorAll(".earlier li")];
    const item = items.find((each) => !used.has(each.dataset.proposition));
    if (item) item.querySelector("button").click();
    else tell(items.length ? "All of it is taken over" : "Nothing is known from before");
  };

  // A new proposition is written for the card that is open.
  const propose = () => {
    const box = document.getElementById("new-proposition");
    if (!box) return;
    box.open = true;
    document.getElementById("id_new-card").value = numberOf(current);
    document.getElementById("id_new-text").focus();
  };

  const help = () => {
    const box = document.getElementById("keys");
    box.open = !box.open;
    box.querySelector("summary").focus();
  };

  const KEYS = {
    j: () => go(beside(1)),
    k: () => go(beside(-1)),
    a: () => decide("accept", "accepted"),
    r: () => decide("reject", "rejected"),
    u: () => decide("", "undecided"),
    s: () => party("speaker", "Speaker"),
    b: () => party("behalf", "On behalf of"),
    p: proposition,
    t: () => part(owner(), "date")?.focus(),
    g: () => form.dispatchEvent(new CustomEvent("desk:join", { detail: { card: current } })),
    G: () => form.dispatchEvent(new CustomEvent("desk:join", { detail: { card: current, alone: true } })),
    e: takeNext,
    n: propose,
    d: () => form.dispatchEvent(new CustomEvent("desk:same", { detail: owner() })),
    m: () => form.dispatchEvent(new CustomEvent("desk:mark")),
    w: () => form.dispatchEvent(new CustomEvent("desk:mark", { detail: "part" })),
    "?": help,
  };

  const single = document.getElementById("single-keys");
  const KEPT = "desk-single-keys";
  single.checked = localStorage.getItem(KEPT) !== "off";
  single.addEventListener("change", (event) => {
    event.stopPropagation();
    localStorage.setItem(KEPT, single.checked ? "on" : "off");
  });

  const TYPED_INTO = "textarea, select, [contenteditable='true'], input:not([type=radio], [type=checkbox])";
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(form.querySelector(`button[value=${event.shiftKey ? "rest" : "enter"}]`));
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typing = event.target.closest(TYPED_INTO);
    if (event.key === "Escape" && typing?.closest("#new-proposition")) {
      go(current);
      return;
    }
    if (event.key === "Escape" && typing && typing !== text) {
      const card = typing.closest(".card");
      if (card) go(card);
      return;
    }
    if (typing || !single.checked || !current) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  form.addEventListener("change", ({ target }) => {
    const card = target.closest(".card");
    if (!card) return;
    target.closest(".party")?.querySelector(".filled")?.remove(); // an editor has chosen
    refresh(card);
    count();
  });

  // While a button of the mouse is down nothing may move, or the click would miss.
  let pressed = false;
  document.addEventListener("pointerdown", () => {
    pressed = true;
  });
  document.addEventListener("pointerup", () => {
    pressed = false;
  });
  form.addEventListener("focusin", ({ target }) => {
    const card = target.closest(".card");
    if (card && !pressed) go(card, { focus: false });
  });
  form.addEventListener("click", (event) => {
    const { target } = event;
    const number = target.closest("a.number");
    const link = target.closest("a[href^='#c']");
    if (number && text.contains(number)) {
      event.preventDefault();
      go(document.querySelector(number.hash));
    } else if (number) {
      event.preventDefault();
      go(number.closest(".card"));
    } else if (link) {
      const there = document.getElementById(link.hash.slice(1));
      const card = there?.closest(".card");
      if (!card) return;
      event.preventDefault();
      go(card);
      const field = there.matches("input, select, textarea") ? there : there.querySelector("input");
      if (field && field !== card) field.focus();
    } else if (target.closest("mark[data-card]") && getSelection().isCollapsed) {
      go(document.getElementById(`card-${target.closest("mark").dataset.card}`));
    } else if (target.closest(".card")) {
      go(target.closest(".card"), { focus: false });
    }
  });

  for (const card of all) {
    if (decisionOf(card) === "entered") continue;
    const line = document.createElement("p");
    line.className = "line note";
    card.querySelector(".words").after(line);
  }
  all.forEach(refresh);
  form.classList.add("scripted");
  document.getElementById("keys").hidden = false;
  const asked = location.hash.startsWith("#card-") && document.querySelector(location.hash);
  const refused = document.getElementById("refused") ?? document.getElementById("stale");
  const first = all.find((card) => decisionOf(card) === "") ?? all[0];
  go(asked || first, { focus: !refused, scroll: Boolean(asked) || first !== all[0] });
  refused?.focus();
}
