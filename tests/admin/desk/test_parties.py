"""Who is known, who is added, and for whom they speak, when cards are entered."""

from __future__ import annotations

import pytest
from django.test import Client

from positions.choices import (
    StakeholderKind,
)
from positions.merging import merge
from positions.models import (
    Attribution,
    Stakeholder,
    Statement,
)
from tests.admin.desk.invented import (
    MORE,
    WEIR,
    anglers,
    laid,
    mara,
    numbered,
    refusals,
    sent,
)
from tests.admin.forms import messages_of
from tests.factories import PersonFactory, StakeholderFactory

pytestmark = pytest.mark.django_db


def test_those_who_say_it_together_are_all_in_the_statement(editor: Client) -> None:
    speaker = mara(anglers())
    other = StakeholderFactory.create(name="Known Example Club")
    address = laid(editor)
    card = f"c{numbered(editor, address, WEIR)}"
    changes = {f"{card}_decision": "accept", f"{card}_others": "known example club\nRiver wardens"}
    page = sent(editor, address, **changes)
    assert "Write “(new)” after the name to add them" in refusals(page)
    assert not Stakeholder.objects.filter(name="River wardens").exists()
    changes[f"{card}_others"] = "known example club\nRiver wardens (new)\nMara Example"
    sent(editor, address, **changes)
    voices = [each.stakeholder for each in Statement.objects.get().attributions.order_by("order")]
    assert voices[:2] == [speaker, other]
    assert [(each.name, each.kind) for each in voices[2:]] == [
        ("River wardens", StakeholderKind.COLLECTIVE)
    ]


def test_somebody_new_who_speaks_twice_is_added_once(editor: Client) -> None:
    address = laid(editor)
    one, other = (numbered(editor, address, words) for words in (WEIR, MORE))
    changes = {
        f"c{each}_{name}": value
        for each in (one, other)
        for name, value in (("decision", "accept"), ("speaker", "new"), ("belongs", ""))
    }
    for each in (one, other):
        changes |= {f"c{each}_behalf": "new", f"c{each}_behalf_name": "Upper Example Anglers"}
    page = sent(editor, address, **changes)
    assert "2 statements are entered" in messages_of(page), refusals(page)
    assert Stakeholder.objects.filter(name="Mara Example").count() == 1
    assert Stakeholder.objects.filter(name="Upper Example Anglers").count() == 1


def test_somebody_who_was_merged_since_is_who_they_are_now(editor: Client) -> None:
    organisation = anglers()
    person = mara(organisation)
    address = laid(editor)
    card = f"c{numbered(editor, address, WEIR)}"
    same = PersonFactory.create(name="Mara Q. Example")
    merge(same, Stakeholder.objects.get(pk=person.pk))
    assert "Mara Q. Example" in editor.get(address).content.decode()
    page = sent(
        editor, address, **{f"{card}_decision": "accept", f"{card}_speaker": str(person.pk)}
    )
    assert "1 statement is entered" in messages_of(page), refusals(page)
    assert Attribution.objects.get().stakeholder == same
