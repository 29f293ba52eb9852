"""Words like those that were assessed suggest their proposition, and what they said on it."""

from __future__ import annotations

from positions.intake.like_words import Judged, Likeness, stems

WEIR, LEAFLET = 1, 2
BAN = Judged(WEIR, "Weir goes", "The weir on the Tarn must be torn down.", "supports", "A letter")
KEEP = Judged(WEIR, "Weir goes", "Tearing it down would flood the mills.", "opposes", "A speech")
SENTENCE = Judged(WEIR, "Weir goes", "The weir should be removed.")
OTHER = Judged(LEAFLET, "Leaflets", "Every household should get a leaflet with the timetable.")
LIKENESS = Likeness([BAN, KEEP, SENTENCE, OTHER])


def test_the_likest_words_of_each_proposition_come_first() -> None:
    found = LIKENESS.most_like(["They said that the Tarn weir must be torn down at once"])
    assert found == [BAN]
    both = LIKENESS.most_like(["Tearing it down would flood mills, a leaflet to households says."])
    assert both == [KEEP, OTHER]


def test_a_proposition_is_found_by_its_own_sentence() -> None:
    assert LIKENESS.most_like(["Remove the weir!"]) == [SENTENCE]


def test_one_word_or_words_of_every_text_suggest_nothing() -> None:
    assert LIKENESS.most_like(["A weir."]) == []
    assert LIKENESS.most_like(["It should be said that they would not, on the whole."]) == []
    assert LIKENESS.most_like([]) == []
    assert Likeness([]).most_like(["The weir must be torn down."]) == []


def test_what_is_known_of_the_speaker_already_is_not_suggested_again() -> None:
    assert LIKENESS.most_like(["The Tarn weir must be torn down"], without={WEIR}) == []


def test_endings_and_small_words_do_not_count() -> None:
    assert stems("The households were removing it") == stems("household removed")
