// Keeps in this browser what is typed on a noun's page until it is saved, and says when; whoever
// leaves with something unsaved is asked first. What was left is offered when the page is opened.
keep: {
  const said = document.getElementById("kept");
  const form = said?.closest("form");
  const { account } = said?.dataset ?? {};
  const WAIT = 800; // milliseconds after the last key
  const OLDEST = 7 * 24 * 60 * 60 * 1000; // milliseconds for which it is kept
  const MOST = 12; // pages, of which the oldest are given up first
  const PREFIX = "typed:";

  // Everything kept, by key; what cannot be read is not ours.
  const all = () => {
    const found = [];
    for (const key of Object.keys(localStorage).filter((each) => each.startsWith(PREFIX))) {
      try {
        found.push({ key, ...JSON.parse(localStorage.getItem(key)) });
      } catch {
        localStorage.removeItem(key);
      }
    }
    return found.sort((one, other) => other.at - one.at);
  };
  const drop = (records) => records.forEach(({ key }) => localStorage.removeItem(key));

  // What this tab sent last, until a page answers it: those of a log-in in between do not.
  const SENT = "typed-sent";
  const sent = sessionStorage.getItem(SENT);
  if (!document.querySelector("[name=kept], [name=_unsaved]")) sessionStorage.removeItem(SENT);
  if (sent && document.querySelector(".messagelist .success")) localStorage.removeItem(sent);
  if (!form?.querySelector("[name=_save], [name=_continue]") || form.querySelector("[name=_popup]")) break keep;
  drop(all().filter((each, place) => place >= MOST || Date.now() - each.at > OLDEST));

  const mine = `${PREFIX}${account}:${location.pathname}:${Date.now()}-${Math.random()}`;
  const isHere = ({ key }) => key.startsWith(`${PREFIX}${account}:${location.pathname}:`);
  const refused = Boolean(form.querySelector(".errornote, .errorlist")); // shown again, and not saved
  let unsaved = refused;
  let waiting;

  const time = (moment) => {
    const at = new Date(moment);
    const day = at.toDateString() === new Date().toDateString() ? "" : `${at.toLocaleDateString("en-GB")}, `;
    return day + at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  };
  const heading = () => form.querySelector("[name=title], [name=name], [name=text]")?.value.trim() ?? "";

  // What would be sent, but for files, which no page can put back.
  const typedNow = () =>
    [...new FormData(form)].filter(
      ([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken" && !name.includes("__prefix__"),
    );
  const opened = JSON.stringify(typedNow());

  const keep = () => {
    clearTimeout(waiting);
    const record = { at: Date.now(), heading: heading().slice(0, 80), pairs: typedNow() };
    try {
      localStorage.setItem(mine, JSON.stringify(record));
      said.textContent = `Kept in this browser at ${time(record.at)}, and not saved yet.`;
    } catch {
      localStorage.removeItem(mine);
      said.textContent = "It is too long to be kept in this browser: save it.";
    }
  };

  const typed = ({ target, type }) => {
    if (!target.name || target.form !== form) return;
    // Django's own scripts say of each box that it changed, when the page is read.
    if (type === "change" && !unsaved && JSON.stringify(typedNow()) === opened) return;
    unsaved = true;
    clearTimeout(waiting);
    waiting = setTimeout(keep, WAIT);
  };
  form.addEventListener("input", typed);
  form.addEventListener("change", typed);
  // Django's boxes that complete names tell of a choice by jQuery alone.
  window.django?.jQuery(form).on("change", "select", typed);
  form.addEventListener("submit", () => {
    if (unsaved) keep();
    sessionStorage.setItem(SENT, mine);
    unsaved = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
  window.addEventListener("pagehide", () => {
    if (unsaved) keep();
  });

  // Sent to its own page as what was typed before a log-out is: shown there, and saved by nobody.
  const goOn = ({ pairs, key }) => {
    const sending = document.createElement("form");
    Object.assign(sending, { method: "post", enctype: "multipart/form-data", hidden: true });
    const token = form.elements.namedItem("csrfmiddlewaretoken").value;
    for (const [name, value] of [["csrfmiddlewaretoken", token], ["_unsaved", "kept"], ...pairs]) {
      const box = document.createElement("textarea");
      Object.assign(box, { name, value });
      sending.append(box);
    }
    document.body.append(sending);
    unsaved = false;
    sessionStorage.setItem(SENT, key);
    sending.submit();
  };

  const button = (words, act) => {
    const made = document.createElement("button");
    Object.assign(made, { type: "button", className: "button", textContent: words });
    made.addEventListener("click", act);
    return made;
  };

  const offer = (records) => {
    const box = document.getElementById("kept-before");
    const list = box.querySelector("ul");
    for (const record of records) {
      const item = document.createElement("li");
      const named = record.heading ? ` “${record.heading}”` : "";
      item.append(
        `At ${time(record.at)}:${named} `,
        button("Go on with it", () => goOn(record)),
        " ",
        button("Discard it", () => {
          drop([record]);
          item.remove();
          box.hidden = !list.children.length;
        }),
      );
      list.append(item);
    }
    box.hidden = false;
  };

  if (refused) {
    if (sent) localStorage.removeItem(sent); // it stands in the form
    keep();
  } else if (all().some(isHere)) {
    offer(all().filter(isHere));
  }
}
