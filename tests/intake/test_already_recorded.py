"""The same words of the same speaker at about that time are known again; nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from random import Random
from typing import Any

import pytest

from positions.choices import Stance, StatementKind, WorkflowState
from positions.dates import parse
from positions.intake.already_recorded import ALIKE, FEWEST_TO_COMPARE, duplicates
from positions.intake.card import Card, Words
from positions.models import Stakeholder
from positions.quoting import similarity
from tests.extraction.gold.reader import articles
from tests.factories import PropositionFactory, StakeholderFactory, said
from tests.intake.cards import card

WORDS = "We ask that no example system be sold to any government."
DAY = parse("2019-03-04")


def speaking(words: str, **fields: Any) -> Card:
    return card(1, words=[Words(0, len(words), words, words)], **fields)


def found(holder: Stakeholder, made: Card) -> list[str]:
    return [each.statement.title for each in duplicates([made], {1: {holder.pk}}, DAY).values()]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "words",
    [
        WORDS,
        "we ask that no example-system be sold to any government",
        "no example system be sold",
        "We ask that no other example system be sold to any government anywhere.",
    ],
)
@pytest.mark.parametrize("state", [WorkflowState.PUBLISHED, WorkflowState.DRAFT])
def test_the_same_words_are_known_however_they_are_quoted(words: str, state: str) -> None:
    holder = StakeholderFactory.create()
    said(holder, words=WORDS, date_edtf="2019-03", title="Known", state=state)
    assert found(holder, speaking(words)) == ["Known"]


@pytest.mark.django_db
def test_what_differs_is_shown_word_by_word() -> None:
    holder = StakeholderFactory.create()
    said(holder, words=WORDS, date_edtf="2019-03")
    (duplicate,) = duplicates(
        [speaking(WORDS.replace("no", "not one"))], {1: {holder.pk}}, DAY
    ).values()
    assert [(each.kind, each.text.strip()) for each in duplicate.segments][1:3] == [
        ("only_a", "no"),
        ("only_b", "not one"),
    ]


@pytest.mark.django_db
def test_another_speaker_another_time_and_a_few_words_are_no_double() -> None:
    holder, other = StakeholderFactory.create(), StakeholderFactory.create()
    on = {PropositionFactory.create(): Stance.OPPOSES}
    said(other, on=on, words=WORDS, date_edtf="2019-03")
    said(holder, on=on, words=WORDS, date_edtf="2019-05")
    said(holder, words="That is weak.", date_edtf="2019-03")
    said(holder, words=WORDS, date_edtf="2019-03", state=WorkflowState.WITHDRAWN)
    assert found(holder, speaking(WORDS)) == []
    assert found(holder, speaking("weak")) == []


@pytest.mark.django_db
def test_a_paraphrase_and_a_silence_are_compared_with_nothing() -> None:
    holder = StakeholderFactory.create()
    said(holder, words=WORDS, date_edtf="2019-03")
    assert found(holder, speaking(WORDS, quotation="paraphrase")) == []
    assert found(holder, speaking(WORDS, kind=StatementKind.NO_REPLY, quotation="paraphrase")) == []


def quoted() -> list[tuple[str, str]]:
    """All quoted passages of the gold articles, with whose they are in which article."""
    return [
        (f"{article.name} {statement.speaker}", each.of(article.text))
        for article in articles("development")
        for statement in article.statements
        if statement.kind in ("direct", "mixed")
        for each in statement.passages
        if len(each.of(article.text).split()) >= 2 * FEWEST_TO_COMPARE
    ]


def retold(words: list[str], random: Random) -> Iterator[list[str]]:
    """The same words as others may quote them: one changed, one left out, a half, an omission."""
    place = random.randrange(1, len(words) - 1)
    third = len(words) // 3
    yield [*words[:place], "other", *words[place + 1 :]]
    yield [*words[:place], *words[place + 1 :]]
    yield words[: len(words) // 2]
    yield [*words[:third], "…", *words[-third:]]


def test_the_threshold_parts_what_is_quoted_otherwise_from_what_is_different() -> None:
    random = Random(2)
    passages = quoted()
    pairs = [pair for pair in combinations(passages, 2) if pair[0][0] != pair[1][0]]
    different = [similarity(x[1], y[1]) for x, y in random.sample(pairs, 600)]
    same = [
        similarity(words, " ".join(each))
        for _, words in passages[:120]
        for each in retold(words.split(), random)
    ]
    assert max(different) < ALIKE < min(same)
