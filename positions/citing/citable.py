"""What a citation of a statement needs, and whom it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from positions.choices import StatementKind
from positions.dates import UncertainDate
from positions.quoting import place_in_words

SITE = "Stakeholder Position Tracker"
# As many authors as a style prints of one work (APA, 7th edition); a letter may have thousands.
MOST_NAMED = 20


@dataclass(frozen=True, slots=True)
class Author:
    """Who made a statement; ``speaks_for`` is for whom a person speaks, or ""."""

    name: str
    is_person: bool
    url: str
    speaks_for: str = ""

    def __str__(self) -> str:
        return f"{self.name} (for {self.speaks_for})" if self.speaks_for else self.name


@dataclass(frozen=True, slots=True)
class Document:
    """The source in which the act was read; ``url`` and ``archived`` are "" where none is known.

    ``title_is_ours``: it has no title of its own. ``gives_words``: it quotes the speaker.
    """

    title: str
    publisher: str
    date: UncertainDate | None
    url: str
    title_is_ours: bool = False
    gives_words: bool = True
    archived: str = ""

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
            title = f"[{document.title}]" if document.title_is_ours else document.title
            dated = document.date.printed if document.date else ""
            given = [title, document.publisher, dated, document.place]
            notes.append(f"{document.given}: {', '.join(filter(None, given))}")
        if self.original:
            notes.append(f"Document: {self.original}")
        return notes + self.differing
