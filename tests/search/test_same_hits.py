"""What the index of words finds is what reading every text finds, whatever is typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from unittest.mock import patch

from django.db.models import Model, QuerySet
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from positions import search
from positions.choices import Stance
from positions.models import IndexEntry, Proposition, Source, Stakeholder, Topic
from positions.search import matching
from positions.words.folding import folded
from tests.factories import (
    AliasFactory,
    PropositionFactory,
    SourceFactory,
    StakeholderFactory,
    TopicFactory,
    said,
)

# Few words, so that some are met; what indexes have a meaning of their own for; anything at all.
WORDS = st.sampled_from(
    ["an", "law", "laws", "lawful", "e-mail", "email", "E mail", "don’t", "U.S.", "Société", "ﬁne"]
)
MARKS = st.sampled_from(
    [
        "AND",
        "NOT",
        "NEAR(",
        "*",
        "^",
        '"',
        "'",
        "\\",
        ":*",
        "(",
        ")",
        "-",
        "¶",
        "§",
        "“",
        "”",
        "&|!",
    ]
)
ANYTHING = st.text(st.characters(exclude_characters="\0"), max_size=8)
WHATEVER = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=8)
TEXTS = st.lists(WORDS | MARKS | WHATEVER, max_size=6).map(lambda some: " ".join(["the", *some]))
PHRASES = st.lists(WORDS, min_size=1, max_size=3).map(lambda words: f'"{" ".join(words)}"')
TYPED = st.lists(
    WORDS | PHRASES | MARKS | ANYTHING | WORDS.map("-{}".format) | PHRASES.map("-{}".format),
    min_size=1,
    max_size=4,
).map(" ".join)


def read_through(texts: Iterable[str], query: search.Query) -> bool:
    """Whether the texts of one object, each read from end to end, have what is looked for."""
    whole = folded(list(texts))
    return all(any(form in whole for form in term.patterns) for term in query.sought) and not any(
        form in whole for term in query.excluded for form in term.patterns
    )


class TestHits(TestCase):
    """A few objects of each noun, with whatever texts, and whatever is typed."""

    @given(st.lists(TEXTS, min_size=9, max_size=9), st.lists(TYPED, min_size=8, max_size=8))
    @example(["the law"] * 9, ['"' * 1000, "law* ^law NEAR(law law) folded:law l\udc00aw"])
    @example(["the law and the e-law"] * 9, ['"law and" -"law law"', '"the elaw"', "elaw -e"])
    @example(["x" * 300] * 9, ["x" * 300, "x" * 200, "x" * 199])
    def test_hits_are_those_that_reading_gives(self, texts: list[str], typed: list[str]) -> None:
        title, words, summary, name, other, sentence, label, why, byline = texts
        topic = TopicFactory.create(name=why[:120], description=summary)
        on = PropositionFactory.create(
            topic=topic, text=sentence, short_label=label[:60], why_it_matters=why
        )
        voice = StakeholderFactory.create(name=name[:200], abbreviation=byline[:30])
        AliasFactory.create(stakeholder=voice, name=other[:200])
        source = SourceFactory.create(title=title, byline=byline[:200], publisher=voice)
        spoken = said(
            voice, on={on: Stance.OPPOSES}, words=words, title=title[:200], summary=summary
        )
        silent = said(words=summary, title=words[:200])
        nobody = silent.attributions.get().stakeholder

        kind = "Press statement"
        names = [voice.name, voice.abbreviation, other[:200]]
        spoken_texts = [spoken.title, words, summary, kind, *names, sentence, on.short_label]
        silent_texts = [silent.title, summary, kind, nobody.name]
        everything: list[tuple[Any, QuerySet[Any], dict[Model, list[str]]]] = [
            (search.stakeholders, Stakeholder.objects.all(), {voice: names, nobody: [nobody.name]}),
            (search.topics, Topic.objects.all(), {topic: [topic.name, summary]}),
            (
                search.propositions,
                Proposition.objects.all(),
                {on: [sentence, on.short_label, why]},
            ),
            (
                search.sources,
                Source.objects.filter(pk=source.pk),
                {source: [title, source.byline, *names]},
            ),
            (
                search.statements,
                IndexEntry.objects.order_by().values_list("statement", flat=True),
                {spoken: spoken_texts, silent: silent_texts},
            ),
        ]
        for each in typed:
            query = search.read(each)
            for bound in (matching.MOST_NAMED, 0):
                with patch.object(matching, "FEW", 0), patch.object(matching, "MOST_NAMED", bound):
                    hits = search.statements(IndexEntry.objects.order_by(), search.read(each))
                    found = set(hits.values_list("statement", flat=True))
                texts_of = everything[-1][-1]
                assert found == {
                    row.pk for row, its in texts_of.items() if read_through(its, query)
                }, (each, bound)
            for narrowed, rows, texts_of in everything:
                found = narrowed(rows, query)
                if rows.model is not IndexEntry:
                    found = found.values_list("pk", flat=True)
                assert set(found) == {
                    row.pk for row, its in texts_of.items() if read_through(its, query)
                }, (each, narrowed)
