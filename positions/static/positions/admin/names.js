// What Django's scripts draw without a name gets one: the boxes that complete names (select2), what
// is typed into them, what they offer, and the marks in a box of two lists.
{
  const $ = window.django?.jQuery;
  const ofDjango = $?.fn.djangoAdminSelect2;
  let offered = 0;

  const labelOf = (select) => {
    const [label] = select.labels;
    if (label) label.id ||= `${select.id}_label`;
    return label?.id;
  };

  const name = (select) => {
    const box = $(select).data("select2");
    const label = labelOf(select);
    if (!box || !label) return;
    const drawn = box.$container[0];
    const combobox = drawn.querySelector("[role=combobox]");
    const chosen = drawn.querySelector(".select2-selection__rendered");
    combobox.setAttribute("aria-haspopup", "listbox");
    combobox.setAttribute("aria-labelledby", `${label} ${chosen.id}`.trim());
    // It is the content of the box, not a second box within it.
    chosen.removeAttribute("role");
    chosen.removeAttribute("aria-readonly");
    drawn.querySelector(".select2-search__field")?.setAttribute("aria-labelledby", label);

    box.on("open", () => {
      const list = box.$results[0];
      list.setAttribute("aria-labelledby", label);
      combobox.setAttribute("aria-controls", list.id);
      box.$dropdown.find(".select2-search__field").attr("aria-labelledby", label);
    });
    // Of what the server offers select2 does not say at which one the arrows are.
    box.on("results:focus", ({ element: [option] }) => {
      option.id ||= `offered-${++offered}`;
      const field = document.querySelector(".select2-container--open .select2-search__field");
      for (const each of [combobox, field]) each?.setAttribute("aria-activedescendant", option.id);
    });
  };

  // Django calls it when the page is read, and for each row that is added.
  if (ofDjango) {
    $.fn.djangoAdminSelect2 = function () {
      ofDjango.call(this);
      return this.each((_, select) => name(select));
    };
  }

  // Drawn by Django when the page is loaded; a mark that says something is an image.
  window.addEventListener("load", () => {
    for (const mark of document.querySelectorAll(".help-tooltip[aria-label]"))
      mark.setAttribute("role", "img");
  });
}
