"""Every face that shows a stance shows whether the words say it or imply it."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from django.test import Client

from positions import derivation
from positions.choices import Directness, Stance, stance_in_words
from positions.models import Assessment, Position, Statement
from positions.models.quotation import shown_words
from positions.records import fetch_statements
from positions.records.byline import STANDING_BYLINE
from positions.records.lead import lead_of
from positions.views.declarations import MATRIX
from positions.views.details.published import published
from positions.views.sharing.lead import card_lead_of
from tests.factories import PropositionFactory, QuotationFactory, StakeholderFactory, said
from tests.views.pages import Page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded_articles")]

ASKED = "organisation=amazon&proposition=end-government-sales"


def amazon() -> Position:
    """A position whose stance the words do not say: on the front page, and everywhere."""
    position = Position.objects.get(
        holder__slug="amazon", proposition__slug="end-government-sales", held_until=None
    )
    judged = Assessment.objects.get(statement=position.statement, proposition=position.proposition)
    assert judged.directness == Directness.IMPLIED
    return position


def addresses(position: Position) -> list[str]:
    statement = position.statement.get_absolute_url()
    return [
        *("/", "/positions/", f"/positions/evidence/?{ASKED}", f"/positions/list/?{ASKED}"),
        *(f"/statements/?{ASKED}", "/organisations/?q=amazon", "/organisations/amazon/"),
        *("/propositions/end-government-sales/", "/timeline/?organisation=amazon"),
        "/compare/?organisation=aclu&organisation=amazon",
        *(statement, f"{statement}exchange/", f"{statement}embed/"),
        *(f"/positions.atom?{ASKED}", "/organisations.atom?q=amazon"),
    ]


def test_every_page_and_feed_says_that_a_stance_is_implied() -> None:
    position = amazon()
    words = stance_in_words(Stance(position.stance), "implied")
    for address in addresses(position):
        answer = Client().get(address)
        assert answer.status_code == 200, address
        assert words in answer.getvalue().decode(), address


def test_counts_say_how_many_of_them_are_implied() -> None:
    amazon()
    assert "implied)" in Page(Client().get("/propositions/").content.decode()).text
    assert (
        "(implied)"
        in Page(Client().get("/propositions/end-government-sales/embed/").content.decode()).text
    )
    [record] = [
        each for each in data("/propositions.json") if each["slug"] == "end-government-sales"
    ]
    for stance, number in record["implied"].items():
        assert number == sum(
            judged_of(position).directness == Directness.IMPLIED
            for position in Position.objects.filter(
                proposition__slug="end-government-sales", stance=stance, held_until=None
            )
        )


def test_a_hollow_mark_says_it_beside_the_word() -> None:
    html = Client().get("/positions/").content.decode()
    shape = html.rpartition("opposes, implied")[0].rpartition("<svg")[2]
    assert "shape hollow" in shape
    explicit = html.rpartition(" opposes</span>")[0].rpartition("<svg")[2]
    assert "hollow" not in explicit


def test_a_row_leads_with_what_the_card_leads_with() -> None:
    """Of statements with one account; of several, a card takes the best."""
    compared = 0
    for statement in Statement.objects.published():
        shown = published(statement.slug, STANDING_BYLINE)
        if len(shown.accounts) > 1:
            continue
        card, [record] = card_lead_of(shown), fetch_statements([shown.pk])
        row = lead_of(record)
        words = card.given.quotation.words if card.given else ""
        assert (words, card.ours) == (row.theirs.words if row.theirs else "", row.ours), statement
        in_record = [[each.judgement for each in said] for said in (row.carried, row.others)]
        on_it = [[*card.carried], [each.judgement for each in card.others]]
        assert [[each.proposition.slug for each in said] for said in on_it] == [
            [each.proposition.slug for each in said] for said in in_record
        ]
        compared += 1
    assert compared > 10


def test_a_list_and_a_search_show_a_stance_under_the_words_that_carry_it() -> None:
    """The plea has other words first; these carry no stance, and each has it under its own."""
    other = PropositionFactory.create()
    statement = said(
        StakeholderFactory.create(name="Example Anglers"),
        on={PropositionFactory.create(): Stance.SUPPORTS, other: Stance.OPPOSES},
        words="Weirs are dear to us.",
        title="The anglers’ plea",
    )
    for order, (words, judged) in enumerate(
        zip(("Keep the weir.", "No toll at all."), statement.assessments.all(), strict=True), 5
    ):
        judged.quotation = QuotationFactory.create(statement=statement, exact=words, order=order)
        judged.save()
    one, two = (each.proposition.short_label for each in statement.assessments.all())
    for address in ("/statements/?q=anglers", "/search/?q=anglers"):
        text = Page(Client().get(address).content.decode()).text
        assert "Weirs are dear" not in text, address
        places = [text.rindex(each) for each in ("Keep the weir.", one, "No toll at all.", two)]
        assert places == sorted(places), address
    # Words that were looked for are shown, above no stance that they do not carry.
    text = Page(Client().get("/search/?q=dear").content.decode()).text
    shown = ("Weirs are", "Keep the weir.", one, "No toll at all.", two)
    places = [text.rindex(each) for each in shown]
    assert places == sorted(places)


def test_every_file_says_how_directly_each_stance_was_said() -> None:
    position = amazon()
    [cell] = [
        cell
        for row in data(MATRIX.data_url("json"))
        if row["organisation"]["slug"] == "amazon"
        for cell in row["cells"]
        if cell["proposition"]["slug"] == "end-government-sales"
    ]
    assert cell["directness"] == "implied"
    [row] = [each for each in table(MATRIX.data_url("csv")) if each["organisation"] == "amazon"]
    assert row["end-government-sales_directness"] == "implied"
    for address, column in (
        (f"/statements.csv?{ASKED}", "directness"),
        ("/organisations.csv?q=amazon", "directness"),
    ):
        assert any("end-government-sales=implied" in each[column] for each in table(address))
    [stand] = [
        stand
        for each in data("/organisations.json?q=amazon")
        if each["slug"] == "amazon"
        for stand in each["positions"]
        if stand["proposition"]["slug"] == "end-government-sales"
    ]
    assert stand["directness"] == judged_of(position).directness


def test_a_shift_to_an_implied_stance_says_so() -> None:
    holder, proposition = StakeholderFactory.create(), PropositionFactory.create()
    said(holder, on={proposition: Stance.SUPPORTS}, date_edtf="2018")
    said(holder, on={proposition: Stance.OPPOSES}, date_edtf="2019")
    Assessment.objects.filter(proposition=proposition).update(directness=Directness.IMPLIED)
    derivation.rebuild_all()
    for address in ("/shifts/", "/shifts.atom", f"/propositions/{proposition.slug}/"):
        text = Client().get(address).getvalue().decode()
        assert "opposes, implied" in text, address


@pytest.mark.parametrize("address", ["/positions/", "/positions/list/"])
def test_an_implied_mark_is_explained_where_positions_are_listed(address: str) -> None:
    page = Page(Client().get(address).content.decode())
    assert "follows from the words, which do not say it" in page.text
    assert "/about/method/#implied" in page.links


def test_what_was_held_before_a_shift_is_named_with_its_directness() -> None:
    holder, proposition = StakeholderFactory.create(), PropositionFactory.create()
    then = said(holder, on={proposition: Stance.SUPPORTS}, date_edtf="2018")
    said(holder, on={proposition: Stance.OPPOSES}, date_edtf="2019")
    then.assessments.update(directness=Directness.IMPLIED)
    derivation.refresh([then.pk])
    asked = f"proposition={proposition.slug}"
    for address in (
        f"/positions/list/?{asked}",
        f"/positions/evidence/?organisation={holder.slug}&{asked}",
        holder.get_absolute_url(),
    ):
        text = Page(Client().get(address).content.decode()).text
        assert "shifted from “supports, implied”" in text, address
    html = Client().get(proposition.get_absolute_url()).content.decode()
    assert "supports, implied, then opposes" in html  # of the point in the drawing
    [record] = data(f"/positions.json?{asked}")
    assert (record["previous_directness"], record["directness"]) == ("implied", "explicit")
    [row] = table(f"/positions.csv?{asked}")
    assert row["previous_directness"] == "implied"


def judged_of(position: Position) -> Assessment:
    return Assessment.objects.get(statement=position.statement, proposition=position.proposition)


def data(address: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(Client().get(address).getvalue())["results"]
    return found


def table(address: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(Client().get(address).getvalue().decode("utf-8-sig"))))


def test_the_evidence_gives_the_passage_the_reason_and_the_way_to_the_source() -> None:
    position = amazon()
    judged = judged_of(position)
    text = Page(Client().get(f"/positions/evidence/?{ASKED}").content.decode())
    assert judged.reason in text.text
    assert judged.quotation
    assert shown_words(judged.quotation.exact, judged.quotation.kind) in text.text
    assert judged.quotation.source.get_absolute_url() in text.links
