"""The screen of an article: what is laid on it, kept, marked, and put away."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from positions.choices import (
    DateBasis,
)
from positions.intake.card import read_cards
from positions.models import (
    Intake,
)
from tests.admin.desk.invented import (
    DESK,
    TEXT,
    WEIR,
    anglers,
    laid,
    mara,
    numbered,
    refusals,
    sent,
)
from tests.admin.forms import fields_of, messages_of, opened

pytestmark = pytest.mark.django_db


def test_an_article_is_laid_on_the_desk_with_what_it_says_of_itself(editor: Client) -> None:
    address = laid(editor)
    intake = Intake.objects.get()
    assert (intake.title, intake.byline) == ("Anglers reject the example weir", "Jane Sample")
    assert (intake.date_edtf, intake.date_basis) == ("2024-05-14", DateBasis.PRINTED)
    assert intake.text == TEXT
    assert intake.editor is not None
    page = editor.get(address)
    assert "Taken from the text: title, byline, date" in messages_of(page)
    listed = editor.get(DESK).content.decode()
    assert "Anglers reject the example weir" in listed
    assert f"{intake.undecided} to decide" in listed


def test_two_editors_at_one_article_are_merged_card_by_card(editor: Client) -> None:
    address = laid(editor)
    one, other = (numbered(editor, address, words) for words in (WEIR, "did not respond"))
    mine = opened(editor, address)
    sent(editor, address, "save", **{f"c{one}_decision": "reject", "head_byline": "Joe Sample"})
    changes = {f"c{other}-decision": "reject", "do": "save"}
    page = editor.post(address, {**mine, **changes}, follow=True)
    told = messages_of(page)
    assert f"Meanwhile somebody else saved card {one}" in told
    assert "and what the article is. Theirs is kept there." in told
    kept = {card["number"]: card["decision"] for card in Intake.objects.get().cards}
    assert (kept[one], kept[other]) == ("reject", "reject")
    assert Intake.objects.get().byline == "Joe Sample"


def test_what_two_editors_changed_of_one_card_is_not_overwritten_unasked(editor: Client) -> None:
    address = laid(editor)
    one, other = (numbered(editor, address, words) for words in (WEIR, "did not respond"))
    mine = {**opened(editor, address), f"c{one}-note": "Mine.", "head-byline": "Me"}
    theirs = {f"c{one}_decision": "reject", f"c{other}_decision": "reject", "head_byline": "They"}
    sent(editor, address, "save", **theirs)
    answer = editor.post(f"{address}save/", {**mine, "do": "save"})
    assert answer.status_code == 409
    assert "Somebody else" in answer.json()["problem"]
    page = editor.post(address, {**mine, "do": "save"})
    told = f"You both changed card {one} and what the article is."
    assert told in page.content.decode()
    assert "all else that they changed is kept" in page.content.decode()
    kept = {card["number"]: card["note"] for card in Intake.objects.get().cards}
    assert (kept[one], Intake.objects.get().byline) == ("", "They")
    editor.post(address, {**fields_of(page), "do": "save"})
    cards = {card["number"]: card for card in Intake.objects.get().cards}
    assert (cards[one]["note"], cards[one]["decision"]) == ("Mine.", "")
    assert cards[other]["decision"] == "reject"
    assert Intake.objects.get().byline == "Me"


def test_a_card_that_was_entered_meanwhile_says_that_what_was_typed_is_not_taken(
    editor: Client,
) -> None:
    mara(anglers())
    address = laid(editor)
    one = numbered(editor, address, WEIR)
    mine = opened(editor, address)
    sent(editor, address, **{f"c{one}_decision": "accept"})
    page = editor.post(address, {**mine, f"c{one}-note": "Mine.", "do": "save"}, follow=True)
    assert f"card {one}, which was entered: yours is not taken" in messages_of(page)
    page = editor.post(address, {**mine, "do": "save"}, follow=True)
    assert "yours is not taken" not in messages_of(page)


def test_a_page_that_carries_no_marks_is_asked_about_as_a_whole(editor: Client) -> None:
    address = laid(editor)
    mine = {
        name: value for name, value in opened(editor, address).items() if not name.endswith("seen")
    }
    sent(editor, address, "save", head_byline="They")
    page = editor.post(address, {**mine, "do": "save"})
    assert "Saved by somebody else since you opened it" in page.content.decode()


def test_a_script_that_saves_is_given_the_marks_of_what_it_sent(editor: Client) -> None:
    address = laid(editor)
    one = numbered(editor, address, WEIR)
    fields = opened(editor, address) | {"card": [str(one)], f"c{one}-note": "First."}
    told = editor.post(f"{address}save/", fields).json()
    assert told["seen"][f"c{one}-seen"] == opened(editor, address)[f"c{one}-seen"]
    again = fields | told["seen"] | {"version": told["version"], f"c{one}-note": "Second."}
    assert editor.post(f"{address}save/", again).status_code == 200
    assert opened(editor, address)[f"c{one}-note"] == "Second."


def test_what_a_rejected_card_hands_over_is_no_conflict_with_oneself(editor: Client) -> None:
    address = laid(editor)
    one, other = (numbered(editor, address, words) for words in (WEIR, "did not respond"))
    sent(editor, address, "save", **{f"c{one}_note": "Of both.", f"c{other}_belongs": str(one)})
    page = opened(editor, address)
    rejected = page | {"card": [str(one)], f"c{one}-decision": "reject"}
    told = editor.post(f"{address}save/", rejected).json()
    changed = {"card": [str(other)], f"c{other}-w0": "did not respond to it"}
    again = page | told["seen"] | {"version": told["version"]} | changed
    assert editor.post(f"{address}save/", again).status_code == 200
    (kept,) = (each for each in Intake.objects.get().cards if each["number"] == other)
    assert (kept["note"], kept["belongs"]) == ("Of both.", 0)
    assert kept["words"][0]["kept"] == "did not respond to it"


def test_what_was_handed_over_to_a_card_that_another_changed_is_asked_about(
    editor: Client,
) -> None:
    address = laid(editor)
    one, other = (numbered(editor, address, words) for words in (WEIR, "did not respond"))
    sent(editor, address, "save", **{f"c{other}_belongs": str(one)})
    page = opened(editor, address)
    sent(editor, address, "save", **{f"c{other}_w0": "respond"})
    rejected = page | {"card": [str(one)], f"c{one}-decision": "reject"}
    told = editor.post(f"{address}save/", rejected).json()
    assert f"c{other}-seen" not in told["seen"]
    changed = {"card": [str(other)], f"c{other}-w0": "did not respond to it"}
    again = page | told["seen"] | {"version": told["version"]} | changed
    assert editor.post(f"{address}save/", again).status_code == 409


@pytest.mark.parametrize("do", ["save", "enter"])
def test_what_is_wrong_of_the_article_itself_stays_as_it_was_typed(editor: Client, do: str) -> None:
    mara(anglers())
    address = laid(editor)
    one = numbered(editor, address, WEIR)
    typed = {"head_url": "no address", "head_byline": "Typed", f"c{one}_decision": "accept"}
    page = sent(editor, address, do, **typed)
    assert "What the article is was not saved" in messages_of(page)
    assert page.context["head"].errors.keys() == {"url"}
    fields = fields_of(page)
    assert (fields["head-url"], fields["head-byline"]) == ("no address", "Typed")
    intake = Intake.objects.get()
    assert (intake.url, intake.byline, intake.entered) == ("", "Jane Sample", 0)
    assert [each["decision"] for each in intake.cards if each["number"] == one] == ["accept"]
    page = editor.post(address, {**fields, "head-url": "", "do": do}, follow=True)
    assert "was not saved" not in messages_of(page)
    assert Intake.objects.get().byline == "Typed"


def test_what_is_wrong_of_the_article_is_merged_once_it_is_right(editor: Client) -> None:
    address = laid(editor)
    mine = {**opened(editor, address), "head-url": "no address"}
    sent(editor, address, "save", head_byline="They")
    page = editor.post(address, {**mine, "do": "save"})
    assert page.context["head"].errors
    page = editor.post(address, {**fields_of(page), "head-url": "https://example.org/weir"})
    assert "You both changed what the article is." in page.content.decode()
    assert Intake.objects.get().byline == "They"


def test_what_another_saved_is_told_though_the_words_marked_are_not_in_the_text(
    editor: Client,
) -> None:
    address = laid(editor)
    one = numbered(editor, address, WEIR)
    mine = {**opened(editor, address), "do": "own", "own-words": "the example tower"}
    sent(editor, address, "save", **{f"c{one}_decision": "reject"})
    page = editor.post(address, mine)
    assert "tower" in refusals(page)
    assert f"Meanwhile somebody else saved card {one}" in messages_of(page)


def test_what_a_script_saves_is_kept_and_told(editor: Client) -> None:
    address = laid(editor)
    one = numbered(editor, address, WEIR)
    fields = opened(editor, address) | {"card": [str(one)], f"c{one}-date": "last Friday"}
    told = editor.post(f"{address}save/", fields).json()
    assert told["days"][str(one)] == "10 May 2024"
    assert told["version"] == int(fields["version"]) + 1
    assert opened(editor, address)[f"c{one}-date"] == "last Friday"


def test_all_that_are_sure_are_accepted_at_once(editor: Client) -> None:
    mara(anglers())
    address = laid(editor)
    page = sent(editor, address, "sure")
    decided = {each.card.number: (each.sure, each.card.decision) for each in page.context["cards"]}
    assert ("sure", "accept") in decided.values()
    assert all((sure == "sure") == (made == "accept") for sure, made in decided.values())


def test_words_that_the_editor_marks_get_a_card(editor: Client) -> None:
    address = laid(editor)
    page = sent(editor, address, "own", own_words="“The rebuilding of the example weir will go”")
    made = next(each for each in page.context["cards"] if each.sure == "yours")
    (words,) = made.card.words
    assert TEXT[words.start : words.end] == words.exact
    page = sent(editor, address, "own", own_words="The rebuilding of the example tower")
    assert "tower" in refusals(page)
    assert "The rebuilding of the example tower" in page.content.decode()


def test_nothing_accepted_is_said_so(editor: Client) -> None:
    page = sent(editor, laid(editor))
    assert "Nothing is accepted yet" in refusals(page)


def test_an_article_that_is_decided_to_its_end_leaves_the_desk(editor: Client) -> None:
    address = laid(editor)
    cards = Intake.objects.get().cards
    sent(editor, address, "save", **{f"c{card['number']}_decision": "reject" for card in cards})
    assert Intake.objects.get().finished_at is not None
    assert not editor.get(DESK).context["lying"]


def test_an_article_that_was_put_away_comes_back(editor: Client) -> None:
    address = laid(editor)
    editor.post(f"{address}discard/")
    page = editor.get(DESK)
    assert not page.context["lying"]
    assert [str(each) for each in page.context["put_away"]] == ["Anglers reject the example weir"]
    editor.post(f"{address}put-back/")
    assert editor.get(DESK).context["lying"]
    assert editor.get(f"{address}discard/").status_code == 405


def test_a_text_that_is_too_long_or_empty_is_refused_in_words(editor: Client) -> None:
    page = editor.post(DESK, {"text": "x" * 1_000_001})
    assert "at most 1,000,000" in page.content.decode()
    assert "Paste the text" in editor.post(DESK, {"text": " \n"}).content.decode()
    assert not Intake.objects.exists()


def test_what_the_page_cannot_have_sent_is_refused_by_name(editor: Client) -> None:
    address = laid(editor)
    one = f"c{numbered(editor, address, WEIR)}"
    for field, value in (("kind", "rumour"), ("speaker", "99999"), ("belongs", "3.5")):
        page = sent(editor, address, "save", **{f"{one}_{field}": value})
        assert page.status_code == 400


def test_words_are_added_to_a_card_and_what_is_left_undecided_is_rejected(editor: Client) -> None:
    mara(anglers())
    address = laid(editor)
    number = numbered(editor, address, WEIR)

    def marked(words: str, part: object) -> Any:
        fields = {**opened(editor, address), f"c{number}-decision": "accept", "do": "own"}
        return editor.post(address, {**fields, "own-words": words, "own-part": part})

    for wrong in ("999", "the first"):
        page = marked("a staircase", wrong).content.decode()
        assert "Words cannot be added to" in page
        assert f'value="{wrong}"' in page  # as it was typed
    answer = marked("director of the Upper Example Anglers", number)
    assert answer["Location"].endswith(f"#card-{number}")
    added = numbered(editor, address, "director of the Upper")
    cards = {card.number: card for card in read_cards(Intake.objects.get().cards)}
    assert (cards[added].part_of, cards[added].decision) == (number, "accept")
    # A refusal leaves what was undecided so.
    undecided = {n for n, card in cards.items() if card.is_new}
    assert undecided
    refused = sent(editor, address, "rest", **{f"c{number}_date": "on no day"})
    assert "Nothing was entered" in refused.content.decode()
    cards = {card.number: card for card in read_cards(Intake.objects.get().cards)}
    assert {n for n, card in cards.items() if card.is_new} == undecided
    part = min(undecided - {number, added})
    sent(editor, address, "rest", **{f"c{number}_date": "", f"c{part}_belongs": number})
    cards = {card.number: card for card in read_cards(Intake.objects.get().cards)}
    entered = {n for n, card in cards.items() if card.is_entered}
    assert {number, added, part} <= entered  # words of an accepted statement go with it
    assert all(card.decision == "reject" for n, card in cards.items() if n not in entered)
    assert Intake.objects.get().finished_at


def test_what_is_typed_beside_the_cards_is_given_back_until_its_own_button_is_pressed(
    editor: Client,
) -> None:
    address = laid(editor)
    number = numbered(editor, address, WEIR)
    typed = {"own-words": "a staircase", "own-part": str(number), "new-text": "Weirs go."}

    def shown(do: str, **more: str) -> Any:
        fields = {**opened(editor, address), **typed, **more, "do": do}
        return fields_of(editor.post(address, fields, follow=True))

    for do, more in (
        ("save", {}),
        ("enter", {}),  # nothing is accepted
        ("save", {"_unsaved": "1"}),  # after a log-out
        ("own", {"own-part": "999"}),
    ):
        assert {**typed, **more}.items() <= {**shown(do, **more), **more}.items(), do
    # What is added is not given back, the other is.
    made = shown("own", **{"own-words": "director of the Upper Example Anglers"})
    assert (made["own-words"], made["new-text"]) == ("", "Weirs go.")
    made = shown("proposition", **{"new-subject": "Weirs"})
    assert (made["own-words"], made["new-text"]) == ("a staircase", "")
