"""A citation in words, and a quotation with all that it needs to stand elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from positions.citing.citable import SITE, Citable, Document


def plain(cited: Citable, read_on: date) -> str:
    """The citation in words; no date is printed more exactly than it is known."""
    named, n_others = cited.named
    names = [str(author) for author in named]
    # “Inc.” ends the sentence as well.
    parts = [f"{_joined(names, n_others).removesuffix('.')}."] if names else []
    parts.append(f"[{cited.title}].")
    when = cited.date.printed if cited.date else "no date"
    differing = f" ({'; '.join(cited.differing)})" if cited.other_dates else ""
    parts.append(f"{cited.kind.label}, {when}{differing}.")
    if cited.document:
        parts.append(_given(cited.document))
    if cited.original:
        parts.append(f"Document: {cited.original}.")
    parts.append(f"{SITE}, {cited.url} (read {read_on.day} {read_on:%B %Y}).")
    return " ".join(parts)


def quotation(words: str, who: str, when: Sequence[str], document: Document, url: str) -> str:
    """Words as a source gives them: whose, of when, by which source, and their full address.

    ``when`` is the date, and what else the source says of it, in words.
    """
    said = f"{who}, {'; '.join(when)}"
    return f"“{words}” ({said}. {_given(document)}) {url}"


def _given(document: Document) -> str:
    title = document.entitled if document.title_is_ours else f"“{document.title}”"
    given = [title, document.publisher, document.date.printed if document.date else ""]
    return f"{document.given} {', '.join(filter(None, [*given, document.place]))}."


def _joined(names: Sequence[str], n_others: int) -> str:
    """Names in a row, "A, B and C"; more than five, those not given among them, are cut short."""
    if (n_names := len(names) + n_others) > 5:
        return f"{', '.join(names[:3])} and {n_names - 3:,} others"
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
