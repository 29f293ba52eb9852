"""Fifty questions that people ask of the two articles: where the statement meant stands."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from django.test import Client

from positions.filters import PAGE_SIZE

QUESTIONS = Path(__file__).with_name("questions.csv")
MOST_RANK = 3


@pytest.mark.django_db
@pytest.mark.usefixtures("loaded_articles")
def test_of_fifty_questions_nearly_all_find_what_was_meant_and_most_at_once() -> None:
    ranks = {}
    for row in csv.DictReader(QUESTIONS.read_text(encoding="utf-8").splitlines()):
        found = Client().get("/search.json", {"q": row["question"]}).json()
        slugs = [each["slug"] for each in found["statements"]]
        assert len(slugs) <= PAGE_SIZE
        meant = row["statement"]
        ranks[row["question"]] = slugs.index(meant) + 1 if meant in slugs else 0
    assert len(ranks) == 50
    assert sum(map(bool, ranks.values())) >= 45, ranks
    assert sum(0 < rank <= MOST_RANK for rank in ranks.values()) >= 43, ranks
