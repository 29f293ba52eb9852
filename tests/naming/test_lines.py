"""Each line of a pasted list names somebody known, several, or nobody."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from positions.models.names import all_names
from positions.naming import Named, Names, fold
from positions.naming.lines import read_lines
from tests.factories import (
    AliasFactory,
    StakeholderFactory,
)

UNION = Named(1, "Example Liberties Union", "elu", False)
CAFE = Named(2, "Café Société", "cafe", False)
WORKS = Named(3, "The Works & Sons, Inc.", "works", False)
ELSE = Named(4, "Example Elsewhere, North", "north", False)
JANE = Named(5, "Jane Example", "jane", True)
TWIN = Named(6, "Example Works", "twin", False)


def names() -> Names:
    known = Names()
    known.add(UNION, UNION.name, "ELU", "Liberties")
    for each in (CAFE, WORKS, ELSE, JANE, TWIN):
        known.add(each, each.name)
    known.add(WORKS, "Example Works")
    return known


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Example Liberties Union", UNION),
        ("ELU", UNION),
        ("Liberties", UNION),
        ("  12. the example liberties union", UNION),
        ("• CAFE SOCIETE", CAFE),
        ("Works and Sons", WORKS),
        ("Works & Sons Incorporated", WORKS),
        ("Example Elsewhere, North", ELSE),
        ("Jane Example, senior counsel, Example Liberties Union", JANE),
        ("Jane Example – Example Liberties Union", JANE),
        ("Jane Example (ELU)", JANE),
        ("Example Works [twin]", TWIN),
    ],
)
def test_line_matches_however_the_name_is_written(line: str, named: Named) -> None:
    (read,) = read_lines(line, names())
    assert read.match == named


@pytest.mark.parametrize(
    ("line", "near"),
    [
        ("Example Liberties Union – North", UNION),
        ("ELU, Northern chapter", UNION),
        ("ELU | staff union", UNION),
        ("Example Liberties Union (staff)", UNION),
        ("Example, Jane", JANE),
        ("Liberties, Anita", UNION),
        ("Jane Example, Jr.", JANE),
        ("Jane Example, Jr., Example Liberties Union", JANE),
        ("Jane Example, director", JANE),
        ("Jane Example, ELU, Northern chapter", JANE),
        ("Jane Exemple", JANE),
        ("Cafe Societ", CAFE),
    ],
)
def test_a_part_of_a_name_is_never_the_name_but_offered(line: str, near: Named) -> None:
    (read,) = read_lines(line, names())
    assert read.candidates == ()
    assert near in read.near


def test_a_name_with_another_of_the_same_in_brackets_is_that_one() -> None:
    same, other = read_lines("Example Liberties Union (ELU)\nCafé Société (ELU)", names())
    assert same.match == UNION
    assert other.match is None


def test_organisation_behind_a_person_is_read() -> None:
    (read,) = read_lines("Jane Example, senior counsel, Example Liberties Union", names())
    assert read.organisation == UNION


def test_name_of_two_is_ambiguous_and_of_none_unknown() -> None:
    both, none = read_lines("Example Works\nNobody at All, Example Liberties Union", names())
    assert {each.pk for each in both.candidates} == {WORKS.pk, TWIN.pk}
    assert both.match is None
    assert none.candidates == ()


@given(st.text(), st.sampled_from([UNION, CAFE, ELSE, JANE]))
def test_no_line_is_lost_whatever_is_pasted(pasted: str, named: Named) -> None:
    lines = read_lines(f"{pasted}\n{named.name}", names())
    wanted = [line.strip() for line in pasted.splitlines() if line.strip()]
    assert [line.text for line in lines] == [*wanted, named.name]
    assert lines[-1].match == named


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll", "Nd"]), min_size=1))
def test_case_and_punctuation_do_not_matter(word: str) -> None:
    assert fold(f"The  {word.upper()}, Inc.") == fold(f"{word.upper()} inc")


def test_reading_many_lines_costs_one_query(db: None) -> None:
    many = StakeholderFactory.create_batch(40)
    AliasFactory.create(stakeholder=many[0], name="An Alias")
    with CaptureQueriesContext(connection) as run:
        lines = read_lines("\n".join(each.name for each in many), all_names())
    assert len(run) == 1
    assert all(line.match for line in lines)


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("Red Example Collective*", "Red Example Collective"),
        ("Example Watch Project;", "Example Watch Project"),
        ("Prof. Dora Example1 (in a capacity)", "Prof. Dora Example (in a capacity)"),
        ("Carl Example², St. Anne's", "Carl Example, St. Anne's"),
        ("*† Green Example 2 ‡", "Green Example 2"),
        ("Web3", "Web3"),
        ("Agenda 2030", "Agenda 2030"),
        ("Example.org", "Example.org"),
        ("***", "***"),
    ],
)
def test_marks_of_footnotes_are_no_part_of_a_name(line: str, printed: str) -> None:
    (read,) = read_lines(line, names())
    assert (read.text, read.printed) == (line, printed)


def test_a_known_name_is_found_with_a_footnote_behind() -> None:
    assert [each.match for each in read_lines("Jane Example2\nELU*;", names())] == [JANE, UNION]


def test_the_unknown_lines_of_a_list_are_held_against_each_other() -> None:
    called = [
        (each.called.name, each.called.abbreviation, each.called.like)
        for each in read_lines(
            "EBW\nElectronic Blue Watch (EBW)\nELECTRONIC BLUE WATCH\n"
            "Association for Blue\nAssocation for Blue\nBlue Local 12\nBlue Local 13\n"
            "Alpha Blue Council (ABC)\nABC (Another Blue Council)\nABC",
            names(),
        )
    ]
    assert called[:3] == [("Electronic Blue Watch", "EBW", ())] * 3
    assert called[3:7] == [
        ("Association for Blue", "", ()),
        ("Assocation for Blue", "", ("Association for Blue",)),
        ("Blue Local 12", "", ()),
        ("Blue Local 13", "", ()),
    ]
    assert called[7:] == [
        ("Alpha Blue Council", "ABC", ()),
        ("Another Blue Council", "ABC", ("Alpha Blue Council",)),
        ("ABC", "", ("Alpha Blue Council", "Another Blue Council")),
    ]


letters = st.text(alphabet="abc ", min_size=5, max_size=9).filter(lambda text: text == fold(text))


@given(st.lists(letters, max_size=6, unique=True))
def test_a_slip_of_the_hand_is_the_same_among_lines_as_against_those_known(
    listed: list[str],
) -> None:
    known = Names()
    read = read_lines("\n".join(listed), Names())
    for place, (name, line) in enumerate(zip(listed, read, strict=True)):
        near = {each.name for each in known.misprinted(name)}
        assert set(line.called.like) == near or len(near) == len(line.called.like) == 4
        known.add(Named(place, name, str(place), False), name)
