"""What is typed, read as a person means it: conditions and words."""

from __future__ import annotations

from itertools import chain

import pytest

from positions.search import recognise
from tests.cast import Cast
from tests.factories import StakeholderFactory
from tests.queries import counted

pytestmark = pytest.mark.usefixtures("cast")

KEYS = ("organisation", "from", "until", "stance")
AMAZON, ACLU = ("organisation", "amazon"), ("organisation", "aclu")
GULIANI = ("person", "guliani")
IN_2018 = (("from", "2018"), ("until", "2018"))
LETTERS = (("kind", "letter"), ("kind", "open_letter"))
SUPPORT = (("stance", "supports"), ("stance", "strongly_supports"))
OPPOSE = (("stance", "opposes"), ("stance", "strongly_opposes"))


@pytest.mark.parametrize(
    ("typed", "conditions", "words"),
    [
        ("amazon misuse 2018", [AMAZON, *IN_2018], "misuse"),
        ("What does Amazon’s say?", [AMAZON], "What does say?"),
        ("the american civil liberties union, amazon", [ACLU, AMAZON], ""),
        ("amazon and ACLU", [AMAZON, ACLU], "and"),
        ("amazon OR aclu", [AMAZON, ACLU], ""),
        ("amazon OR misuse", [], "amazon OR misuse"),
        ("amazon aclu", [AMAZON], "aclu"),
        ("aclu to amazon", [ACLU], "to amazon"),
        ("about amazon", [], "about amazon"),
        ("giuliani", [GULIANI], ""),
        ("june 2018", [("from", "2018-06"), ("until", "2018-06")], ""),
        ("since may 2018", [("from", "2018-05")], ""),
        ("before 2019", [("until", "2018-12-31")], ""),
        ("2018 law 2016", [("from", "2016"), ("until", "2018")], "law"),
        ("may 230", [], "may 230"),
        ("amazon letters", [AMAZON, *LETTERS], ""),
        ("free speech report", [], "free speech report"),
        ("who opposes sales", OPPOSE, "who sales"),
        ("amazon supports law", [AMAZON, *SUPPORT], "law"),
        ("against amazon", [], "against amazon"),
        ("amazon does not support law", [AMAZON], "does not support law"),
        ("amazon didn’t oppose it", [AMAZON], "didn’t oppose it"),
        ("ORGANISATION:aclu", [ACLU], ""),
        ('"amazon" -2018', [], '"amazon" -2018'),
        ("organisation:aclu from:2018", [ACLU, ("from", "2018")], ""),
        ('organisation:"Civil Liberties" x', [("organisation", "Civil Liberties")], "x"),
        ("colour:red from:", [], "colour:red from:"),
        ("amazon can't support it", [AMAZON], "can't support it"),
        ("amazon vs. ACLU", [AMAZON, ACLU], "vs."),
    ],
)
def test_names_times_kinds_and_stances_are_conditions(
    typed: str, conditions: list[tuple[str, str]], words: str
) -> None:
    reading = recognise(typed, KEYS)
    found = [(key, value) for key, values in reading.conditions.items() for value in values]
    assert found == list(conditions)
    assert reading.words == words


@pytest.mark.parametrize(
    ("typed", "named"),
    [
        ("misuse -organisation:amazon", "-organisation:amazon"),
        ('-organisation:"Civil Liberties"', '-organisation:"Civil Liberties"'),
        ("2018 OR 2021", "2018 OR 2021"),
        ("law since 2019 OR before 2017", "since 2019 OR before 2017"),
        ("organisation:aclu OR misuse", "organisation:aclu OR misuse"),
        ("stance:opposes OR organisation:aclu", "stance:opposes OR organisation:aclu"),
    ],
)
def test_what_would_be_left_out_of_a_reading_is_refused_by_its_words(
    typed: str, named: str
) -> None:
    assert [part.typed for part in recognise(typed, KEYS).parts if part.refused] == [named]


@pytest.mark.parametrize(
    "typed", ["-amazon 2018", "-2018", "organisation:aclu OR amazon", "-colour:red", "2018 OR law"]
)
def test_what_can_be_read_is_not_refused(typed: str) -> None:
    assert not [part for part in recognise(typed, KEYS).parts if part.refused]


def test_who_is_called_alike_is_one_or_the_other(cast: Cast) -> None:
    StakeholderFactory.create(name="AMAZON", slug="other")
    assert recognise("amazon", KEYS).conditions == {"organisation": ["other", "amazon"]}
    assert recognise("Amazon", KEYS).conditions == {"organisation": ["amazon"]}


def test_whom_readers_do_not_see_is_no_condition(cast: Cast) -> None:
    StakeholderFactory.create(name="Zebra", released=False)
    assert not recognise("zebra", KEYS).conditions


def test_the_beginning_of_a_longer_name_is_a_word(cast: Cast) -> None:
    StakeholderFactory.create(name="Amazon shareholders, resolution of 2019")
    assert not recognise("amazon shareholders", KEYS).conditions
    assert recognise("amazon shareholding", KEYS).conditions


def test_less_and_less_is_read_as_conditions(cast: Cast) -> None:
    reading = recognise("aclu letter 2018 from:2017", KEYS)
    keys = [set(chain.from_iterable(part.keys for part in each.parts)) for each in reading.others()]
    assert keys == [{"organisation", "from", "until"}, {"from", "until"}, {"from"}]


def test_what_is_typed_costs_three_queries_however_long_it_is(cast: Cast) -> None:
    for typed in ("amazon misuse", " ".join(["amazon misuse in 2018 and the aclu"] * 9)):
        with counted() as queries:
            recognise(typed, KEYS)
        assert queries.n == 3
    with counted() as queries:
        recognise("misuse", KEYS)
    assert queries.n == 1
