"""What is sent of a card is read as it was decided; what was not sent stays."""

from __future__ import annotations

from copy import deepcopy
from urllib.parse import urlencode

import pytest
from django.core.exceptions import BadRequest
from django.http import QueryDict
from hypothesis import given

from positions.admin.desk.card_fields import take
from positions.intake.card import Card, Words, as_stored, read_cards
from tests.intake.cards import card, decided


def fields_of(made: Card) -> QueryDict:
    """What a browser sends of a card."""
    prefix = f"c{made.number}-"
    sent: dict[str, object] = {
        name: getattr(made, name)
        for name in (
            *("decision", "quotation", "others", "role", "part", "capacity", "kind", "title"),
            *("date", "basis", "note"),
        )
    }
    sent |= {f"w{place}": words.kept for place, words in enumerate(made.words)}
    sent |= made.kinds
    sent |= {"belongs": made.part_of or "", "second": made.duplicate_of or ""}
    for name in ("speaker", "behalf"):
        party = getattr(made, name)
        sent |= {name: party.choice, f"{name}-name": party.name, f"{name}-kind": party.kind}
        sent |= {f"{name}-other": party.other}
    rows = [*({n: getattr(row, n) for n in row.__struct_fields__} for row in made.judgements), {}]
    for place, row in enumerate(rows):
        blank = dict.fromkeys(("proposition", "stance", "condition", "reason"), "")
        sent |= {f"j{place}-{name}": value for name, value in {**blank, **row}.items()}
    return QueryDict(
        urlencode({"card": made.number, **{prefix + name: value for name, value in sent.items()}})
    )


@given(decided)
def test_a_card_that_is_sent_is_read_as_it_was(made: Card) -> None:
    plain = card(
        made.number,
        words=[Words(each.start, each.end, each.exact, "before") for each in made.words],
        speaker=deepcopy(made.speaker),
        behalf=deepcopy(made.behalf),
    )
    assert take([plain], fields_of(made)) == [plain]
    assert plain == made


@given(decided)
def test_a_card_that_is_kept_is_read_as_it_was(made: Card) -> None:
    assert read_cards(as_stored([made])) == [made]


def test_cards_that_are_not_sent_or_are_entered_stay() -> None:
    away, done = card(1), card(2, statement=7)
    sent = QueryDict("card=2&c1-decision=accept&c2-decision=reject")
    assert take([away, done], sent) == []
    assert (away.decision, done.decision) == ("", "")


@pytest.mark.parametrize(
    "field", ["c1-kind=rumour", "c1-speaker=12", "c1-belongs=2.5", "c1-second=" + "9" * 19]
)
def test_what_cannot_have_been_sent_is_refused_by_name(field: str) -> None:
    with pytest.raises(BadRequest, match=field.partition("=")[0]):
        take([card(1)], QueryDict(f"card=1&{field}"))


def test_line_ends_are_those_of_the_text() -> None:
    made = card(1)
    take([made], QueryDict("card=1&c1-w0=one%0D%0Atwo"))
    assert made.words[0].kept == "one\ntwo"
