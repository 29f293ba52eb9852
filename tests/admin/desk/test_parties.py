"""Who is known, who is added, and for whom they speak, when cards are entered."""

from __future__ import annotations

import re

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
from tests.admin.forms import messages_of, opened
from tests.factories import PersonFactory, StakeholderFactory

pytestmark = pytest.mark.django_db


def test_those_who_say_it_together_are_all_in_the_statement(editor: Client) -> None:
    speaker = mara(anglers())
    other = StakeholderFactory.create(name="Known Example Club")
    address = laid(editor)
    card = f"c{numbered(editor, address, WEIR)}"
    changes = {f"{card}_decision": "accept", f"{card}_others": "known example club\nRiver wardens"}
    page = sent(editor, address, **changes)
    assert "Choose beside the line what it is added as" in refusals(page)
    assert not Stakeholder.objects.filter(name="River wardens").exists()
    changes[f"{card}_others"] = "known example club\nRiver wardens (new)\nMara Example"
    page = sent(editor, address, **changes)  # the kind was not seen yet
    assert not Stakeholder.objects.filter(name="River wardens").exists()
    assert '<option value="collective" selected>' in page.content.decode()
    page = sent(editor, address)
    assert "“Mara Example” says it, and is entered once." in messages_of(page)
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


OTHERS = (
    "Prof. Dora Example1 (in a personal capacity) (new)\n"
    "Rev. Carl Example1, St. Anne's Parish (new)\n"
    "Ines Known, executive director, Lantern Example Alliance\n"
    "Electronic Blue Watch (EBW) (new)\n"
    "EBW (new)\n"
    "Ines Known"
)


def test_others_are_read_as_a_list_of_signatories_is(editor: Client) -> None:
    mara(anglers())
    PersonFactory.create(name="Ines Known")
    alliance = StakeholderFactory.create(name="Lantern Example Alliance", abbreviation="")
    address = laid(editor)
    card = f"c{numbered(editor, address, WEIR)}"
    changes = {f"{card}_decision": "accept", f"{card}_kind": "letter", f"{card}_others": OTHERS}
    page = sent(editor, address, **changes)
    assert "Choose beside the line" in refusals(page)
    page = sent(editor, address)
    assert "1 statement is entered" in messages_of(page), refusals(page)
    for line in ("EBW", "Ines Known"):
        assert f"“{line}” stands there twice, and is entered once." in messages_of(page)
    rows = Attribution.objects.filter(role="signatory").order_by("order")
    assert [
        (each.stakeholder.name, each.stakeholder.kind, each.capacity, each.on_behalf_of)
        for each in rows
    ] == [
        ("Prof. Dora Example", "person", "personal", None),
        ("Rev. Carl Example", "person", "personal", None),
        ("Ines Known", "person", "affiliation_only", alliance),
        ("Electronic Blue Watch", "advocacy", "organisational", None),
    ]
    assert [each.name_printed for each in rows[1:3]] == [
        "Rev. Carl Example1, St. Anne's Parish",
        "Ines Known, executive director, Lantern Example Alliance",
    ]
    assert rows[3].stakeholder.abbreviation == "EBW"


def test_the_kind_chosen_for_a_line_is_kept_with_the_card(editor: Client) -> None:
    mara(anglers())
    address = laid(editor)
    card = f"c{numbered(editor, address, WEIR)}"
    page = sent(editor, address, "save", **{f"{card}_others": "Tarnside Example"})
    (box,) = re.findall(rf'name="({card}-unknown-\w+)"', page.content.decode())
    sent(editor, address, "save", **{box: "company"})
    assert opened(editor, address)[box] == "company"
    sent(editor, address, **{f"{card}_decision": "accept"})
    assert Stakeholder.objects.get(name="Tarnside Example").kind == StakeholderKind.COMPANY


def test_a_new_speaker_whose_name_has_its_abbreviation_is_added_with_both(editor: Client) -> None:
    address = laid(editor)
    card = f"c{numbered(editor, address, WEIR)}"
    new = {"speaker": "new", "speaker_name": "EBW (Electronic Blue Watch)", "behalf": ""}
    new |= {"speaker_kind": "advocacy", "decision": "accept"}
    sent(editor, address, **{f"{card}_{name}": value for name, value in new.items()})
    added = Stakeholder.objects.get(name="Electronic Blue Watch")
    assert added.abbreviation == "EBW"


def test_another_who_is_typed_with_an_organisation_behind_is_refused(editor: Client) -> None:
    mara(anglers())
    address = laid(editor)
    card = f"c{numbered(editor, address, WEIR)}"
    typed = "Mara Example, director, Upper Example Anglers"
    other = {"decision": "accept", "speaker": "other", "speaker_other": typed, "behalf": ""}
    page = sent(editor, address, **{f"{card}_{name}": value for name, value in other.items()})
    assert "write each in a box of its own" in refusals(page)
