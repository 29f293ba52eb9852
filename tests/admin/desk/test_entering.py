"""From accepted cards to statements, as an editor without a script enters them."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from positions.choices import (
    Capacity,
    DateBasis,
    QuotationCheck,
    QuotationKind,
    StakeholderKind,
    Stance,
    StatementKind,
    WorkflowState,
)
from positions.models import (
    Affiliation,
    Assessment,
    Attribution,
    Capture,
    Intake,
    Quotation,
    Source,
    Stakeholder,
    Statement,
)
from tests.admin.desk.invented import (
    MORE,
    SECOND,
    TEXT,
    WEIR,
    anglers,
    laid,
    mara,
    numbered,
    refusals,
    sent,
)
from tests.admin.forms import messages_of, opened
from tests.factories import PropositionFactory, TopicFactory

pytestmark = pytest.mark.django_db


def test_what_an_editor_accepts_becomes_a_statement_with_all_its_parts(editor: Client) -> None:
    organisation = anglers()
    topic = TopicFactory.create(name="Example weirs")
    proposition = PropositionFactory.create(topic=topic, short_label="The weir should go")
    address = laid(editor, topic=topic.pk, publisher="The Example Courier")
    card = f"c{numbered(editor, address, WEIR)}"
    page = sent(
        editor,
        address,
        **{
            f"{card}_decision": "accept",
            f"{card}_speaker": "new",
            f"{card}_j0_proposition": proposition.pk,
            f"{card}_j0_stance": Stance.SUPPORTS,
        },
    )
    assert "1 statement is entered" in messages_of(page), refusals(page)

    source = Source.objects.get()
    assert source.title == "Anglers reject the example weir"
    assert source.publisher is not None
    assert (source.publisher.name, source.publisher.kind) == (
        "The Example Courier",
        StakeholderKind.OUTLET,
    )
    assert Capture.objects.get(source=source).text == TEXT
    statement = Statement.objects.get()
    assert statement.title == "Mara Example (UEA), press statement, 14 May 2024"
    assert (statement.state, statement.topic) == (WorkflowState.DRAFT, topic)
    assert (statement.date_edtf, statement.date_basis) == ("2024-05-14", DateBasis.PUBLICATION)
    speaker = Stakeholder.objects.get(name="Mara Example")
    voice = Attribution.objects.get()
    assert (voice.stakeholder, voice.on_behalf_of) == (speaker, organisation)
    assert voice.capacity == Capacity.ORGANISATIONAL
    assert speaker.kind == StakeholderKind.PERSON
    tie = Affiliation.objects.get()
    assert (tie.member, tie.group, tie.role) == (speaker, organisation, "director")
    words = list(Quotation.objects.order_by("order"))
    assert [each.exact for each in words] == [WEIR, SECOND]
    for each in words:
        assert TEXT[each.start : each.end] == each.exact
        assert each.check_result == QuotationCheck.EXACT
    judged = Assessment.objects.get()
    assert (judged.stance, judged.quotation) == (Stance.SUPPORTS, words[0])
    assert WEIR in judged.reason
    histories: tuple[Any, ...] = (Statement, Attribution, Quotation, Assessment, Source)
    moments = {each.history.earliest().history_date for each in histories}
    assert len(moments) == 1
    assert {each.history.earliest().history_user for each in histories} == {
        Intake.objects.get().editor
    }


def test_words_of_one_speaker_join_into_one_statement(editor: Client) -> None:
    mara(anglers())
    address = laid(editor)
    one, other = (numbered(editor, address, words) for words in (WEIR, MORE))
    sent(editor, address, **{f"c{one}_decision": "accept", f"c{other}_decision": "accept"})
    statement = Statement.objects.get()
    assert [each.exact for each in statement.quotations.all()] == [WEIR, SECOND, MORE]


def test_words_that_are_split_off_are_a_statement_of_their_own(editor: Client) -> None:
    mara(anglers())
    address = laid(editor)
    one, other = (numbered(editor, address, words) for words in (WEIR, MORE))
    accepted = {f"c{each}_decision": "accept" for each in (one, other)}
    sent(editor, address, **accepted, **{f"c{other}_belongs": ""})
    assert Statement.objects.count() == 2


def test_words_left_of_a_rejected_card_keep_what_it_said_of_the_statement(editor: Client) -> None:
    mara(anglers())
    address = laid(editor)
    one, other = (numbered(editor, address, words) for words in (WEIR, MORE))
    changes = {f"c{one}_decision": "reject", f"c{one}_kind": "speech", f"c{one}_date": "2024-05-01"}
    sent(editor, address, **changes, **{f"c{other}_decision": "accept"})
    statement = Statement.objects.get()
    assert (statement.kind, statement.date_edtf) == (StatementKind.SPEECH, "2024-05-01")
    assert [each.exact for each in statement.quotations.all()] == [MORE]


def test_a_proposition_without_a_stance_is_refused_with_what_to_do(editor: Client) -> None:
    mara(anglers())
    proposition = PropositionFactory.create()
    address = laid(editor)
    card = f"c{numbered(editor, address, WEIR)}"
    changes = {f"{card}_decision": "accept", f"{card}_j0_proposition": proposition.pk}
    assert "Choose a stance on that proposition" in refusals(sent(editor, address, **changes))


def test_nothing_is_entered_where_the_last_card_is_wrong(editor: Client) -> None:
    mara(anglers())
    address = laid(editor)
    one, silent = (numbered(editor, address, words) for words in (WEIR, "did not respond"))
    before = Stakeholder.objects.count()
    page = sent(
        editor,
        address,
        **{
            f"c{one}_decision": "accept",
            f"c{silent}_decision": "accept",
            f"c{silent}_speaker": "new",
            f"c{silent}_date": "sometime",
        },
    )
    assert "“sometime” was not understood: it is no date that is understood." in refusals(page)
    assert not Source.objects.exists()
    assert not Statement.objects.exists()
    assert Stakeholder.objects.count() == before
    fields = opened(editor, address)  # and nothing that was decided or typed is lost
    assert fields[f"c{silent}-date"] == "sometime"
    assert fields[f"c{one}-decision"] == "accept"


def test_each_error_is_told_at_its_card(editor: Client) -> None:
    address = laid(editor)
    one = numbered(editor, address, WEIR)
    proposition = PropositionFactory.create()
    page = sent(
        editor,
        address,
        **{
            f"c{one}_decision": "accept",
            f"c{one}_speaker": "other",
            f"c{one}_speaker_other": "Nobody Known",
            f"c{one}_j0_proposition": proposition.pk,
            f"c{one}_j0_stance": "mixed",
        },
    )
    (found,) = (each.errors for each in page.context["cards"] if each.errors)
    assert "Nobody is known as “Nobody Known”" in found["speaker"][0]
    assert f'href="#c{one}-speaker"' in page.content.decode()


def test_words_that_were_changed_so_that_they_stand_nowhere_are_refused(editor: Client) -> None:
    mara(anglers())
    address = laid(editor)
    one = f"c{numbered(editor, address, WEIR)}"
    page = sent(
        editor, address, **{f"{one}_decision": "accept", f"{one}_w0": "We were handed a cake"}
    )
    assert "cake" in refusals(page)
    page = sent(editor, address, **{f"{one}_quotation": "paraphrase"})
    assert "1 statement is entered" in messages_of(page)
    assert {each.kind for each in Quotation.objects.all()} == {QuotationKind.PARAPHRASE}


def test_a_silence_names_what_was_asked(editor: Client) -> None:
    proposition = PropositionFactory.create()
    address = laid(editor)
    silent = f"c{numbered(editor, address, 'did not respond')}"
    sent(
        editor,
        address,
        **{
            f"{silent}_decision": "accept",
            f"{silent}_speaker": "new",
            f"{silent}_speaker_kind": "agency",
            f"{silent}_j0_proposition": proposition.pk,
        },
    )
    statement = Statement.objects.get()
    assert statement.kind == StatementKind.NO_REPLY
    assert list(statement.asked_about.all()) == [proposition]
    assert not statement.assessments.exists()


def test_statements_entered_are_published_from_the_page_that_names_them(editor: Client) -> None:
    mara(anglers())
    address = laid(editor)
    one = numbered(editor, address, WEIR)
    page = sent(editor, address, **{f"c{one}_decision": "accept"})
    fields = {
        "action": "publish",
        "_selected_action": [each.pk for each in page.context["waiting"]],
    }
    assert 'value="publish"' in page.content.decode()
    editor.post("/admin/positions/statement/", fields)
    assert Statement.objects.get().state == WorkflowState.PUBLISHED


def test_an_article_without_a_title_has_ours_from_its_publisher(editor: Client) -> None:
    text = TEXT.split("14 May 2024")[1].strip()
    address = laid(editor, text=text, date_edtf="2024-05-14")
    one = f"c{numbered(editor, address, WEIR)}"
    accepted = {f"{one}_decision": "accept", f"{one}_speaker": "new"}
    assert "Give the article a title" in refusals(sent(editor, address, **accepted))
    sent(editor, address, head_publisher="The Example Courier")
    source = Source.objects.get()
    assert (source.title, source.title_is_ours) == (
        "The Example Courier, article, 14 May 2024",
        True,
    )
