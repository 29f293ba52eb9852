"""Letters of very many signatories: one of 1,050, and twenty of 60 that stand in one source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simple_history.utils import bulk_create_with_history

from positions import derivation
from positions.choices import (
    AttributionRole,
    Capacity,
    StakeholderKind,
    Stance,
    StatementKind,
)
from positions.models import Alias, Attribution, Proposition, Source, Stakeholder, Statement
from tests.factories import (
    AssessmentFactory,
    CaptureFactory,
    PropositionFactory,
    QuotationFactory,
    SourceFactory,
    StatementFactory,
    TopicFactory,
)

SIGNATORIES = 1_050
# What so many shall be too many for: it is 2,000 otherwise, for which a letter of twice as many
# names would be needed, at twice the cost.
LIMIT = 1_000
LIMITED = (
    "positions.admin.spreadsheets.formats.MOST_ROWS",
    "positions.admin.spreadsheets.page.MOST_ROWS",
    "positions.models.names.TEXTS_AT_ONCE",
    "positions.search.FEW",
    "positions.search.matching.FEW",
    "positions.search.matching.MOST_NAMED",
)
SHORT, SHORT_SIGNATORIES = 20, 60
# Every so many signatories is a person who speaks for the organisation before.
PERSON_EVERY = 10
BATCH = 500
WORDS = "We, the undersigned, oppose the sale of example systems."


@dataclass(frozen=True, slots=True)
class Letters:
    """The rows: the letter and its source, the short ones and theirs, who signs, and on what."""

    letter: Statement
    source: Source
    short: Sequence[Statement]
    shared: Source
    parties: Sequence[Stakeholder]
    proposition: Proposition


def written() -> Letters:
    """Write all of it, derived and with its history; nothing of it one by one."""
    topic = TopicFactory.create(name="Example systems", slug="example-systems")
    proposition = PropositionFactory.create(topic=topic, slug="example-ban")
    parties = _parties()
    letter = StatementFactory.create(
        kind=StatementKind.OPEN_LETTER, title="The long letter", slug="long-letter", topic=topic
    )
    source = _source("long-letter-source")
    _sign(letter, parties)
    _say(letter, source, proposition)
    shared = _source("shared-source")
    short = []
    for number in range(SHORT):
        made = StatementFactory.create(
            kind=StatementKind.LETTER,
            title=f"Short letter {number}",
            slug=f"short-letter-{number}",
            topic=topic,
            date_edtf=f"2018-07-{number + 1:02}",
        )
        start = number * SHORT_SIGNATORIES % (SIGNATORIES - SHORT_SIGNATORIES)
        _sign(made, parties[start : start + SHORT_SIGNATORIES])
        _say(made, shared, proposition)
        short.append(made)
    derivation.refresh([letter.pk, *(each.pk for each in short)])
    return Letters(letter, source, short, shared, parties, proposition)


def _parties() -> list[Stakeholder]:
    made = bulk_create_with_history(
        [
            Stakeholder(
                kind=StakeholderKind.PERSON if _is_person(n) else StakeholderKind.ADVOCACY,
                name=f"Example Person {n:04}" if _is_person(n) else f"Example Group {n:04}",
                slug=f"signatory-{n:04}",
            )
            for n in range(SIGNATORIES)
        ],
        Stakeholder,
        batch_size=BATCH,
    )
    Stakeholder.write_texts(made)
    aliases = [Alias(stakeholder=each, name=f"Alias of {each.name}") for each in made[:50]]
    Alias.write_texts(bulk_create_with_history(aliases, Alias, batch_size=BATCH))
    return list(made)


def _is_person(number: int) -> bool:
    return number % PERSON_EVERY == PERSON_EVERY - 1


def _source(slug: str) -> Source:
    source = SourceFactory.create(slug=slug, url=f"https://letters.example/{slug}")
    CaptureFactory.create(source=source, text=f"Dear company. {WORDS} Yours truly.")
    return source


def _sign(statement: Statement, parties: Sequence[Stakeholder]) -> None:
    rows = [
        Attribution(
            statement=statement,
            stakeholder=party,
            role=AttributionRole.SIGNATORY,
            capacity=Capacity.ORGANISATIONAL,
            on_behalf_of=parties[place - 1] if party.is_person else None,
            order=place,
        )
        for place, party in enumerate(parties)
    ]
    bulk_create_with_history(rows, Attribution, batch_size=BATCH)


def _say(statement: Statement, source: Source, proposition: Proposition) -> None:
    words = QuotationFactory.create(statement=statement, source=source, exact=WORDS, order=0)
    words.hold_against(f"Dear company. {WORDS} Yours truly.")
    words.save()
    AssessmentFactory.create(
        statement=statement, proposition=proposition, stance=Stance.OPPOSES, quotation=words
    )
