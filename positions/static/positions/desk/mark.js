// Words of one's own: selected in the article by the mouse, or by the keyboard with a caret.
desk: {
  const form = document.getElementById("desk");
  if (!form) break desk;
  const text = document.getElementById("text");
  const told = document.getElementById("told");
  const button = document.getElementById("mark");

  // The words of a range as the text has them: without the numbers, a line for each paragraph.
  const wordsOf = (range) => {
    const part = document.createElement("div");
    part.append(range.cloneContents());
    for (const number of part.querySelectorAll("a.number")) number.remove();
    const lines = [...part.children].filter((each) => each.tagName === "P");
    const pieces = lines.length ? lines.map((each) => each.textContent) : [part.textContent];
    return pieces.map((each) => each.trim()).filter(Boolean).join("\n");
  };

  const marked = () => {
    const selection = getSelection();
    if (selection.isCollapsed || !selection.rangeCount) return null;
    const range = selection.getRangeAt(0);
    return text.contains(range.commonAncestorContainer) ? range : null;
  };

  const stop = () => {
    text.removeAttribute("contenteditable");
    text.removeAttribute("role");
    text.removeAttribute("aria-multiline");
    text.removeAttribute("aria-readonly");
  };

  const make = (range, part = "") => {
    form.elements.namedItem("own-part").value = part;
    const before = document.createRange();
    before.setStart(range.startContainer.parentElement.closest("p") ?? text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    form.elements.namedItem("own-words").value = wordsOf(range);
    const stands = document.createElement("div");
    stands.append(before.cloneContents());
    for (const number of stands.querySelectorAll("a.number")) number.remove();
    form.elements.namedItem("own-before").value = stands.textContent.slice(-32);
    stop();
    form.requestSubmit(form.querySelector("button[value=own]"));
  };

  // A caret in a text that cannot be changed: arrows move it, with Shift they select.
  const start = () => {
    text.setAttribute("contenteditable", "true");
    text.setAttribute("role", "textbox");
    text.setAttribute("aria-multiline", "true");
    text.setAttribute("aria-readonly", "true");
    text.closest("details").open = true;
    text.focus();
    const at = text.querySelector("mark.current") ?? text.firstElementChild;
    if (at) getSelection().collapse(at, 0);
    told.textContent =
      "Select words with Shift and the arrow keys, then press m, or w to add them to the open card. Escape leaves.";
  };

  const mark = (part) => {
    const range = marked();
    if (range) make(range, part);
    else start();
  };
  const open = () => document.querySelector(".card.current:not(.entered)")?.dataset.number ?? "";

  text.addEventListener("beforeinput", (event) => event.preventDefault());
  text.addEventListener("keydown", (event) => {
    if (!text.hasAttribute("contenteditable")) return;
    if (event.key === "Escape" || event.key === "Tab") {
      stop();
      document.querySelector(".card.current")?.focus();
      event.preventDefault();
    } else if (["m", "w"].includes(event.key) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      const range = marked();
      if (range) make(range, event.key === "w" ? open() : "");
    }
  });
  form.addEventListener("desk:mark", ({ detail }) => mark(detail === "part" ? open() : ""));
  button.hidden = false;
  button.addEventListener("mousedown", (event) => event.preventDefault());
  button.addEventListener("click", () => mark(""));
}
