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
    Attribution,
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


def test_new_speakers_who_are_sure_are_filled_in_and_accepted_with_the_rest(editor: Client) -> None:
    address = laid(editor)
    one = numbered(editor, address, WEIR)
    page = editor.get(address)
    card = next(each for each in page.context["cards"] if each.card.number == one)
    assert (card.sure, card.speaker.is_new, card.behalf.is_new) == ("sure", True, True)
    assert page.content.decode().count("filled in<span") >= 2
    many = page.context["sure"]
    page = sent(editor, address, "sure")
    accepted = [each for each in page.context["cards"] if each.card.decision == "accept"]
    assert (len(accepted), page.context["sure"]) == (many, 0)
    assert "entered" in messages_of(sent(editor, address))
    voice = Attribution.objects.get(statement__quotations__exact__startswith=WEIR)
    assert (str(voice.stakeholder), str(voice.on_behalf_of)) == (
        "Mara Example",
        "Upper Example Anglers",
    )


def test_what_an_editor_chooses_is_no_longer_called_filled_in(editor: Client) -> None:
    address = laid(editor)
    one = f"c{numbered(editor, address, WEIR)}"

    def filled(**changes: str) -> tuple[bool, bool]:
        page = sent(editor, address, "save", **changes)
        card = next(each for each in page.context["cards"] if each.prefix == f"{one}-")
        return card.card.speaker.filled, card.card.behalf.filled

    assert filled() == (True, True)
    assert filled(**{f"{one}_speaker_name": "Mara N. Example"}) == (False, True)
    assert filled(**{f"{one}_behalf": ""}) == (False, False)
    assert filled(**{f"{one}_behalf": "new"}) == (False, False)


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
