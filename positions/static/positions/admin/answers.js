// What is typed on a statement's page is answered at once; on saving, its forms say the same.
answers: {
  const at = document.getElementById("answers");
  const form = at?.closest("form");
  if (!form) break answers;
  const WAIT = 350; // milliseconds after the last key
  const field = (name) => form.elements.namedItem(name);
  const value = (name) => field(name)?.value ?? "";
  const waiting = new Map();
  const newest = new Map();

  // The line under a field in which it is answered.
  const lineOf = (box) => {
    const holder = box.closest(".fieldBox, .form-row") ?? box.parentElement;
    let line = holder.querySelector(`.answer[data-of="${box.id}"]`);
    if (!line) {
      line = document.createElement("div");
      line.className = "answer";
      line.dataset.of = box.id;
      line.setAttribute("role", "status");
      (holder.querySelector(":scope .help") ?? holder.lastElementChild).after(line);
    }
    return line;
  };

  const say = (box, { told = "", good = true, html = "" }) => {
    const line = lineOf(box);
    line.textContent = told;
    line.classList.toggle("wrong", !good);
    if (html) line.insertAdjacentHTML("beforeend", html); // the site's own, escaped there
  };

  const ask = (box, address, fields, post = true) => {
    clearTimeout(waiting.get(box));
    const mine = (newest.get(box) ?? 0) + 1;
    newest.set(box, mine);
    waiting.set(
      box,
      setTimeout(async () => {
        const query = new URLSearchParams(fields);
        const token = value("csrfmiddlewaretoken");
        const sent = post
          ? fetch(address, { method: "POST", body: query, headers: { "X-CSRFToken": token } })
          : fetch(`${address}?${query}`);
        const answer = await sent.catch(() => null);
        if (!answer?.ok || newest.get(box) !== mine) return;
        say(box, await answer.json());
      }, WAIT),
    );
  };

  const date = (box) => {
    const row = box.name.match(/^quotations-\d+-/)?.[0];
    const source = box.name === "source_date_edtf" ? "" : (row && value(`${row}source`)) || value("source");
    const published = box.name === "source_date_edtf" ? "" : value("source_date_edtf");
    ask(box, at.dataset.date, { text: box.value, source, published }, false);
  };

  const words = (row) => {
    const box = field(`${row}exact`);
    if (!box) return;
    const names = ["exact", "kind", "prefix", "suffix"].map((name) => [name, value(row + name)]);
    const source = value(`${row}source`) || value("source");
    ask(box, at.dataset.words, { ...Object.fromEntries(names), source, text: value("source_text") });
  };

  const rows = () =>
    [...form.querySelectorAll("[name^='quotations-'][name$='-exact']")]
      .map((box) => box.name.replace("exact", ""))
      .filter((row) => value(`${row}exact`));

  const address = async (box) => {
    const asked = new URL(at.dataset.address, location.href);
    asked.searchParams.set("url", box.value);
    const answer = await fetch(asked).catch(() => null);
    const { known } = answer?.ok ? await answer.json() : {};
    say(box, {});
    if (!known) return;
    const link = document.createElement("a");
    link.href = known.change;
    link.textContent = known.title;
    lineOf(box).append("This is known already: choose ", link, " under “Where it stands” instead.");
    lineOf(box).classList.add("wrong");
  };

  // What was missing to publish is told no more once it is typed.
  const GIVEN = {
    date: "[name=date_edtf]",
    voice: "[name^='attributions-'][name$='-stakeholder'], [name=signatories]",
    words: "[name^='quotations-'][name$='-exact']",
    stance: "[name^='assessments-'][name$='-proposition']",
  };
  const missing = document.getElementById("missing");
  const given = () => {
    if (!missing?.dataset.new) return;
    let some = false;
    for (const each of missing.querySelectorAll("[data-lack]")) {
      const boxes = [...form.querySelectorAll(GIVEN[each.dataset.lack])];
      each.hidden = boxes.some((box) => !box.name.includes("__prefix__") && box.value.trim());
      some ||= !each.hidden;
    }
    missing.hidden = !some;
  };

  // The kind of whoever is chosen stands at the end of what the box calls them.
  const kind = (box) => {
    const shown = box.closest(".inline-related")?.querySelector(".field-kind .readonly");
    if (shown) shown.textContent = box.selectedOptions[0]?.textContent.split(" · ").slice(1).pop() ?? "";
  };

  const typed = ({ target: box }) => {
    const { name = "" } = box;
    if (name.endsWith("date_edtf")) date(box);
    if (name === "signatories") ask(box, at.dataset.signatories, { text: box.value });
    if (/^attributions-\d+-stakeholder$/.test(name)) kind(box);
    if (name === "source_url" && at.dataset.address) address(box);
    const row = name.match(/^quotations-\d+-(?=exact|kind|prefix|suffix|source)/)?.[0];
    if (row) words(row);
    if (name === "source" || name === "source_text") rows().forEach(words);
    if ((name === "source" || name === "source_date_edtf") && value("date_edtf")) date(field("date_edtf"));
    given();
  };
  form.addEventListener("input", typed);
  // Django's boxes that complete names tell of a choice by jQuery alone.
  window.django?.jQuery(form).on("change", "select", (event) => typed(event));
  given();
}
