"""What a card says before an editor has looked at it."""

from __future__ import annotations

import pytest

from positions.dates import parse
from positions.intake.card import Card, confidence_of, how_found
from positions.intake.dating import dated
from positions.intake.manual_card import add_manual_card
from positions.intake.proposing import propose
from positions.intake.titles import title_from_name
from positions.naming import Named, Names
from tests.intake.cards import card as made

pytestmark = pytest.mark.usefixtures("read_here")
DAY = "2024-05-08"


def proposed(text: str, published: str = DAY) -> list[Card]:
    cards, _ = propose(text, published, Names())
    return cards


def only(text: str) -> Card:
    [card] = proposed(text)
    return card


def test_what_is_told_of_an_object_keeps_its_verb() -> None:
    card = only("Example Anglers warn against floods.")
    assert (card.words[0].exact, card.words[0].kept) == ("against floods", "Warn against floods")


def test_a_clause_that_is_told_stands_alone() -> None:
    assert only("Example Anglers said that it leaks.").words[0].kept == "It leaks"


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("that it knew that the weir leaks", "It knew that the weir leaks"),
        ("that the dam that that weir feeds is old", "The dam that that weir feeds is old"),
        ("it is clear that floods follow", "It is clear that floods follow"),
        ("what that weir needs is clear", "What that weir needs is clear"),
        ("that that was wrong", "That was wrong"),
        ("that farms that were poor gained", "Farms that were poor gained"),
        ("that, in its view, the weir leaks", "In its view, the weir leaks"),
    ],
)
def test_a_clause_loses_the_that_it_begins_with_and_no_other(told: str, kept: str) -> None:
    assert only(f"Example Anglers said {told}.").words[0].kept == kept


def test_a_resolution_is_said_by_who_filed_it_and_else_by_nobody() -> None:
    whose = only(
        "A group of Example shareholders last month filed a resolution to wait until the board "
        "could say that “it is dry.”"
    )
    assert (whose.speaker.name, whose.speaker.kind) == (
        "A group of Example shareholders",
        "investors",
    )
    assert (whose.kind, whose.date, whose.printed) == ("resolution", "2024-04", "last month")
    assert (
        only(
            "The weir may stay until a judge could say under the law that “it is dry.”"
        ).speaker.name
        == ""
    )


def test_words_of_the_day_of_publication_and_words_of_that_weekday_are_of_one_statement() -> None:
    first, second = proposed(
        "“It leaks,” Example Anglers said.\n\nExample Anglers said on Wednesday that it is old."
    )
    assert second.part_of == first.number
    assert (first.date, first.printed) == (DAY, "on Wednesday")


def test_a_day_that_is_not_clear_is_asked_and_is_never_taken_for_the_article_s() -> None:
    card = only("“It leaks,” Example Anglers said on 03/04/2024.")
    assert (card.date, card.printed, card.basis) == ("on 03/04/2024", "on 03/04/2024", "reported")
    assert confidence_of(card) == "to be checked"
    assert "it is not clear when “on 03/04/2024” was" in how_found(card.found)
    refusal = dated(card, parse(DAY)).refusal
    assert "it can mean 4 March 2024 or 3 April 2024. Write 2024-03-04 or 2024-04-03." in refusal


def test_what_an_article_opens_with_is_of_the_letter_that_it_then_names() -> None:
    first, second = proposed(
        "Example Anglers say that the weir leaks.\n\nIn a letter to Mara Vell on Friday, Example "
        "Anglers warn against floods."
    )
    assert second.part_of == first.number
    assert (first.kind, first.date) == ("letter", "2024-05-03")


def test_a_spokesperson_without_a_name_goes_on_in_the_statement_of_the_whole() -> None:
    first, second = proposed(
        "In an email sent to us last month, Example said that it was dry. “We checked it,” an "
        "Example Water Services spokesperson said."
    )
    assert second.part_of == first.number
    assert (first.kind, first.date) == ("email", "2024-04")


def test_the_groups_of_a_list_say_it_each() -> None:
    card = only(
        "Young anglers, canoe clubs and river wardens met at the weir last year, pointing out "
        "that it leaked."
    )
    assert card.speaker.name == card.found.mention == "Young anglers"
    assert card.others == "Canoe clubs (new)\nRiver wardens (new)"


SAID = "“It leaks,” said Mara Vell, director of the Tarn Board."


def test_somebody_new_who_is_named_for_certain_is_filled_in_with_their_body() -> None:
    card = only(SAID)
    for party, name, kind in (
        (card.speaker, "Mara Vell", "person"),
        (card.behalf, "Tarn Board", "agency"),
    ):
        assert (party.choice, party.name, party.kind, party.filled) == ("new", name, kind, True)
    assert confidence_of(card) == "sure"


@pytest.mark.parametrize(
    ("text", "speaker", "behalf"),
    [
        ("“It leaks,” said British Defence Minister Mara Vell.", "new", ""),
        ("“It leaks,” said Vell.", "", ""),
        ("Mara Vell wants a new weir.", "", ""),
        ("“It leaks,” the anglers said.", "", ""),
    ],
)
def test_who_is_not_sure_is_offered_and_never_filled_in(
    text: str, speaker: str, behalf: str
) -> None:
    card = only(text)
    assert (card.speaker.choice, card.behalf.choice) == (speaker, behalf)
    assert confidence_of(card) != "sure"


def test_who_is_like_somebody_known_is_not_filled_in_and_that_one_is_offered() -> None:
    names = Names()
    for pk, name in ((1, "Mara J. Vell"), (2, "Tarn Bord")):
        names.add(Named(pk, name, str(pk), is_person=pk == 1), name)
    [card], _ = propose(SAID, DAY, names)
    assert (card.speaker.choice, card.speaker.offered) == ("", [1])
    assert (card.behalf.choice, card.behalf.offered) == ("", [2])
    assert confidence_of(card) != "sure"


def test_a_card_is_not_sure_while_the_body_that_it_names_is_not_chosen() -> None:
    card = only(SAID)
    card.behalf.choice = ""
    assert confidence_of(card) == "likely"


def test_two_new_speakers_are_two() -> None:
    text = "“It leaks,” said Mara Vell.\n\n“It does not,” said Odd Brae."
    assert [(each.speaker.choice, each.part_of) for each in proposed(text)] == [
        ("new", 0),
        ("new", 0),
    ]


def test_who_is_only_pointed_to_is_not_offered_by_that_name() -> None:
    card = only("Both offices said that it was dry.")
    assert (card.speaker.name, card.found.mention) == ("", "Both offices")


def test_words_marked_where_a_card_stands_already_are_of_the_same_day_and_kind() -> None:
    text = "The weir broke in March. At the time, both offices said that it was dry."
    cards = proposed(text)
    own = add_manual_card(text, cards, "that it was dry", Names())
    assert isinstance(own, Card)
    assert (own.date, own.printed, own.kind, own.quotation) == (
        "2024-03",
        "At the time",
        "report",
        "paraphrase",
    )


def test_words_that_others_report_are_no_report_in_their_title() -> None:
    told = only("The Lantern Example Alliance called on the council to drain the weir.")
    assert told.kind == "report"
    assert title_from_name("Lantern Example Alliance", told, None) == (
        "Lantern Example Alliance, as reported"
    )
    own = made(1, kind="report", quotation="verbatim")
    assert title_from_name("Lantern Example Alliance", own, None) == (
        "Lantern Example Alliance, report"
    )


@pytest.mark.parametrize(
    ("source", "kind"),
    [("letter", "letter"), ("speech", "speech"), ("article", "press_statement")],
)
def test_words_marked_by_hand_have_the_form_of_their_source_and_never_that_of_told_words(
    source: str, kind: str
) -> None:
    text = "The Lantern Example Alliance called on the council to drain the weir. It is dry."
    cards = proposed(text)
    assert [each.kind for each in cards] == ["report"]
    own = add_manual_card(text, cards, "It is dry.", Names(), source_kind=source)
    assert isinstance(own, Card)
    assert own.kind == kind


@pytest.mark.parametrize(
    ("others", "title"),
    [
        ([], "Mara Example (ELU), letter, 2024"),
        (["EWN"], "Mara Example (ELU) and EWN, letter, 2024"),
        (["EWN", "EFF"], "Mara Example (ELU), EWN and EFF, letter, 2024"),
        (["EWN", *"abcdefghijkl"], "Mara Example (ELU), EWN and 12 more, letter, 2024"),
        (["E" * 180, "b"], "Mara Example (ELU) and 2 more, letter, 2024"),
    ],
)
def test_a_joint_statement_is_titled_by_more_than_one(others: list[str], title: str) -> None:
    card = made(1, kind="letter")
    assert title_from_name("Mara Example (ELU)", card, parse("2024"), others) == title
