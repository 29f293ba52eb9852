// Words are picked from the source's text on a statement's page: selected there, and quoted in the
// row of words that is next. What carries a stance is chosen from the words as they are typed.
pick: {
  const at = document.getElementById("answers");
  const form = at?.closest("form");
  const group = document.getElementById("quotations-group");
  if (!form || !group?.querySelector("textarea")) break pick;
  const CONTEXT = 32; // characters before and after, as the check of the words gives them
  const SHOWN = 60; // characters of words in a list
  const field = (name) => form.elements.namedItem(name);
  const value = (name) => field(name)?.value ?? "";
  const rows = () =>
    [...group.querySelectorAll("textarea[name$='-exact']")].filter((box) => !box.name.includes("__prefix__"));
  const prefixOf = (box) => box.name.replace("exact", "");
  let last = null; // the row in which somebody was last

  // The words by their numbers, in every box that asks which of them carry a stance.
  const called = (box, place) => {
    const words = box.value.trim().replace(/\s+/g, " ");
    const shown = words.length > SHOWN ? `${words.slice(0, SHOWN - 1)}…` : words;
    return `${place + 1} · ${words ? `“${shown}”` : "the words typed there"}`;
  };
  const number = () => {
    for (const select of form.querySelectorAll("select[name$='-quotation_number']")) {
      rows().forEach((box, place) => {
        const option = select.querySelector(`option[value="${place + 1}"]`) ?? select.appendChild(new Option("", place + 1));
        option.textContent = called(box, place);
      });
    }
  };

  // The text: of the source of the row, or that at the top, or the one pasted there.
  const box = document.createElement("details");
  box.className = "picking";
  box.innerHTML = `<summary>Pick them from the source's text</summary>
    <p class="help"></p>
    <label for="picking-text">Select words, then quote them</label>
    <textarea id="picking-text" readonly rows="14"></textarea>
    <p><button type="button" class="button">Quote this</button> <span role="status"></span></p>`;
  const [text, about, button, told] = ["textarea", ".help", "button", "[role=status]"].map((each) => box.querySelector(each));
  group.querySelector(".inline-heading").after(box);
  let shown = "";

  const sourceNow = () => {
    const own = last ? value(`${prefixOf(last)}source`) : "";
    const any = () => rows().map((each) => value(`${prefixOf(each)}source`)).find(Boolean) ?? "";
    return own || value("source") || (value("source_text") ? "" : any());
  };
  const fetchText = async () => {
    const source = sourceNow();
    if (source && source === shown) return;
    shown = source;
    let found = { title: "the text pasted above", text: value("source_text") };
    if (source) {
      const asked = new URL(at.dataset.text, location.href);
      asked.searchParams.set("source", source);
      const answer = await fetch(asked).catch(() => null);
      if (shown !== source) return;
      found = answer?.ok ? await answer.json() : { title: "", text: "" };
    }
    text.value = found.text;
    text.hidden = button.hidden = !found.text;
    about.textContent = found.text ? `From ${found.title}.` : "There is no text: choose a source that has one, or paste it under “A new source”.";
  };

  const changed = (field) => field.dispatchEvent(new Event("input", { bubbles: true }));
  const quote = () => {
    const whole = text.value;
    let [start, end] = [text.selectionStart, text.selectionEnd];
    while (start < end && /\s/.test(whole[start])) start += 1;
    while (end > start && /\s/.test(whole[end - 1])) end -= 1;
    // A word that the selection cuts is taken whole.
    const inWord = (place) => /[\p{L}\p{N}]{2}/u.test(whole.slice(place - 1, place + 1));
    while (start < end && start > 0 && inWord(start)) start -= 1;
    while (start < end && inWord(end)) end += 1;
    if (start === end) {
      told.textContent = "Select some words first.";
      return;
    }
    if (!rows().some((each) => !each.value.trim())) group.querySelector(".add-row a")?.click();
    const free = last?.isConnected && !last.value.trim() ? last : rows().find((each) => !each.value.trim());
    if (!free) {
      told.textContent = "No row is free: save, and go on.";
      return;
    }
    const row = prefixOf(free);
    free.value = whole.slice(start, end);
    field(`${row}prefix`).value = whole.slice(Math.max(0, start - CONTEXT), start);
    field(`${row}suffix`).value = whole.slice(end, end + CONTEXT);
    for (const each of ["exact", "prefix", "suffix"]) changed(field(row + each));
    told.textContent = `Quoted in row ${rows().indexOf(free) + 1}.`;
  };

  button.addEventListener("click", quote);
  text.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    quote();
  });
  box.addEventListener("toggle", fetchText);
  group.addEventListener("focusin", ({ target }) => {
    const row = target.name?.match(/^quotations-\d+-/)?.[0];
    if (!row) return;
    last = field(`${row}exact`);
    if (box.open) fetchText();
  });
  const typed = ({ target }) => {
    const { name = "" } = target;
    if (/-exact$/.test(name)) number();
    if (box.open && /(^|-)source(_text)?$/.test(name)) fetchText();
  };
  form.addEventListener("input", typed);
  window.django?.jQuery(form).on("change", "select", typed);
  document.addEventListener("formset:added", number);
  document.addEventListener("formset:removed", number);
  number();
}
