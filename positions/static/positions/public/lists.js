// What an exchange of the filters must not lose: what is unfolded, what is being typed, the place.
{
  const sent = new Map();
  const tell = (button) => button.setAttribute("aria-expanded", button.checked);
  const typable = (part) => part.querySelectorAll("input[type=text], input[type=search]");

  const reveal = document.getElementById("show-filters");
  if (reveal) tell(reveal);
  document.addEventListener("change", ({ target }) => {
    if (target.id === "show-filters") tell(target);
  });

  document.addEventListener("htmx:beforeRequest", ({ target }) => {
    sent.clear();
    for (const field of typable(target)) sent.set(field.id, field.value);
  });

  document.addEventListener("htmx:oobBeforeSwap", ({ detail: { target, fragment } }) => {
    for (const before of target.querySelectorAll("details[id]")) {
      const after = fragment.querySelector(`#${CSS.escape(before.id)}`);
      if (after) after.open = before.open;
    }
    for (const before of typable(target)) {
      const after = fragment.querySelector(`#${CSS.escape(before.id)}`);
      const typedSince = sent.has(before.id) && before.value !== sent.get(before.id);
      if (after && typedSince) after.value = before.value;
    }
  });

  document.addEventListener("htmx:afterSettle", ({ target, detail }) => {
    if (target.id !== "results") return;
    if (target.matches(".refused")) {
      // Nothing is counted for what is not understood: the numbers are those of another choice.
      for (const stale of document.querySelectorAll("#filter-fields :is(.total, .counted)"))
        stale.remove();
    }
    const switched = document.getElementById("show-filters");
    const onPhone = switched && getComputedStyle(switched).display !== "none";
    const asked = detail.requestConfig?.triggeringEvent?.type;
    const chosen = asked === "change" && matchMedia("(max-width: 44rem)").matches;
    if (onPhone && (asked === "submit" || chosen)) {
      // On a phone the results stand below all that may be chosen.
      switched.checked = false;
      tell(switched);
      target.focus();
    } else if (document.activeElement === document.body) {
      // The chip that was taken off had the focus.
      target.focus({ preventScroll: true });
    }
    if (target.getBoundingClientRect().top < 0) target.scrollIntoView();
  });
}

// What the site fails to answer is asked for as a page, which says why.
document.addEventListener("htmx:responseError", ({ detail: { requestConfig, pathInfo } }) => {
  if (requestConfig.verb === "get") location.assign(pathInfo.finalRequestPath);
});
