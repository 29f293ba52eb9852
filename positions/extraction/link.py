"""Stage 9: speakers as those the tracker knows, by their names and aliases."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from positions.extraction.draft import Candidate, Speaker

_NOISE = re.compile(r"\b(?:the|a|an|inc|ltd|plc|llc|corp|company|co)\b|[^\w\s]")


@dataclass(frozen=True)
class Known:
    """Those the tracker knows, by every form of their names."""

    exact: Mapping[str, frozenset[str]] = field(default_factory=dict)
    folded: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, stakeholders: Mapping[str, Sequence[str]]) -> "Known":
        """Index names and aliases. Linear in their number; one index serves many texts."""
        exact: dict[str, set[str]] = {}
        folds: dict[str, set[str]] = {}
        for name, aliases in stakeholders.items():
            for form in (name, *aliases):
                exact.setdefault(form, set()).add(name)
                folds.setdefault(fold(form), set()).add(name)
        return cls(
            {form: frozenset(names) for form, names in exact.items()},
            {form: frozenset(names) for form, names in folds.items() if form},
        )


def fold(name: str) -> str:
    """Give a name without case, accents, punctuation, articles and legal forms."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(each for each in plain if not unicodedata.combining(each))
    return " ".join(_NOISE.sub(" ", plain).split())


def link(speaker: Speaker, known: Known) -> Speaker:
    """Give a speaker the name by which the tracker knows it, when exactly one has that name.

    Several that share a form are only suggested. Costs a look-up.
    """
    if not speaker.name:
        return speaker
    found = known.exact.get(speaker.name) or known.folded.get(fold(speaker.name), frozenset())
    if len(found) == 1:
        return replace(speaker, name=next(iter(found)))
    if not found:
        return speaker
    others = tuple(Candidate(name, 1.0) for name in sorted(found))
    return replace(speaker, candidates=(*speaker.candidates, *others))
