"""What is in the record already is added to, and not entered twice."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from positions.choices import (
    WorkflowState,
)
from positions.models import (
    Attribution,
    Capture,
    Intake,
    Source,
    Statement,
)
from tests.admin.desk.invented import (
    MORE,
    TEXT,
    WEIR,
    anglers,
    laid,
    mara,
    numbered,
    refusals,
    sent,
)
from tests.factories import SourceFactory, said

pytestmark = pytest.mark.django_db


def test_words_added_later_go_to_the_statement_that_is_entered_already(editor: Client) -> None:
    mara(anglers())
    address = laid(editor)
    one, other = (numbered(editor, address, words) for words in (WEIR, MORE))
    sent(editor, address, **{f"c{one}_decision": "accept"})
    assert Statement.objects.get().quotations.count() == 2
    sent(editor, address, **{f"c{other}_decision": "accept"})
    assert [each.order for each in Statement.objects.get().quotations.all()] == [1, 2, 3]
    assert Capture.objects.count() == Source.objects.count() == 1


def test_an_article_at_a_known_address_is_that_source(editor: Client) -> None:
    mara(anglers())
    known = SourceFactory.create(url="https://news.example/weir", date_edtf="2024-05-14")
    address = laid(editor, url="http://www.news.example/weir/?utm_source=x")
    assert known.title in editor.get(address).content.decode()
    one = numbered(editor, address, WEIR)
    sent(editor, address, **{f"c{one}_decision": "accept"})
    assert Source.objects.get() == known
    assert known.quotations.count() == 2
    assert known.captures.get().text == TEXT


def test_what_is_entered_already_is_marked_when_the_article_comes_again(editor: Client) -> None:
    mara(anglers())
    address = laid(editor, url="https://news.example/weir")
    one = numbered(editor, address, WEIR)
    sent(editor, address, **{f"c{one}_decision": "accept"})
    Intake.objects.update(finished_at=timezone.now())
    again = laid(editor, url="https://news.example/weir")
    cards = editor.get(again).context["cards"]
    marked = [each.card.number for each in cards if each.entered]
    assert marked == [one]
    sent(editor, again, **{f"c{numbered(editor, again, MORE)}_decision": "accept"})
    assert Capture.objects.count() == 1


def test_the_same_words_from_a_second_article_are_offered_as_a_second_source(
    editor: Client,
) -> None:
    person = mara(anglers())
    statement = said(
        person, words=f"{WEIR} I think.", date_edtf="2024-05-12", state=WorkflowState.PUBLISHED
    )
    address = laid(editor)
    card = f"c{numbered(editor, address, WEIR)}"
    (duplicate,) = (
        each.duplicate for each in editor.get(address).context["cards"] if each.duplicate
    )
    assert duplicate.statement == statement
    sent(editor, address, **{f"{card}_decision": "accept", f"{card}_second": statement.pk})
    assert list(Statement.objects.all()) == [statement]
    assert statement.quotations.count() == 3
    added = statement.quotations.get(exact=WEIR)
    assert added.date_edtf == "2024-05-14"
    version = statement.version
    statement.refresh_from_db()
    assert statement.version == version + 1


def test_of_words_that_belong_together_it_is_asked_once_whether_they_are_known(
    editor: Client,
) -> None:
    said(mara(anglers()), words=MORE, date_edtf="2024-05-12")
    address = laid(editor)
    lead = numbered(editor, address, WEIR)
    shown = editor.get(address).context["cards"]
    assert [each.card.number for each in shown if each.duplicate] == [lead]


def test_somebody_added_meanwhile_is_offered_and_not_added_twice(editor: Client) -> None:
    address = laid(editor)
    one = f"c{numbered(editor, address, WEIR)}"
    person = mara(anglers())
    accepted = {f"{one}_decision": "accept", f"{one}_speaker": "new", f"{one}_behalf": "new"}
    page = sent(editor, address, **accepted)
    assert "Did you mean Mara Example [mara-example]?" in refusals(page)
    assert "“Upper Example Anglers” is a name of Upper Example Anglers" in refusals(page)
    sent(editor, address, **{f"{one}_speaker": person.pk, f"{one}_behalf": ""})
    assert Attribution.objects.get().stakeholder == person


def test_what_the_record_seems_to_have_is_not_accepted_unseen(editor: Client) -> None:
    speaker = mara(anglers())
    known = said(speaker, words=WEIR, date_edtf="2024-05-14")
    address = laid(editor)
    number = numbered(editor, address, WEIR)
    sent(editor, address, "sure")
    card = next(each for each in editor.get(address).context["cards"] if each.card.number == number)
    assert (card.card.decision, card.sure) == ("", "to be checked")
    sent(editor, address, "sure", **{f"c{number}_second": known.pk})
    card = next(each for each in editor.get(address).context["cards"] if each.card.number == number)
    assert card.card.decision == "accept"
