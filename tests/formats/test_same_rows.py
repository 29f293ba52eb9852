"""Page, JSON, CSV and a plain reading of the statements agree, whatever is asked."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.test import Client
from django.utils.http import urlencode
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from positions.choices import QuotationKind, Stance, StatementKind
from positions.dates import parse
from positions.models import Stakeholder, Statement
from tests.cast import Cast

Query = dict[str, list[str]]
ONE_OF = {
    "organisation": ["aclu", "amazon", "cbc", "example-herald"],
    "organisation_kind": ["advocacy", "company", "caucus", "agency"],
    "person": ["guliani", "rivera"],
    "topic": ["faces", "robots"],
    "proposition": ["sales", "law", "toys"],
    "stance": [str(stance.value) for stance in Stance],
    "kind": [str(kind.value) for kind in StatementKind],
    "source": ["article", "letter"],
}
DATES = ["2017", "2018-05", "2018-05-24", "2018-06~", "2018-06-18/2019", "../2018", "2019/.."]
WORDS = ["act", "it", "weak", "AMAZON", "civil", "it civil", "giuliani", "zebra"]


@st.composite
def queries(draw: st.DrawFn) -> Query:
    keys = draw(st.lists(st.sampled_from([*ONE_OF, "from", "until", "q", "verbatim"]), max_size=3))
    found: Query = {}
    for key in keys:
        if key in ONE_OF:
            values = st.lists(st.sampled_from(ONE_OF[key]), min_size=1, max_size=2, unique=True)
            found[key] = draw(values)
        elif key == "verbatim":
            found[key] = ["1"]
        else:
            found[key] = [draw(st.sampled_from(WORDS if key == "q" else DATES))]
    return found


def rows(statement: Statement) -> Iterator[tuple[Stakeholder, str, str, str]]:
    """(voice, topic, proposition, stance) for each voice and each subject, by plain reading."""
    subjects = {
        (judged.proposition.topic.slug, judged.proposition.slug, judged.stance)
        for judged in statement.assessments.all()
    } | {(asked.topic.slug, asked.slug, "") for asked in statement.asked_about.all()}
    if statement.topic and statement.topic.slug not in {topic for topic, _, _ in subjects}:
        subjects.add((statement.topic.slug, "", ""))
    for attribution in statement.attributions.all():
        for voice in (attribution.stakeholder, attribution.on_behalf_of):
            if voice:
                for subject in subjects or {("", "", "")}:
                    yield voice, *subject


def names(voice: Stakeholder) -> str:
    known = [voice.name, voice.abbreviation, *(alias.name for alias in voice.aliases.all())]
    return "\n".join(known).lower()


def meets(statement: Statement, query: Query) -> bool:
    """Whether the statement meets the query, worked out without the index and without SQL."""
    all_rows = list(rows(statement))
    texts = [statement.title, statement.summary, *(q.exact for q in statement.quotations.all())]
    for word in query.get("q", [""])[0].lower().split():
        named = any(word in names(voice) for voice, *_ in all_rows)
        if not named and not any(word in text.lower() for text in texts):
            return False
    if "kind" in query and statement.kind not in query["kind"]:
        return False
    sources = {quotation.source.slug for quotation in statement.quotations.all()}
    if "source" in query and not sources & set(query["source"]):
        return False
    kinds = {quotation.kind for quotation in statement.quotations.all()}
    if "verbatim" in query and kinds <= {QuotationKind.PARAPHRASE}:
        return False
    if "person" in query and not any(v.slug in query["person"] for v, *_ in all_rows):
        return False
    since = parse(query["from"][0]).earliest if "from" in query else None
    until = parse(query["until"][0]).latest if "until" in query else None
    if (statement.latest or date.max) < (since or date.min):
        return False
    if (statement.earliest or date.min) > (until or date.max):
        return False
    return any(
        ("organisation" not in query or voice.slug in query["organisation"])
        and ("organisation_kind" not in query or voice.kind in query["organisation_kind"])
        and ("topic" not in query or topic in query["topic"])
        and ("proposition" not in query or proposition in query["proposition"])
        and ("stance" not in query or stance in query["stance"])
        for voice, topic, proposition, stance in all_rows
    )


@pytest.fixture
def published(cast: Cast) -> list[Statement]:
    """The statements, with all that ``meets`` reads of them."""
    found = Statement.objects.published().select_related("topic")
    return list(
        found.prefetch_related(
            "quotations__source",
            "attributions__stakeholder__aliases",
            "attributions__on_behalf_of__aliases",
            "assessments__proposition__topic",
            "asked_about__topic",
        )
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=queries(), sort=st.sampled_from(["", "oldest", "added", "title"]))
def test_all_formats_give_the_statements_that_meet_the_query(
    published: list[Statement], query: Query, sort: str
) -> None:
    asked = urlencode({**query, **({"sort": [sort]} if sort else {})}, doseq=True)
    client = Client()
    listed = client.get(f"/statements.json?{asked}")
    if listed.status_code == 400:  # a span that ends before it begins
        assert "from" in query
        assert "until" in query
        assert client.get(f"/statements/?{asked}").status_code == 400
        return
    as_json = [result["slug"] for result in listed.json()["results"]]
    file = client.get(f"/statements.csv?{asked}").getvalue()
    table = csv.DictReader(io.StringIO(file.decode("utf-8-sig")))
    page = client.get(f"/statements/?{asked}", follow=True)
    feed = client.get(f"/statements.atom?{asked}").content.decode()

    expected = {statement.slug for statement in published if meets(statement, query)}
    assert set(as_json) == expected
    assert len(as_json) == len(expected) == listed.json()["total"]
    assert [row["slug"] for row in table] == as_json
    links = re.findall(r'href="/statements/([^/"]+)/["#]', page.content.decode())
    assert list(dict.fromkeys(links)) == as_json
    entries = re.findall(r'<link href="http://testserver/statements/([^/"]+)/"', feed)
    assert sorted(entries) == sorted(as_json)
    if sort:
        assert entries == as_json
