"""What words and phrases find, however they and the texts are written."""

from __future__ import annotations

from typing import Any

import pytest

from positions import derivation, search
from positions.choices import Stance
from positions.models import IndexEntry, Stakeholder
from tests.factories import (
    AliasFactory,
    PropositionFactory,
    StakeholderFactory,
    said,
)

pytestmark = pytest.mark.django_db


def matching_statements(q: str) -> list[int]:
    rows = IndexEntry.objects.order_by("statement").values_list("statement", flat=True)
    return list(search.statements(rows, search.read(q)).distinct())


def matching_stakeholders(q: str) -> list[Stakeholder]:
    return list(search.stakeholders(Stakeholder.objects.order_by("pk"), search.read(q)))


@pytest.mark.parametrize(
    ("text", "q", "found"),
    [
        ("New laws are flawed", "aws", False),
        ("New laws are flawed", "law", True),
        ("Sold by AWS.", "aws", True),
        ("Sent by e-mail", "email", True),
        ("Sent by email", "E-Mail", True),
        ("Face recognition, today", "“recognition today”", True),
        ("Face recognition today", '"recognition to"', False),
        ("Face recognition today", "today face", True),
        ("Don’t sell it", "don't", True),
        ("Don't sell it", "dont", True),
        ("He said “no”", '"said no"', True),
        ("The café of MÜNCHEN", "cafe münchen", True),
        ("The Cafe", "CAFÉ", True),
        ("A letter to the U.S. Senate", "us senate", True),
        ("STRASSE", "straße", True),
        ("100% sure", "100 %", True),
        ("100% sure", "10_", True),
        ("Research", "re%ch", False),
        ("It was misused", "misusing", True),
        ("Misusing it", "misuse", True),
        ("A policy", "police", False),
        ("The police", "policies", False),
        ("What it is for", "what is it for", True),
        ("Misuse", "is there any misuse", True),
        ("Written in C++", "c++", True),
        ("Written in C", "C++", False),
        ("Said AT&T", "AT&T", True),
        ("An attack", "at&t", False),
        ("A threshold of 99%", "99 %", True),
        ("In 1999 and 99.5", "99%", False),
        ("The U.S. Senate", "U.S.", True),
        ("They used us", "U.S.", False),
        ("Under § 230", "§230", True),
        ("Some 230 of them", "§ 230", False),
        ("Of quinces", "medlars OR quinces", True),
        ("Of apricots", "medlars OR quinces", False),
    ],
)
@pytest.mark.parametrize("place", ["title", "summary", "words"])
def test_a_statement_is_found_by_what_it_says(text: str, q: str, found: bool, place: str) -> None:
    fields: dict[str, Any] = {place: text}
    statement = said(**fields)
    assert matching_statements(q) == ([statement.pk] if found else [])


def test_a_statement_is_found_by_the_names_of_its_voices() -> None:
    voice = StakeholderFactory.create(name="Example Workers' Union", abbreviation="E-WU")
    AliasFactory.create(stakeholder=voice, name="Union of the Examples (North)")
    statement = said(voice)
    said()
    for q in ("workers’", "ewu", "e-wu", "north", '"example workers union"'):
        assert matching_statements(q) == [statement.pk], q
    assert matching_statements("orkers") == []


def test_a_statement_is_found_by_the_name_that_was_printed() -> None:
    statement = said(derive=False)
    statement.attributions.update(name_printed="an unnamed spokeswoman")
    derivation.refresh([statement.pk])
    assert matching_statements("spokeswoman") == [statement.pk]


def test_a_statement_is_found_by_what_it_takes_a_stance_on_and_by_its_kind() -> None:
    law = PropositionFactory.create(text="Zebras need a licence.", short_label="Zebras")
    statement = said(on={law: Stance.OPPOSES}, kind="open_letter")
    said()
    assert matching_statements("licence") == [statement.pk]
    assert matching_statements("open letter zebras") == [statement.pk]


def test_a_renamed_voice_is_found_at_once() -> None:
    voice = StakeholderFactory.create(name="Former")
    statement = said(voice)
    voice.name = "Present"
    voice.save()
    assert matching_statements("present") == [statement.pk]
    assert matching_statements("former") == []


@pytest.mark.parametrize(
    ("q", "found"), [("amaz", True), ("mazon", False), ("shop", True), ("amazing", False)]
)
def test_a_stakeholder_is_found_by_the_beginning_of_a_word(q: str, found: bool) -> None:
    shop = StakeholderFactory.create(name="Amazon Book-Shop")
    assert matching_stakeholders(q) == ([shop] if found else [])


@pytest.mark.parametrize("typed", ["Société", "societe", "SOCIETE", "generale soc", "socie"])
def test_a_name_is_found_with_its_accents_and_without(typed: str) -> None:
    made = StakeholderFactory.create(name="Société Générale")
    assert matching_stakeholders(typed) == [made]


def test_queries_that_are_made_of_one_another_find_each_their_own() -> None:
    statement = said(title="Of quinces")
    both = search.read("quinces medlars")
    rows = IndexEntry.objects.values_list("statement", flat=True)
    assert not search.statements(rows, both).exists()
    less = both.without(both.sought[1])
    assert set(search.statements(rows, less)) == {statement.pk}
    assert not search.statements(rows, both).exists()
