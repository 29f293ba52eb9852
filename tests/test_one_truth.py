"""Matrix, list, feed and files say the same of any day, and it is what plain reading says."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from positions import derivation
from positions.choices import Stance, StatementKind
from positions.models import Proposition, Stakeholder, Statement
from tests.factories import PropositionFactory, StakeholderFactory, TopicFactory, said

pytestmark = pytest.mark.django_db
FIRST = date(2018, 1, 1)
VOICES = 3
PROPOSITIONS = 2

# (voice, proposition, first day, days that it may last, stance; None: asked, and no reply)
Act = tuple[int, int, int, int, Stance | None]
acts = st.lists(
    st.tuples(
        st.integers(0, VOICES - 1),
        st.integers(0, PROPOSITIONS - 1),
        st.integers(0, 40),
        st.sampled_from([0, 0, 10]),
        st.sampled_from([None, *Stance]),
    ),
    max_size=8,
)


@pytest.fixture
def propositions() -> list[str]:
    """Their slugs; there are voices to speak on them."""
    for number in range(VOICES):
        StakeholderFactory.create(slug=f"voice-{number}")
    topic = TopicFactory.create(slug="topic")
    return [
        PropositionFactory.create(slug=f"on-{n}", topic=topic).slug for n in range(PROPOSITIONS)
    ]


def write(made: list[Act]) -> None:
    """The acts as statements, in the place of those before."""
    Statement.objects.all().delete()
    voices = list(Stakeholder.objects.filter(slug__startswith="voice-").order_by("slug"))
    propositions = list(Proposition.objects.order_by("slug"))
    ids = []
    for voice, proposition, start, length, stance in made:
        first = FIRST + timedelta(days=start)
        edtf = f"{first}/{first + timedelta(days=length)}" if length else first.isoformat()
        fields: dict[str, Any] = {"date_edtf": edtf, "derive": False}
        if stance is None:
            statement = said(voices[voice], kind=StatementKind.NO_REPLY, **fields)
            statement.asked_about.set([propositions[proposition]])
        else:
            statement = said(voices[voice], on={propositions[proposition]: stance}, **fields)
        ids.append(statement.pk)
    derivation.refresh(ids)


def plain(made: list[Act], day: date) -> dict[tuple[str, str], str]:
    """The stance of each pair on the day, from the acts alone; “no_reply” where only asked."""
    found: dict[tuple[str, str], tuple[int, int, int, str]] = {}
    for number, (voice, proposition, start, length, stance) in enumerate(made):
        if FIRST + timedelta(days=start) > day:
            continue
        pair = (f"voice-{voice}", f"on-{proposition}")
        # A position counts for more than any silence.
        rank = (-1, 0, 0, "no_reply") if stance is None else (start, start + length, number, stance)
        found[pair] = max(found.get(pair, rank), rank)
    return {pair: str(rank[3]) for pair, rank in found.items()}


def table(client: Client, address: str) -> list[dict[str, str]]:
    text = client.get(address).getvalue().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=acts, offset=st.integers(-1, 55))
def test_all_faces_of_a_day_agree_with_plain_reading(
    propositions: list[str], made: list[Act], offset: int
) -> None:
    write(made)
    day = FIRST + timedelta(days=offset)
    expected = plain(made, day)
    stances = {pair: stance for pair, stance in expected.items() if stance != "no_reply"}
    client, asked = Client(), f"as_of={day}"

    rows = client.get(f"/positions/matrix.json?{asked}").json()["results"]
    assert {
        (row["organisation"]["slug"], cell["proposition"]["slug"]): cell["stance"] or cell["state"]
        for row in rows
        for cell in row["cells"]
        if cell["state"] != "nothing"
    } == expected
    assert {
        (row["organisation"], slug): row[slug]
        for row in table(client, f"/positions/matrix.csv?{asked}")
        for slug in propositions
        if row[slug] != "nothing"
    } == expected
    page = client.get(f"/positions/?{asked}").text
    drawn = page[: page.find('<div class="stacked">')]
    assert set(
        re.findall(r"evidence/\?organisation=([\w-]+)&amp;proposition=([\w-]+)", drawn)
    ) == set(expected)

    listed = client.get(f"/positions.json?{asked}").json()["results"]
    assert {
        (row["holder"]["slug"], row["proposition"]["slug"]): row["stance"] for row in listed
    } == stances
    assert {
        (row["holder"], row["proposition"]): row["stance"]
        for row in table(client, f"/positions.csv?{asked}")
    } == stances
    feed = client.get(f"/positions.atom?{asked}").text
    assert feed.count("<entry>") == len(stances)

    for proposition in propositions:
        counts = client.get(f"/propositions.json?{asked}").json()["results"]
        [holders] = [each["holders"] for each in counts if each["slug"] == proposition]
        for stance in Stance:
            n = sum(pair[1] == proposition and held == stance for pair, held in stances.items())
            assert holders[stance] == n
