"""Stage 7 finds who is named, with role and organisation."""

import pytest

from positions.extraction import extract
from positions.extraction.lexicon.words import STOPPED_TITLES
from positions.extraction.people.entity import is_misprint
from tests.extraction.reading import DAY, only


@pytest.mark.parametrize(
    ("source", "role", "organisation"),
    [
        ("Tarn Board senior legal counsel Mara Vell", "senior legal counsel", "Tarn Board"),
        ("Mara Vell, director of the Tarn Board,", "director", "Tarn Board"),
        ("Mara Vell, head of floods at the Tarn Board,", "head of floods", "Tarn Board"),
        ("The Tarn Board’s director, Mara Vell,", "director", "Tarn Board"),
        ("Mara Vell of the Tarn Board", "", "Tarn Board"),
        ("Mara Vell, who runs the Tarn Board,", "", "Tarn Board"),
        ("Mara Vell, a farmer,", "farmer", ""),
        ("Mayor Mara Vell", "mayor", ""),
        ("Tarn Anglers’ Union (TAU) chair Mara Vell", "chair", "Tarn Anglers’ Union"),
    ],
)  # fmt: skip
def test_role_and_organisation_stand_before_or_beside_a_name(
    source: str, role: str, organisation: str
) -> None:
    speaker = only(f"{source} said that the weir was safe.").speaker
    assert (speaker.name, speaker.role, speaker.organisation) == ("Mara Vell", role, organisation)


def test_an_organisation_is_named_by_its_acronym() -> None:
    text = "The Tarn Anglers’ Union (TAU) met. “We agree,” the TAU said."
    speaker = only(text).speaker
    assert (speaker.name, speaker.how) == ("Tarn Anglers’ Union", "acronym")


def test_a_misprint_of_a_surname_is_the_same_person() -> None:
    text = "Mara Vellini left. “We agree,” Velini said."
    speaker = only(text).speaker
    assert (speaker.name, speaker.how) == ("Mara Vellini", "misprint")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("vellini", "velini", True), ("vellini", "vellimi", True), ("vell", "bell", False),
     ("vellini", "bellini", False), ("vellini", "vellini", False)],
)  # fmt: skip
def test_a_misprint_is_one_edit_away_in_a_long_name(one: str, other: str, same: bool) -> None:
    assert is_misprint(one, other) is is_misprint(other, one) is same


def test_names_with_an_initial_are_persons() -> None:
    assert only("“We agree,” said John F. Brae.").speaker.name == "John F. Brae"


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Hanneke van der Brae", "Hanneke van der Brae"),
        ("Mara de la Vell", "Mara de la Vell"),
        ("Mara Vell KC", "Mara Vell"),
        ("Dame Mara Vell", "Mara Vell"),
        ("Mara Bishop", "Mara Bishop"),
        ("M.J. Vell", "M.J. Vell"),
    ],
)
def test_a_name_is_taken_whole_without_titles(printed: str, name: str) -> None:
    assert only(f"“It leaks,” said {printed}, a farmer.").speaker.name == name
    surname = name.rpartition(" ")[2]
    later = f"{printed} met the board. “It leaks,” {surname} said."
    assert only(later).speaker.name == name


@pytest.mark.parametrize("title", sorted(STOPPED_TITLES - {"st"}))
def test_a_title_with_a_full_stop_is_no_speaker_and_ends_no_sentence(title: str) -> None:
    named = f"{title.capitalize()}. Mara Vell"
    for text in (f"“We oppose it,” said {named}.", f"{named} said: “We oppose it.”"):
        assert only(text).speaker.name == "Mara Vell"


@pytest.mark.parametrize(
    "text",
    [
        "Rival Hillary Brae said it was “grand”.",
        "Former Democrat Hillary Brae said it was “grand”.",
        "The weir was grand, Republican Hillary Brae said.",
    ],
)
def test_what_describes_a_person_is_no_part_of_the_name(text: str) -> None:
    assert only(text).speaker.name == "Hillary Brae"


@pytest.mark.parametrize(
    "text",
    [
        "Governor Quill Brae (R-OK) said it was “grand”.",
        "She named former secretary of state Hillary Brae. Hillary Brae said it was “grand”.",
        "Robert Brae, a University of Tarn professor, said it was “grand”.",
        "The Donald Brae campaign began. Donald Brae said it was “grand”.",
    ],
)
def test_a_person_is_no_body_for_what_stands_beside_the_name(text: str) -> None:
    speaker = extract(text, "2024-05-08")[-1].speaker
    assert speaker.name.endswith(" Brae")
    assert speaker.organisation in {"", "University of Tarn"}


@pytest.mark.parametrize(
    "text",
    [
        "Hours later, Mara Vell opened the weir, telling the Herald, “It leaks.”",
        "Throughout her talk, Mara Vell wept, saying, “It leaks.”",
    ],
)
def test_a_word_with_which_a_sentence_begins_is_no_name(text: str) -> None:
    assert only(text).speaker.name == "Mara Vell"


def test_people_by_their_work_are_no_name() -> None:
    speaker = only("Attorneys for Mara Vell said the claim was “a sham”.").speaker
    assert (speaker.how, speaker.organisation) == ("head noun", "")


def names_of(text: str) -> set[str]:
    return {each.speaker.name for each in extract(text, DAY)}


def test_the_capitals_of_a_headline_are_no_name() -> None:
    text = (
        "Angler Vell Backs the Weir at Amber.\n\nMara Vell, 45, was blunt. “It stays,” Vell said."
    )
    assert names_of(text) == {"Mara Vell"}


@pytest.mark.parametrize("word", ["Shares", "State-backed", "Based", "Himself"])
def test_a_common_word_that_opens_a_sentence_is_no_name(word: str) -> None:
    assert word not in names_of(f"{word} in the weir fell. It said that the river was low.")


def test_a_body_is_meant_by_the_last_word_of_its_name() -> None:
    text = "The Tarn Rivers Trust is old. “It must go,” the Trust said."
    assert names_of(text) == {"Tarn Rivers Trust"}


def test_a_brand_keeps_its_possessive() -> None:
    text = "Brae's, which sells boats, is worried. “Nobody buys,” said Brae's."
    assert names_of(text) == {"Brae's"}


def test_a_first_name_may_be_a_small_word() -> None:
    assert names_of("The mayor's aide Will Brae agreed. “It stays,” said Will Brae.") == {
        "Will Brae"
    }


def test_somebody_whom_everybody_knows_is_a_person_by_the_surname_alone() -> None:
    [draft] = extract("The dam is dear. “It leaks,” said Merkel.", DAY)
    assert (draft.speaker.name, draft.speaker.organisation) == ("Merkel", "")


@pytest.mark.parametrize(
    ("source", "name", "role", "organisation"),
    [
        ("Odd B. Brae Jr., the director of the Weir Board,", "Odd B. Brae Jr.", "director",
         "Weir Board"),
        ("Mara Vell, M.D., director of the Weir Board,", "Mara Vell", "director", "Weir Board"),
        ("United Dock Workers Secretary-Treasurer Odd Brae", "Odd Brae", "secretary-treasurer",
         "United Dock Workers"),
        ("Dock Workers Union Political Director Tim Waters", "Tim Waters", "political director",
         "Dock Workers Union"),
        ("TDU Director of Public Affairs Mara Vell", "Mara Vell", "director of Public Affairs",
         "TDU"),
        ("Ohio Sen. Mara Vell", "Mara Vell", "Sen.", ""),
        ("Crossbencher Lord Odd Brae", "Odd Brae", "crossbencher", ""),
        ("Lord Brae of Amber", "Brae", "", ""),
        ("Kelly Vell, a trucker from Amber, Mo., who likes eels,", "Kelly Vell", "trucker", ""),
        ("Kelly Vell, a trucker of Amber, Norway, who likes eels,", "Kelly Vell", "trucker", ""),
        ("Kelly Vell, a trucker of Amber, West Virginia, who drives,", "Kelly Vell", "trucker", ""),
        ("Kelly Vell, director of the Weir Board, Ohio,", "Kelly Vell", "director", "Weir Board"),
        ("Kelly Vell, director at the Weir Board in Amber, Ohio,", "Kelly Vell", "director",
         "Weir Board"),
        ("Kelly Vell, the mayor of Amber, Ohio,", "Kelly Vell", "mayor", "Amber"),
        ("Kelly Vell, dean of the Amber College of Law,", "Kelly Vell", "dean",
         "Amber College of Law"),
    ],
)  # fmt: skip
def test_a_name_has_its_suffix_and_no_office_in_it(
    source: str, name: str, role: str, organisation: str
) -> None:
    speaker = only(f"{source} said that the weir was safe.").speaker
    assert (speaker.name, speaker.role, speaker.organisation) == (name, role, organisation)


def test_a_surname_finds_the_name_with_a_suffix() -> None:
    drafts = extract("Odd Brae Jr. met Mara Vell. “It leaks,” Mr. Brae said.", DAY)
    assert [each.speaker.name for each in drafts] == ["Odd Brae Jr."]
