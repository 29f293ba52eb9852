"""What data answers with around the records: a page of a list, or why there is none."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec


class Listed(msgspec.Struct, frozen=True):
    """One page of a list."""

    total: Annotated[int, msgspec.Meta(description="How many there are in all.")]
    total_is_capped: Annotated[
        bool, msgspec.Meta(description="Whether there are more than that: counting stops there.")
    ]
    next: Annotated[
        str | None, msgspec.Meta(description="Address of the next page; null at the end.")
    ]
    previous: Annotated[
        str | None, msgspec.Meta(description="Address of the page before; null at the start.")
    ]
    results: Annotated[list[Any], msgspec.Meta(description="At most 50 records, in order.")]


class InsteadRecord(msgspec.Struct, frozen=True):
    """The same list, asked for with what may have been meant."""

    label: Annotated[str, msgspec.Meta(description="What that is, for people.")]
    url: Annotated[str, msgspec.Meta(description="Its address.")]


class ProblemRecord(msgspec.Struct, frozen=True):
    """A key of the query string that was not understood."""

    key: Annotated[str, msgspec.Meta(description="The key, as in organisation.")]
    value: Annotated[str, msgspec.Meta(description="The value that was given.")]
    message: Annotated[str, msgspec.Meta(description="What is wrong with it, and the cure.")]
    instead: Annotated[
        list[InsteadRecord], msgspec.Meta(description="What may have been meant; may be empty.")
    ]


class Refusal(msgspec.Struct, frozen=True):
    """Why nothing was listed."""

    problems: Annotated[list[ProblemRecord], msgspec.Meta(description="All that was wrong.")]
