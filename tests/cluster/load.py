"""Readers and writers of a served site, who note what each of them was answered, and when."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count

from tests.served import Answer, Site

PAGES = ("/", "/statements/", "/statements.json", "/positions/", "/topics.csv", "/search/?q=police")
FORM = "/admin/positions/topic/add/"
HIDDEN = re.compile(r'<input type="hidden" name="([^"]*)" value="([^"]*)"')
IN_WORDS = "database"  # what the refusal's page or file is about


@dataclass(frozen=True, slots=True)
class Event:
    """One answer: "read", "saved", "refused" (in words), "seen" (one's own), or what failed."""

    kind: str
    began: float
    ended: float
    told: str = ""


@dataclass
class Load:
    """Who asks the site at ``port``; ``ledger`` has the slugs of what was answered as saved."""

    port: int
    session: str
    events: list[Event] = field(default_factory=list)
    ledger: list[str] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)
    numbers: Iterator[int] = field(default_factory=count)
    hidden: dict[str, str] = field(default_factory=dict)

    @contextmanager
    def running(self, readers: int = 2, writers: int = 2) -> Iterator[None]:
        """Within, so many read and write one page after the other."""
        site = Site(self.port)
        site.cookies["sessionid"] = self.session
        self.hidden = dict(HIDDEN.findall(site.get(FORM).body))
        self.hidden.pop("csrfmiddlewaretoken")
        deeds = [self._read] * readers + [self._write] * writers
        threads = [threading.Thread(target=self._repeat, args=[deed]) for deed in deeds]
        for thread in threads:
            thread.start()
        try:
            yield
        finally:
            self.stopped.set()
            for thread in threads:
                thread.join()

    def _repeat(self, deed: Callable[[Site], None]) -> None:
        site = Site(self.port)
        while not self.stopped.is_set():
            deed(site)
            time.sleep(0.05)

    def _read(self, site: Site) -> None:
        page = PAGES[next(self.numbers) % len(PAGES)]
        began, answer = self._asked(lambda: site.get(page))
        ok = isinstance(answer, Answer) and answer.status == 200
        self._note("read" if ok else "reader's error", began, page, answer)

    def _write(self, site: Site) -> None:
        """Save a topic as an editor, then look at it as the same browser that is logged out."""
        slug = f"load-{next(self.numbers)}"
        site.cookies |= {"sessionid": self.session, "csrftoken": "a" * 32}
        form = {"name": f"Topic {slug}", "slug": slug, "description": "", "_save": "Save"}
        began, answer = self._asked(lambda: site.post(FORM, {**self.hidden, **form}))
        if isinstance(answer, Answer) and answer.status == 302:
            self.ledger.append(slug)
            self._note("saved", began, slug, answer)
            site.cookies.pop("sessionid")
            began, answer = self._asked(lambda: site.get(f"/topics/{slug}.json"))
            if isinstance(answer, Answer) and answer.status == 200:
                self._note("seen", began, slug, answer)
            elif not _is_refusal(answer):
                self._note("not seen", began, slug, answer)
        else:
            kind = "refused" if _is_refusal(answer) else "writer's error"
            self._note(kind, began, slug, answer)

    def _asked(self, ask: Callable[[], Answer]) -> tuple[float, Answer | Exception]:
        began = time.monotonic()
        try:
            return began, ask()
        except Exception as failure:  # noqa: BLE001 - whatever it is, it is noted as an error
            return began, failure

    def _note(self, kind: str, began: float, what: str, answer: Answer | Exception) -> None:
        told = f"{what}: {answer.status if isinstance(answer, Answer) else answer!r}"
        self.events.append(Event(kind, began, time.monotonic(), told))


def _is_refusal(answer: Answer | Exception) -> bool:
    return isinstance(answer, Answer) and answer.status == 503 and IN_WORDS in answer.body
