"""What a search answers as data: the hits of each noun, and suggestions while one types."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from positions.records.parts import Ref, Slug, SourceRef, StakeholderRef, Url
from positions.records.statement import StatementRecord


class ReadAs(msgspec.Struct, frozen=True):
    """A condition that was read in what was typed; of one key, any of its values is enough."""

    key: Annotated[str, msgspec.Meta(description="As the list of statements has it.")]
    value: Annotated[str, msgspec.Meta(description="The same there.")]
    label: Annotated[str, msgspec.Meta(description="The value in words.")]


class SearchRecord(msgspec.Struct, frozen=True):
    """What was found. Of the first three nouns the best hits, with the first page only."""

    q: Annotated[str, msgspec.Meta(description="What was looked for.")]
    instead: Annotated[
        str | None,
        msgspec.Meta(description="What was looked for instead, where nothing has that; else null."),
    ]
    n_words: Annotated[
        int | None,
        msgspec.Meta(
            description="How many of the words each statement has, where none has all; else null."
        ),
    ]
    read_as: Annotated[
        list[ReadAs], msgspec.Meta(description="The conditions that the statements meet.")
    ]
    words: Annotated[str, msgspec.Meta(description="What of it was looked for as words.")]
    stakeholders: Annotated[
        list[StakeholderRef], msgspec.Meta(description="Organisations and people, at most six.")
    ]
    propositions: Annotated[list[Ref], msgspec.Meta(description="At most three.")]
    sources: Annotated[list[SourceRef], msgspec.Meta(description="At most three.")]
    total: Annotated[int, msgspec.Meta(description="How many statements there are.")]
    total_is_capped: Annotated[
        bool,
        msgspec.Meta(description="Whether there are more: the newest 1,000 are ranked and paged."),
    ]
    next: Annotated[
        str | None, msgspec.Meta(description="Address of the next page; null at the end.")
    ]
    previous: Annotated[
        str | None, msgspec.Meta(description="Address of the page before; null at the start.")
    ]
    statements: Annotated[
        list[StatementRecord], msgspec.Meta(description="At most 20 of them, in order.")
    ]


class SuggestionRecord(msgspec.Struct, frozen=True):
    """Something with a page of its own that may be meant by what is being typed."""

    noun: Annotated[
        Literal["organisation", "person", "proposition"], msgspec.Meta(description="What it is.")
    ]
    slug: Slug
    url: Url
    label: Annotated[str, msgspec.Meta(description="Name, or the sentence of a proposition.")]
    note: Annotated[
        str, msgspec.Meta(description="Abbreviation and kind, or the topic of a proposition.")
    ]


class Suggestions(msgspec.Struct, frozen=True):
    """What may be meant, nearest first, organisations and people before propositions."""

    results: Annotated[list[SuggestionRecord], msgspec.Meta(description="At most eight.")]
