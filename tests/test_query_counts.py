"""How many queries each public page costs: as written in query_counts.json, however many rows.

After a change that is meant to change them, record them anew and read the difference:
RECORD_QUERY_COUNTS=1 .venv/bin/python -m pytest tests/test_query_counts.py
"""

from __future__ import annotations

import json
import os
from importlib import import_module
from itertools import cycle
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from positions import derivation
from positions.choices import AffiliationKind, Capacity, Stance, StatementKind
from positions.formats import as_csv
from positions.formats.files import FORMATS
from positions.models import Statement
from positions.views.declarations import DECLARATIONS
from positions.views.sitemaps import SECTIONS
from tests.factories import (
    AffiliationFactory,
    AliasFactory,
    AssessmentFactory,
    AttributionFactory,
    ChallengeFactory,
    CorrectionFactory,
    PersonFactory,
    PropositionFactory,
    QuotationFactory,
    ReplyFactory,
    SourceFactory,
    StakeholderFactory,
    StatementFactory,
    TopicFactory,
)

RECORDED = Path(__file__).with_name("query_counts.json")
FILTERED = (
    "/statements/?organisation=organisation-0",
    "/statements/?organisation=organisation-0&stance=opposes&topic=topic-0&q=example",
    "/statements/?organisation=organisation-0&person=person-0&source=source-0&kind=email",
    "/organisations/?proposition=proposition-0&stance=opposes",
    "/positions/list/?organisation=organisation-0&as_of=2019-01-01",
    "/positions/",
    "/positions/?with=organisation-0&group=kind&as_of=2019-01-01",
    "/positions/matrix.json",
    "/positions/matrix.csv",
    "/positions/evidence/?organisation=organisation-0&proposition=proposition-0",
    "/shifts/?organisation=organisation-0&direction=towards_opposition&from=2018&q=example",
    "/positions/changes/?from=2018-01-01&until=2019-01-01&organisation=organisation-0&q=example",
    "/corrections/?organisation=organisation-0&person=person-0&kind=corrected&from=2018",
    *(
        f"/compare{form}?organisation=organisation-0&organisation=organisation-1&person=person-1"
        for form in ("/", ".json", ".csv")
    ),
)
TIMELINES = (
    "/timeline/",
    "/timeline/?organisation=organisation-0&proposition=proposition-0&from=2018&until=2019",
    "/timeline/?from=1990&until=1991",
    "/propositions/?organisation=organisation-0&stance=opposes",
    "/people/?organisation=organisation-0",
    "/positions/?organisation=organisation-0&as_of=2019-01-01",
)
DETAILS = (
    "/statements/hub/",
    "/statements/hub/names/",
    "/statements/hub/cite.bib",
    "/statements/hub/cite.json",
    "/statements/hub/cite.ris",
    "/statements/hub/report/",
    "/statements/hub/embed/",
    "/statements/hub/card.png",
    "/propositions/proposition-0/embed/",
    "/propositions/proposition-0/card.png",
    *(f"/organisations/organisation-0/{card}" for card in ("embed/", "card.png")),
    *(f"/topics/topic-0/{card}" for card in ("embed/", "card.png")),
    "/compare/card.png?organisation=organisation-0&organisation=organisation-1",
    "/oembed.json?url=http%3A%2F%2Ftestserver%2Fstatements%2Fhub%2F",
    "/oembed.json?url=http%3A%2F%2Ftestserver%2Fpropositions%2Fproposition-0%2F",
    "/statements/hub/exchange/",
    "/statements/last/exchange/",
    "/statements/last/",
    "/organisations/organisation-0/",
    "/people/person-0/",
    "/propositions/proposition-0/",
    "/topics/topic-0/",
    "/sources/source-0/",
    "/statements/hub.json",
    "/organisations/organisation-0.json",
    "/people/person-0.json",
    "/propositions/proposition-0.json",
    "/topics/topic-0.json",
    "/sources/source-0.json",
)
PAGES = (
    "/",
    *(declared.url for declared in DECLARATIONS),
    *(f"/{declared.plural}.{suffix}" for declared in DECLARATIONS for suffix in FORMATS),
    *FILTERED,
    *TIMELINES,
    *DETAILS,
    "/compare/",
    "/compare/?organisation=organisation-0",
    "/search/",
    "/search/?q=example",
    "/search/?q=example&sort=newest",
    "/search.json?q=example",
    "/suggestions.json?q=example",
    "/about/",
    "/about/method/",
    "/about/data/",
    "/api/openapi.json",
    "/robots.txt",
    "/sitemap.xml",
    *(f"/sitemap-{section}.xml" for section in ("pages", *SECTIONS)),
)


def populate(number: int) -> None:
    """So many of each noun, and a first one of each that is tied to all the others.

    Of statements there are threads of three: the hub, answered by each statement, answered by
    each refusal to reply, all of which the last statement answers.
    """
    topics = [TopicFactory.create(slug=f"topic-{n}") for n in range(number)]
    propositions = [
        PropositionFactory.create(slug=f"proposition-{n}", topic=topics[0]) for n in range(number)
    ]
    organisations = [StakeholderFactory.create(slug=f"organisation-{n}") for n in range(number)]
    people = [PersonFactory.create(slug=f"person-{n}") for n in range(number)]
    sources = [
        SourceFactory.create(slug=f"source-{n}", publisher=organisations[0]) for n in range(number)
    ]
    hub = StatementFactory.create(slug="hub", topic=topics[0])
    hub.addressees.set(organisations)
    last = StatementFactory.create(slug="last", topic=topics[0])
    statements: list[Statement] = [hub, last]
    for n, stance in zip(range(number), cycle(Stance), strict=False):
        statement = StatementFactory.create(topic=topics[n], date_edtf="2018-06")
        silent = StatementFactory.create(kind=StatementKind.NO_REPLY)
        silent.asked_about.set(propositions if n == 0 else [propositions[0], propositions[n]])
        statements += [statement, silent]
        for reply, answered in ((statement, hub), (silent, statement), (last, silent)):
            ReplyFactory.create(from_statement=reply, to_statement=answered)
        AliasFactory.create(stakeholder=organisations[n])
        AliasFactory.create(stakeholder=organisations[0])
        AffiliationFactory.create(group=organisations[n], member=people[0])
        if n:
            AffiliationFactory.create(group=organisations[0], member=people[n])
            AffiliationFactory.create(
                group=organisations[n],
                member=organisations[0],
                kind=AffiliationKind.MEMBER_OF,
            )
            AttributionFactory.create(
                statement=statement, stakeholder=people[n], capacity=Capacity.PERSONAL
            )
            AssessmentFactory.create(
                statement=statement, proposition=propositions[n], stance=Stance.SUPPORTS
            )
        AttributionFactory.create(statement=hub, stakeholder=organisations[n])
        for spoken in (statement, silent):
            AttributionFactory.create(statement=spoken, stakeholder=organisations[0])
        for spoken, speaker in ((hub, people[n]), (statement, people[0])):
            AttributionFactory.create(
                statement=spoken, stakeholder=speaker, on_behalf_of=organisations[n]
            )
        QuotationFactory.create(statement=hub, source=sources[n])
        QuotationFactory.create(statement=statement, source=sources[0])
        QuotationFactory.create(statement=silent, source=sources[0], kind="paraphrase")
        AssessmentFactory.create(statement=hub, proposition=propositions[n])
        AssessmentFactory.create(statement=statement, proposition=propositions[0], stance=stance)
        for corrected in (hub, statement):
            CorrectionFactory.create(statement=corrected)
        ChallengeFactory.create(
            statement=hub, challenger=organisations[n], challenger_name="", name_public=True
        )
    derivation.refresh([statement.pk for statement in statements])


def measured() -> dict[str, int]:
    client, counts = Client(), {}
    for address in PAGES:
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
            answer.getvalue()  # a file is made while it is read
        assert answer.status_code == 200, address
        counts[address] = len(queries)
    return counts


@pytest.mark.django_db
@pytest.mark.parametrize("number", [len(Stance), 30])
def test_each_page_costs_the_queries_written_down(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(as_csv, "CHUNK", 10_000)  # one chunk; what each costs is tested there
    # Nor is an exchange cut short, which would take fewer; that too is tested there.
    monkeypatch.setattr(import_module("positions.views.details.exchange"), "MOST", 10_000)
    populate(number)
    counts = measured()
    if os.environ.get("RECORD_QUERY_COUNTS"):
        RECORDED.write_text(json.dumps(counts, indent=2) + "\n", encoding="utf-8")
    assert counts == json.loads(RECORDED.read_text(encoding="utf-8"))
