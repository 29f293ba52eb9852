"""How what is typed is read: words, phrases, what is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.search import Query, read


def begins(*forms: str) -> tuple[str, ...]:
    return tuple(f" {form}" for form in forms)


def whole(*forms: str) -> tuple[str, ...]:
    return tuple(f" {form} " for form in forms)


FACE, AMAZON, LAW = (begins(word) + whole(f"≈{word}") for word in ("face", "amazon", "law"))
POLICE = begins("police") + whole("polic", "≈polic")
PHRASE = whole("facial recognition")


@pytest.mark.parametrize(
    ("typed", "sought", "excluded"),
    [
        ("face Amazon", [FACE, AMAZON], []),
        ("misusing", [begins("misusing") + whole("misus", "≈misus")], []),
        ("e-mail", [begins("e mail", "email") + whole("≈email")], []),
        ("“facial recognition”", [PHRASE], []),
        ('"one" «two»', [whole("one"), whole("two")], []),
        ("law -police", [LAW], [POLICE]),
        ('-"facial recognition" law', [LAW], [PHRASE]),
        ("law --police", [LAW], [POLICE]),
        ('law-"police"', [LAW, whole("police")], []),
        ("law - police", [LAW, POLICE], []),
        ("law law -law", [LAW], [LAW]),
        ("“law closed", [LAW, begins("closed") + whole("close", "≈close")], []),
        ("law OR police OR face", [LAW + POLICE + FACE], []),
        ("law OR", [LAW], []),
        ("-law OR police", [POLICE], [LAW]),
        ("what is the law on this", [LAW], []),
        (
            "who is it",
            [
                begins("who") + whole("≈who"),
                begins("is") + whole("≈is"),
                begins("it") + whole("≈it"),
            ],
            [],
        ),
        ("law -the", [LAW], [begins("the") + whole("≈the")]),
        ("99% 99 %", [whole("99％")], []),
        ("§ 230, §230", [whole("‖230")], []),
        ("C++ (c#)", [whole("c＋＋"), whole("c＃")], []),
        ("AT&T", [whole("att")], []),
        ("U.S. A.C.L.U", [whole("u s"), whole("a c l u", "aclu")], []),
        ("– … ''", [], []),
    ],
)
def test_what_is_typed_is_read_as_it_is_meant(
    typed: str, sought: list[tuple[str, ...]], excluded: list[tuple[str, ...]]
) -> None:
    query = read(typed)
    assert [each.patterns for each in query.sought] == sought
    assert [each.patterns for each in query.excluded] == excluded


def test_function_words_alone_are_looked_for_only_where_nothing_else_is() -> None:
    assert read("who is it", by_itself=False) == Query()
    assert read("who is police", by_itself=False) == read("who is police")


@given(st.text(st.characters()))
def test_patterns_are_words_with_spaces_and_nothing_else(typed: str) -> None:
    for each in read(typed).terms:
        for pattern in each.patterns:
            assert pattern.startswith(" ")
            assert pattern.endswith(" ") or not each.whole
            assert all(mark.isalnum() or not mark.isascii() for mark in pattern.replace(" ", ""))


def test_a_query_is_typed_as_it_was_less_what_is_taken_from_it() -> None:
    query = read('amazn “stop selling” -plead -"an end"')
    assert query.typed == 'amazn "stop selling" -plead -"an end"'
    amazn, _, plead, _ = query.terms
    assert query.without(amazn, plead).typed == '"stop selling" -"an end"'
    assert read(query.typed) == query
