"""Two editors at one article: what both changed is merged, or shown and asked about."""

from __future__ import annotations

import pytest
from django.test import Client

from positions.models import (
    Intake,
)
from tests.admin.desk.invented import (
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
