"""How what is typed is read: words, phrases, what is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.search import Query, Term, read


def term(*forms: str, whole: bool = False) -> Term:
    return Term(forms, whole)


@pytest.mark.parametrize(
    ("typed", "sought", "excluded"),
    [
        ("face Amazon", [term("face"), term("amazon")], []),
        ("e-mail", [term("e mail", "email")], []),
        ("“face recognition”", [term("face recognition", whole=True)], []),
        ('"one" «two»', [term("one", whole=True), term("two", whole=True)], []),
        ("law -police", [term("law")], [term("police")]),
        ('-"facial recognition" law', [term("law")], [term("facial recognition", whole=True)]),
        ("law --police", [term("law")], [term("police")]),
        ('law-"police"', [term("law"), term("police", whole=True)], []),
        ("law - police", [term("law"), term("police")], []),
        ("law law -law", [term("law")], [term("law")]),
        ("“never closed", [term("never"), term("closed")], []),
        ("NOT OR AND", [term("not"), term("or"), term("and")], []),
        ("– … ''", [], []),
    ],
)
def test_what_is_typed_is_read_as_it_is_meant(
    typed: str, sought: list[Term], excluded: list[Term]
) -> None:
    assert read(typed) == Query(tuple(sought), tuple(excluded))


@given(st.text(st.characters()))
def test_patterns_are_words_with_spaces_and_nothing_else(typed: str) -> None:
    for each in read(typed).terms:
        for pattern in each.patterns:
            assert pattern.endswith(" ") == each.whole
            assert all(word.isalnum() for word in pattern.split())


def test_a_query_is_typed_as_it_was_less_what_is_taken_from_it() -> None:
    query = read('amazn “stop selling” -plead -"an end"')
    assert query.typed == 'amazn "stop selling" -plead -"an end"'
    amazn, _, plead, _ = query.terms
    assert query.without(amazn, plead).typed == '"stop selling" -"an end"'
    assert read(query.typed) == query
