"""Cards for tests of what is done with them, and whatever an editor may have made of one."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from positions.choices import (
    AttributionRole,
    Capacity,
    DateBasis,
    Directness,
    QuotationKind,
    StakeholderKind,
    Stance,
    StatementKind,
)
from positions.intake.card import Card, Found, Judgement, Party, Words


def card(number: int, start: int = 0, **fields: Any) -> Card:
    """A card whose words begin there."""
    words = fields.pop("words", [Words(start, start + 10, "ten words", "ten words")])
    return Card(number=number, words=words, **fields)


def spoken(number: int, start: int, speaker: str, channel: str = "", **fields: Any) -> Card:
    """A card of somebody by name, in a form by name."""
    return card(number, start, speaker=Party(name=speaker), found=Found(channel=channel), **fields)


typed = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=20).map(str.strip)
keys = st.integers(1, 9)


@st.composite
def parties(draw: st.DrawFn) -> Party:
    offered = draw(st.lists(keys, unique=True, max_size=3))
    choices = ["", "new", "other", *map(str, offered)]
    return Party(
        choice=draw(st.sampled_from(choices)),
        name=draw(typed),
        kind=draw(st.sampled_from(StakeholderKind.values)),
        other=draw(typed),
        offered=offered,
        filled=draw(st.booleans()),
    )


judgements = st.builds(
    Judgement,
    proposition=keys,
    stance=st.sampled_from(["", *Stance.values]),
    directness=st.sampled_from(Directness.values),
    condition=typed,
    reason=typed,
)
decided = st.builds(
    Card,
    number=keys,
    words=st.lists(
        st.builds(Words, start=keys, end=st.just(20), exact=typed, kept=typed),
        min_size=1,
        max_size=3,
    ),
    decision=st.sampled_from(["", "accept", "reject"]),
    quotation=st.sampled_from(QuotationKind.values),
    part_of=st.integers(0, 9),
    speaker=parties(),
    behalf=parties(),
    others=typed,
    kinds=st.dictionaries(
        st.integers(0, 9).map("unknown-{}".format), st.sampled_from(StakeholderKind.values)
    ),
    role=typed,
    part=st.sampled_from(AttributionRole.values),
    capacity=st.sampled_from(Capacity.values),
    kind=st.sampled_from(StatementKind.values),
    title=typed,
    date=typed,
    basis=st.sampled_from(["", *DateBasis.values]),
    note=typed,
    judgements=st.lists(judgements, max_size=4),
    duplicate_of=st.integers(0, 9),
)
