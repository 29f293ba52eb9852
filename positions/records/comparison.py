"""A comparison as it leaves the database: where each of two to five stands, on what they agree."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

import msgspec

from positions.choices import Agreement
from positions.records.parts import DateRecord, Ref, StakeholderRef, Url
from positions.records.position import PositionRecord

State = Literal["spoken", "no_reply", "nothing_found"]


class SilenceRecord(msgspec.Struct, frozen=True):
    """That somebody was asked and gave no reply."""

    url: Annotated[Url, msgspec.Meta(description="Where that is told.")]
    statement: Annotated[Ref, msgspec.Meta(description="The entry of it.")]
    date: Annotated[DateRecord, msgspec.Meta(description="When it was.")]


class StandsRecord(msgspec.Struct, frozen=True):
    """Where one of those compared stands on one proposition."""

    holder: Annotated[StakeholderRef, msgspec.Meta(description="Who.")]
    state: Annotated[
        State,
        msgspec.Meta(
            description="Has spoken; or was asked and gave no reply; or nothing was found."
        ),
    ]
    position: Annotated[
        PositionRecord | None,
        msgspec.Meta(description="Their newest words as of the day; null where not spoken."),
    ]
    silence: Annotated[
        SilenceRecord | None,
        msgspec.Meta(
            description="The newest time that they were asked and silent; null where they were "
            "not, or have spoken since."
        ),
    ]


class ComparedRecord(msgspec.Struct, frozen=True):
    """How those compared stand to each other on one proposition."""

    proposition: Annotated[Ref, msgspec.Meta(description="On what.")]
    text: Annotated[str, msgspec.Meta(description="The whole sentence.")]
    topic: Annotated[Ref, msgspec.Meta(description="The subject it belongs to.")]
    agreement: Annotated[Agreement, msgspec.Meta(description="Whether they agree on it.")]
    stands: Annotated[
        list[StandsRecord], msgspec.Meta(description="Where each stands, in the order of parties.")
    ]


class AgreementCounts(msgspec.Struct, frozen=True):
    """On how many propositions those compared stand how to each other."""

    agree: Annotated[int, msgspec.Meta(description="They agree.")]
    differ: Annotated[int, msgspec.Meta(description="They differ.")]
    unsaid: Annotated[int, msgspec.Meta(description="It cannot be said.")]
    one_spoken: Annotated[int, msgspec.Meta(description="Only one has spoken.")]
    none_spoken: Annotated[int, msgspec.Meta(description="None has spoken.")]


class ComparisonRecord(msgspec.Struct, frozen=True):
    """Two to five organisations or people, compared as of a day."""

    as_of: Annotated[dt.date, msgspec.Meta(description="The day for which stances are read.")]
    parties: Annotated[list[StakeholderRef], msgspec.Meta(description="Who is compared.")]
    counts: Annotated[
        AgreementCounts, msgspec.Meta(description="Over all propositions, also those left out.")
    ]
    total: Annotated[
        int, msgspec.Meta(description="On how many one has spoken, or was asked or sought.")
    ]
    propositions: Annotated[
        list[ComparedRecord],
        msgspec.Meta(description="The first 100 of them: agreement first, then difference."),
    ]
