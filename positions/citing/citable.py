"""What a citation of a statement needs, and whom it names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from positions.choices import StatementKind
from positions.dates import UncertainDate
from positions.naming import PersonName, taken_apart
from positions.quoting import place_in_words

SITE = "Stakeholder Position Tracker"
# As many authors as a style prints of one work (APA, 7th edition); a letter may have thousands.
MOST_NAMED = 20

_CALENDAR = re.compile(r"[0-9]{4}(-(?:0[1-9]|1[0-2])(-[0-9]{2})?)?")


@dataclass(frozen=True, slots=True)
class Author:
    """Who made a statement; ``speaks_for`` is for whom they speak, or "".

    A spokesperson without a name is no person: ``name`` says then what the source calls them.
    ``called`` is a shorter form of a person's name, or "".
    """

    name: str
    is_person: bool
    url: str
    speaks_for: str = ""
    called: str = ""

    def __str__(self) -> str:
        return f"{self.name} (for {self.speaks_for})" if self.speaks_for else self.name


@dataclass(frozen=True, slots=True)
class Document:
    """The source in which the act was read; ``url`` and ``archived`` are "" where none is known.

    ``title_is_ours``: it has no title of its own. ``gives_words``: it quotes the speaker.
    ``is_own``: it is the speaker's own document, and no account or reprint of it.
    """

    title: str
    publisher: str
    date: UncertainDate | None
    url: str
    title_is_ours: bool = False
    gives_words: bool = True
    archived: str = ""
    is_own: bool = False

    @property
    def entitled(self) -> str:
        """Its title, in brackets where that is ours."""
        return f"[{self.title}]" if self.title_is_ours else self.title

    @property
    def place(self) -> str:
        """Where it can be read, the archived copy beside the live page, or that nobody knows."""
        return place_in_words(self.url, self.archived)

    @property
    def given(self) -> str:
        """How the citation leads to it."""
        return "As given in" if self.gives_words else "Reported in"


@dataclass(frozen=True, slots=True)
class Citable:
    """A statement with what a citation needs; ``url`` is its full address on this site.

    ``agents`` are those whose act it is, ``speaking`` those of them for whom nobody else speaks:
    each once, and of more than MOST_NAMED the first; ``n_others`` speak beside these.
    ``original`` is the address of the speaker's own document where ``document`` is another's
    account, else "". ``other_dates`` are (who gives it, date) where sources differ from ``date``.
    ``words`` are the speaker's own as ``document`` gives them.
    """

    slug: str
    title: str
    kind: StatementKind
    date: UncertainDate | None
    agents: Sequence[Author]
    speaking: Sequence[Author]
    document: Document | None
    url: str
    original: str = ""
    other_dates: Sequence[tuple[str, UncertainDate]] = ()
    n_others: int = 0
    words: Sequence[str] = ()

    @property
    def container(self) -> Document | None:
        """The document in which the words are to be found, where it is not the speaker's own."""
        return self.document if self.document and not self.document.is_own else None

    @property
    def entitled(self) -> str:
        """The title of the speaker's own document; else ours, in brackets."""
        if self.document and self.document.is_own and not self.document.title_is_ours:
            return self.document.title
        return f"[{self.title}]"

    @property
    def publisher(self) -> str:
        """Who published the document, where that is not said already by who made the statement."""
        names = {each.name for each in self.speaking} | {each.speaks_for for each in self.speaking}
        publisher = self.document.publisher if self.document else ""
        return publisher if self.container or publisher not in names else ""

    @property
    def address(self) -> str:
        """Where the words can be read: in their document, else on this site."""
        return (self.document and (self.document.url or self.document.archived)) or self.url

    @property
    def calendar_date(self) -> str:
        """The date as “2018-05-24”, “2018-05” or “2018”; "" where it is another."""
        edtf = self.date.edtf if self.date else ""
        return edtf if _CALENDAR.fullmatch(edtf) else ""

    @property
    def names(self) -> list[str | PersonName]:
        """Whom reference managers name: people by the parts of their names, then for whom."""
        named, _ = self.named
        names: list[str | PersonName] = [
            taken_apart(each.name, each.called) if each.is_person else each.name for each in named
        ]
        return [*names, *self.spoken_for]

    @property
    def named(self) -> tuple[Sequence[Author], int]:
        """Whom the citation names, of very many the first, and how many others there are.

        Of an act that others tell of, it is the publisher who tells, never the one told of.
        """
        if not self.kind.told_by_others:
            return self.speaking, self.n_others
        publisher = self.document.publisher if self.document else ""
        return [Author(publisher, False, "")] if publisher else [], 0

    @property
    def spoken_for(self) -> list[str]:
        """Each organisation once for which one of those named speaks."""
        named, _ = self.named
        return list(dict.fromkeys(author.speaks_for for author in named if author.speaks_for))

    @property
    def differing(self) -> list[str]:
        """What other sources say of its date."""
        return [f"{name} gives {given.printed}" for name, given in self.other_dates]

    @property
    def notes(self) -> list[str]:
        """What reference managers have no field for: where it was read, its document, dates."""
        notes = []
        if document := self.document:
            dated = document.date.printed if document.date else ""
            given = [document.entitled, document.publisher, dated, document.place]
            notes.append(f"{document.given}: {', '.join(filter(None, given))}")
        if self.original:
            notes.append(f"Document: {self.original}")
        return [*notes, *self.differing, f"Recorded in: {SITE}, {self.url}"]

    @property
    def annotation(self) -> str:
        """The words themselves, and what reference managers have no field for."""
        quoted = " ".join(f"“{words}”" for words in self.words)
        return "; ".join(filter(None, [quoted, *self.notes]))
