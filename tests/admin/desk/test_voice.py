"""As what a card's speaker makes a statement, and for whom: as chosen, else as is usual."""

from __future__ import annotations

import pytest
from django.test import Client

from positions.choices import Capacity
from positions.models import Attribution
from tests.admin.desk.invented import WEIR, laid, numbered, refusals, sent
from tests.admin.forms import messages_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("behalf", "chosen", "capacity"),
    [
        ("", "", Capacity.PERSONAL),
        ("", "personal", Capacity.PERSONAL),
        ("new", "", Capacity.ORGANISATIONAL),
        ("new", "organisational", Capacity.ORGANISATIONAL),
        ("new", "affiliation_only", Capacity.AFFILIATION_ONLY),
    ],
)
def test_for_whom_a_person_speaks_is_as_chosen_else_follows_from_whether_somebody_is_named(
    editor: Client, behalf: str, chosen: str, capacity: str
) -> None:
    address = laid(editor)
    one = f"c{numbered(editor, address, WEIR)}"
    sent(
        editor,
        address,
        **{
            f"{one}_decision": "accept",
            f"{one}_speaker": "new",
            f"{one}_behalf": behalf,
            f"{one}_capacity": chosen,
        },
    )
    assert Attribution.objects.get().capacity == capacity


@pytest.mark.parametrize(
    ("behalf", "chosen", "part"),
    [
        ("", "", "author"),
        ("", "signatory", "signatory"),
        ("", "author", "author"),
        ("new", "", "spokesperson"),
        ("new", "author", "author"),
        ("new", "signatory", "signatory"),
        ("new", "spokesperson", "spokesperson"),
    ],
)
def test_the_speaker_makes_the_statement_as_what_was_chosen(
    editor: Client, behalf: str, chosen: str, part: str
) -> None:
    address = laid(editor)
    one = f"c{numbered(editor, address, WEIR)}"
    changes = {f"{one}_decision": "accept", f"{one}_speaker": "new", f"{one}_part": chosen}
    page = sent(editor, address, **changes, **{f"{one}_behalf": behalf})
    assert "1 statement is entered" in messages_of(page), refusals(page)
    assert Attribution.objects.get().role == part


@pytest.mark.parametrize(
    ("kind", "behalf", "name", "chosen", "why"),
    [
        ("person", "", "part", "spokesperson", "A spokesperson speaks for somebody"),
        ("person", "", "capacity", "organisational", "Say for which organisation"),
        ("person", "new", "capacity", "personal", "speaks for nobody else in a personal capacity"),
        ("advocacy", "", "capacity", "personal", "is no person and speaks as an organisation"),
    ],
)
def test_what_was_chosen_of_the_speaker_and_cannot_be_is_refused_with_words(
    editor: Client, kind: str, behalf: str, name: str, chosen: str, why: str
) -> None:
    address = laid(editor)
    one = f"c{numbered(editor, address, WEIR)}"
    changes = {f"{one}_decision": "accept", f"{one}_speaker": "new", f"{one}_speaker_kind": kind}
    changes |= {f"{one}_behalf": behalf, f"{one}_{name}": chosen}
    page = sent(editor, address, **changes)
    (found,) = (each.errors for each in page.context["cards"] if each.errors)
    assert why in found[name][0]
    assert not Attribution.objects.exists()
