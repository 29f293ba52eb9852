"""Stage 9: gives a speaker the name by which the tracker knows them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from positions.extraction.draft import Candidate, Speaker
from positions.extraction.speakers.near import Near
from positions.naming.folding import fold


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

    @cached_property
    def near(self) -> Near:
        """The index of names that are nearly the same; made when first asked for."""
        return Near(self.folded)


def link(speaker: Speaker, known: Known) -> Speaker:
    """Give a speaker the name by which the tracker knows it, when exactly one has that name.

    Several that share a form, and names that are nearly the same, are only suggested. Costs a few
    look-ups.
    """
    if not speaker.name:
        return speaker
    folded = fold(speaker.name)
    found = known.exact.get(speaker.name) or known.folded.get(folded, frozenset())
    if len(found) == 1:
        return replace(speaker, name=next(iter(found)))
    others = tuple(Candidate(name, 1.0) for name in sorted(found))
    if not found and folded:
        others = tuple(Candidate(*each) for each in known.near.suggestions(folded))
    return replace(speaker, candidates=(*speaker.candidates, *others))
