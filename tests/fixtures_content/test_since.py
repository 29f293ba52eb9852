"""The record since: its words, dates and documents, and what follows from them."""

from __future__ import annotations

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command

from positions.models import Position
from positions.models.texts import without_tracking
from positions.quoting import enclosing_marks
from tests.fixtures_content.nouns import NOUNS, SINCE

IN_WORDS = [fields for fields in SINCE["quotation"] if fields["kind"] != "paraphrase"]


def test_nothing_of_the_articles_is_entered_again() -> None:
    for noun in ("stakeholder", "proposition", "source", "statement"):
        known, since = ({fields["slug"] for fields in set_[noun]} for set_ in (NOUNS, SINCE))
        assert since
        assert not known & since


def test_every_document_has_an_address_without_what_tells_how_one_came_there() -> None:
    for fields in SINCE["source"]:
        assert fields["url"].startswith("https://")
        assert fields["url"] == without_tracking(fields["url"])
        assert "stored copy" in fields["note"]


def test_a_document_that_gives_anothers_words_is_no_primary_one() -> None:
    own = {fields["slug"] for fields in SINCE["source"] if fields["is_primary"]}
    assert own == {"aclu-open-letter-post", "aclu-press-release-2021-05-18"}


def test_every_date_says_how_it_is_known() -> None:
    for fields in SINCE["statement"]:
        assert fields["date_edtf"]
        assert ("date_note" in fields) == (fields["date_basis"] != "printed")
    undated = {fields["slug"] for fields in SINCE["source"] if "date_edtf" not in fields}
    assert undated == {"news-india-times-ibm"}
    for fields in [*SINCE["source"], *SINCE["quotation"]]:
        assert ("date_edtf" in fields) == ("date_basis" in fields)
        assert fields.get("date_basis") != "printed" or fields["date_printed"]


def test_words_were_read_and_have_no_place_in_a_text_that_is_not_kept() -> None:
    selector = {"start", "end", "prefix", "suffix"}
    for fields in SINCE["quotation"]:
        assert not selector & fields.keys()
        assert (fields.get("check_result") == "exact") == (fields in IN_WORDS)
        assert not enclosing_marks(fields["exact"])


def test_fragments_alone_are_no_whole_clauses() -> None:
    fragments = [fields["exact"] for fields in IN_WORDS if fields["kind"] == "fragment"]
    assert [words.split()[0] for words in fragments] == ["grounded", "permanently", "until"]
    for fields in IN_WORDS:
        assert fields["exact"] in fragments or fields["exact"][-1] in ".,"


@pytest.mark.parametrize(
    "words",
    [
        "grounded in human rights that will govern",  # as The Washington Post has it
        "grounded in human rights, that will govern",  # as Townhall has it
        "we stand ready to help if requested,",  # the comma stands inside the marks
        "we stand ready to help if requested.",
        "Let's hold off",  # a straight apostrophe
        "in law enforcement, and out of law enforcement.",
    ],
)
def test_each_source_keeps_its_own_wording(words: str) -> None:
    assert sum(words in fields["exact"] for fields in IN_WORDS) == 1


def test_what_takes_no_side_is_not_judged() -> None:
    judged = {fields["statement"][0] for fields in SINCE["assessment"]}
    assert {fields["slug"] for fields in SINCE["statement"]} - judged == {
        "mijente-post",
        "amazon-no-reply-buzzfeed",
        "amazon-no-reply-verge",
    }


def test_a_company_that_halts_its_own_sales_makes_no_demand_on_others() -> None:
    halts = [f for f in SINCE["assessment"] if f["proposition"] == ["vendors-wait-for-law"]]
    assert {(f["statement"][0], f["stance"], f["directness"]) for f in halts} == {
        ("amazon-moratorium", "mixed", "implied"),
        ("microsoft-no-sales-to-police", "supports", "implied"),
    }


def load(*options: str) -> str:
    out = StringIO()
    call_command("load_articles", *options, stdout=out)
    return out.getvalue()


@pytest.mark.django_db
def test_loaded_after_the_articles_it_shows_one_shift_and_loading_twice_changes_nothing() -> None:
    load()
    held = Position.objects.filter(held_until=None)
    assert not Position.objects.filter(shift=True).exists()
    assert "Statements: 12 added, 22 already there" in load("--since")

    [shift] = Position.objects.filter(shift=True)
    assert (shift.holder.slug, shift.proposition.slug) == ("amazon", "end-government-sales")
    assert (shift.previous_stance, shift.stance) == ("opposes", "mixed")
    assert shift.held_from == date(2020, 6, 10)
    stances = held.values_list("holder__slug", "proposition__slug", "stance")
    assert set(stances) >= {
        ("microsoft", "national-legislation", "supports"),  # “unclear” by The Hill alone
        ("amazon", "end-government-sales", "mixed"),
        ("aclu", "no-police-use", "strongly_supports"),
        ("ibm", "no-police-use", "unclear"),
    }
    speakers = ("andy-jassy", "brad-smith", "arvind-krishna", "nathan-freed-wessler", "aws")
    assert not Position.objects.filter(holder__slug__in=speakers).exists()

    before = list(Position.objects.order_by("pk").values())
    assert load("--since").startswith("All 337 entries are there already.")
    assert list(Position.objects.order_by("pk").values()) == before
