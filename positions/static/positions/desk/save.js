// Keeps what is decided and typed on the desk, soon after each change; says when, and when not.
desk: {
  const form = document.getElementById("desk");
  if (!form) break desk;
  const said = document.getElementById("saved");
  const version = form.elements.namedItem("version");
  const WAIT = 1200; // milliseconds after the last change
  const AGAIN = 8000; // after a failure

  const dirty = new Set();
  let head = false;
  let waiting;
  let running = null;
  let over = false; // somebody else has saved: nothing more is sent by itself

  const say = (words, trouble = false) => {
    said.textContent = words;
    said.classList.toggle("trouble", trouble);
  };

  const body = (cards, withHead) => {
    const data = new FormData();
    for (const [name, value] of new FormData(form)) {
      const card = name === "card" ? value : name.match(/^c(\d+)-/)?.[1];
      const wanted = card ? cards.has(card) : withHead || !name.startsWith("head-");
      const mark = name.endsWith("-seen"); // of every card: one may be handed over to another
      if ((mark || wanted) && !/^(own|new)-/.test(name)) data.append(name, value);
    }
    return data;
  };

  const send = async () => {
    const cards = new Set(dirty);
    const withHead = head;
    dirty.clear();
    head = false;
    say("Saving…");
    const failed = (words) => {
      for (const card of cards) dirty.add(card);
      head ||= withHead;
      say(words, true);
    };
    try {
      const answer = await fetch(form.dataset.save, { method: "POST", body: body(cards, withHead) });
      const told = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
      if (answer.status === 409) {
        over = true;
        failed(told.problem);
      } else if (answer.ok && "version" in told) {
        version.value = told.version;
        for (const [name, mark] of Object.entries(told.seen)) form.elements.namedItem(name).value = mark;
        for (const [number, day] of Object.entries(told.days)) {
          const shown = document.getElementById(`c${number}-day`);
          if (shown) shown.textContent = day;
        }
        say(told.problem || `Saved ${told.saved}`, Boolean(told.problem));
      } else {
        failed(told.problem ?? `Not saved: the site answered ${answer.status}. It is tried again.`);
        schedule(AGAIN);
      }
    } catch {
      failed("Not saved: the site cannot be reached. It is tried again.");
      schedule(AGAIN);
    }
  };

  const schedule = (wait = WAIT) => {
    clearTimeout(waiting);
    if (over) return;
    waiting = setTimeout(async () => {
      if (running) return schedule();
      running = send();
      await running;
      running = null;
      return dirty.size || head ? schedule(AGAIN) : undefined;
    }, wait);
  };

  const note = ({ target }) => {
    if (!target.name || /^(own|new)-/.test(target.name) || target.name === "state") return;
    const card = target.closest(".card");
    if (card) dirty.add(card.dataset.number);
    else head = true;
    schedule();
  };
  form.addEventListener("input", note);
  form.addEventListener("change", note);

  // A save that is under way is waited for: the version that the form sends is then the newest.
  form.addEventListener("submit", async (event) => {
    clearTimeout(waiting);
    if (!running) {
      over = true;
      dirty.clear();
      head = false;
      return;
    }
    event.preventDefault();
    await running;
    form.requestSubmit(event.submitter);
  });

  // The page goes away: what is not saved yet is sent along.
  addEventListener("pagehide", () => {
    if (!over && (dirty.size || head)) navigator.sendBeacon(form.dataset.save, body(dirty, head));
  });
}
