"""The conditions that several lists have: each with its word, its example, and its own meaning.

``column`` is what is compared in the list's own rows; ``method`` names the filter set's method that
applies the condition instead: ``paired`` or ``in_filter_queryset``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from positions.choices import Directness, StakeholderKind, Stance, Vocabulary
from positions.filters.kinds import AsOf, FromVocabulary, Words
from positions.filters.named import ORGANISATION, PERSON, PROPOSITION, TOPIC, Named, Noun


def words(*, help_text: str, example: str, label: str = "Words") -> Words:
    """Words to be found, by the filter set's method ``having_words``."""
    return Words(method="having_words", label=label, help_text=help_text, example=example)


def _named(noun: Noun, label: str, example: str) -> Callable[..., Named]:
    def condition(column: str | None = None, *, help_text: str, method: str | None = None) -> Named:
        return Named(noun, column, method=method, label=label, help_text=help_text, example=example)

    return condition


organisation = _named(ORGANISATION, "Organisation", "aclu")
person = _named(PERSON, "Person", "neema-singh-guliani")
topic = _named(TOPIC, "Topic", "facial-recognition")
proposition = _named(PROPOSITION, "Proposition", "end-government-sales")


def organisation_kind(column: str, *, help_text: str, example: str = "advocacy") -> FromVocabulary:
    """A kind of organisation; people are no organisations."""
    return FromVocabulary(
        StakeholderKind,
        column,
        without=[StakeholderKind.PERSON],
        label="Kind of organisation",
        help_text=help_text,
        example=example,
    )


def stance(
    column: str | None = None,
    *,
    help_text: str,
    method: str | None = None,
    label: str = "Stance",
    without: Sequence[Vocabulary] = (),
) -> FromVocabulary:
    """A stance that was taken, or is held."""
    return FromVocabulary(
        Stance,
        column,
        without=without,
        method=method,
        label=label,
        help_text=help_text,
        example="opposes",
    )


def directness(*, help_text: str, method: str | None = None) -> FromVocabulary:
    """Whether the words say the stance or imply it."""
    return FromVocabulary(
        Directness,
        "directness",
        method=method,
        label="How it was said",
        help_text=help_text,
        example="implied",
    )


def as_of() -> AsOf:
    """The day as of which positions are read."""
    return AsOf(
        label="As of",
        help_text="The day for which stances are read; today when left out.",
        example="2018-07-01",
    )
