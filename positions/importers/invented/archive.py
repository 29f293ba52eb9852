"""Invents nouns and statements, and writes them by the same steps as everything else."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from typing import Any

from positions.choices import (
    AffiliationKind,
    AttributionRole,
    Capacity,
    DateBasis,
    Directness,
    QuotationKind,
    SourceKind,
    StakeholderKind,
    Stance,
    StatementKind,
    WorkflowState,
)
from positions.importers.invented.words import DAYS, FIRST_DAY, Words, some, zipf
from positions.models import (
    Affiliation,
    Alias,
    Assessment,
    Attribution,
    Proposition,
    Quotation,
    Reply,
    Source,
    Stakeholder,
    Statement,
    Topic,
)
from positions.recording import NOTHING_SAID, Recording

# Statements of one write: what the derivation reads of a busy voice is read once for all of them.
BATCH = 20_000
LETTERS_EVERY = 20_000
SHORTEST_LETTER, LONGEST_LETTER = 1_000, 7_000  # names
ORGANISATION_KINDS = [kind for kind in StakeholderKind if kind != StakeholderKind.PERSON]
SPOKEN = [kind for kind in StatementKind if kind != StatementKind.NO_REPLY]
# The commonest first: most of what is recorded takes a side.
STANCES = sorted(Stance, key=lambda stance: (stance.side not in ("for", "against"), stance.value))
STANCE_WEIGHTS = zipf(len(STANCES))


class Archive:
    """An archive of so many statements, the same whenever it is made.

    One organisation for each hundred statements and one person for each two hundred, at most
    10,000 and 5,000; 200 propositions in 20 topics; a source for each five statements. Voices and
    propositions come by Zipf's law, over sixteen years. One statement in ten is a joint one, one in
    20,000 has up to 7,000 names.
    """

    def __init__(self, statements: int) -> None:
        self.size = statements
        self.chance = random.Random(statements)  # noqa: S311 - nothing secret is made
        self.words = Words(self.chance)
        self._organisations: list[Any] = []
        self._people: list[Any] = []
        self._propositions: list[Any] = []
        self._sources: list[Any] = []
        self._earlier: list[Any] = []

    def write(self, step: Callable[[int], object] = lambda _: None) -> None:
        """Write all of it, some thousands of statements in a transaction each."""
        self._write_nouns()
        for start in range(0, self.size, BATCH):
            numbers = range(start, min(start + BATCH, self.size))
            self._write_statements(numbers)
            step(len(numbers))

    def _write_nouns(self) -> None:
        chance, words = self.chance, self.words
        n_organisations = min(10_000, max(60, self.size // 100))
        with Recording(NOTHING_SAID) as record:
            topics = [
                Topic(name=words.title(3) + f" {n}", slug=f"topic-{n}", description=words.text(20))
                for n in range(20)
            ]
            record.add_all(topics)
            self._propositions = [
                Proposition(
                    topic=topics[n % 20],
                    text=f"{words.title(8)} should be so ({n}).",
                    short_label=f"{words.title(3)[:50]} {n}",
                    why_it_matters=words.text(15),
                    order=n,
                    slug=f"proposition-{n}",
                )
                for n in range(200)
            ]
            record.add_all(self._propositions)
            self._organisations = [
                Stakeholder(
                    kind=chance.choice(ORGANISATION_KINDS),
                    name=f"{words.organisation()} {n}"[:200],
                    abbreviation=f"{words.word()[:6].upper()}{n}" if n % 3 == 0 else "",
                    slug=f"organisation-{n}",
                )
                for n in range(n_organisations)
            ]
            self._people = [
                Stakeholder(
                    kind=StakeholderKind.PERSON, name=f"{words.person()} {n}", slug=f"person-{n}"
                )
                for n in range(n_organisations // 2)
            ]
            record.add_all(self._organisations)
            record.add_all(self._people)
            record.add_all(
                [
                    Alias(stakeholder=party, name=f"{words.word().capitalize()} {party.slug}")
                    for party in self._organisations[::4]
                ]
            )
            record.add_all(
                [
                    Affiliation(
                        group=self._organisations[n % 500 % n_organisations],
                        member=person,
                        kind=AffiliationKind.WORKS_FOR,
                    )
                    for n, person in enumerate(self._people)
                ]
            )
        self._voice_weights = zipf(n_organisations)
        self._proposition_weights = zipf(len(self._propositions) + 20)[20:]

    def _write_statements(self, numbers: range) -> None:
        with Recording(NOTHING_SAID) as record:
            sources = [self._source(number) for number in numbers if number % 5 == 0]
            record.add_all(sources)
            self._sources = sources or self._sources
            made = [self._statement(number) for number in numbers]
            record.add_all(made)
            for rows in (
                [row for each in made for row in self._voices(each)],
                [row for n, each in enumerate(made) for row in self._quotations(each, n // 5)],
                [row for each in made for row in self._assessments(each)],
                list(self._replies(made)),
            ):
                record.add_all(rows)
            self._earlier = made[-1000:]

    def _source(self, number: int) -> Source:
        day = self._day(number + 25)  # after all that is quoted from it
        return Source(
            kind=self.chance.choice(list(SourceKind)),
            title=self.words.title(8),
            publisher=self._organisations[number % 50],
            slug=f"source-{number}",
            date_edtf=(day + timedelta(days=400)).isoformat(),
            date_basis=DateBasis.PRINTED,
        )

    def _day(self, number: int) -> Any:
        """Statements come in the order of their days, as an archive grows, but for some weeks."""
        along = number * DAYS // self.size + self.chance.randint(0, 30)
        return FIRST_DAY + timedelta(days=along)

    def _statement(self, number: int) -> Statement:
        chance = self.chance
        silent = number % 40 == 7
        state = chance.choices(list(WorkflowState), weights=(1, 1, 97, 1))[0]
        return Statement(
            kind=StatementKind.NO_REPLY if silent else chance.choice(SPOKEN),
            title=self.words.title(7),
            slug=f"statement-{number}",
            summary=self.words.text(20),
            topic=chance.choices(self._propositions, cum_weights=self._proposition_weights)[
                0
            ].topic,
            date_edtf=self.words.edtf(self._day(number)),
            date_basis=DateBasis.PRINTED,
            state=state,
        )

    def _voices(self, statement: Statement) -> Iterator[Attribution]:
        chance, number = self.chance, int(statement.slug.rpartition("-")[2])
        if number % LETTERS_EVERY == LETTERS_EVERY - 1:
            count = chance.randint(SHORTEST_LETTER, LONGEST_LETTER)
        else:
            count = chance.choice((2, 3, 5, 8, 12)) if chance.random() < 0.1 else 1
        parties = some(chance, self._organisations, self._voice_weights, count)
        for order, party in enumerate(parties):
            drawn = chance.random()
            person = chance.choice(self._people) if count == 1 and drawn < 0.3 else None
            speaks = AttributionRole.AUTHOR if count == 1 else AttributionRole.SIGNATORY
            yield Attribution(
                statement=statement,
                stakeholder=person or party,
                on_behalf_of=party if person else None,
                role=AttributionRole.SPOKESPERSON if person else speaks,
                capacity=Capacity.PERSONAL if person and drawn < 0.05 else Capacity.ORGANISATIONAL,
                name_printed=f"a {self.words.word()} officer" if drawn > 0.95 else "",
                order=order,
                withdrawn_on=FIRST_DAY + timedelta(days=DAYS) if 0.9 < drawn < 0.91 else None,
            )

    def _quotations(self, statement: Statement, place: int) -> Iterator[Quotation]:
        """Words from a source that came out after they were said: it is one of the next few."""
        near = self._sources[place : place + 4] or self._sources[-1:]
        for order in range(2 if self.chance.random() < 0.1 else 1):
            yield Quotation(
                statement=statement,
                source=self.chance.choice(near),
                kind=self.chance.choices(list(QuotationKind), weights=(6, 3, 1))[0],
                exact=self.words.text(50),
                order=order,
            )

    def _assessments(self, statement: Statement) -> Iterator[Assessment]:
        if statement.is_silence:
            return
        number = self.chance.choice((1, 1, 2, 3))
        for proposition in some(self.chance, self._propositions, self._proposition_weights, number):
            yield Assessment(
                statement=statement,
                proposition=proposition,
                stance=self.chance.choices(STANCES, cum_weights=STANCE_WEIGHTS)[0],
                directness=self.chance.choice(list(Directness)),
                condition="In part, and until there is a law.",
                reason=self.words.text(12),
            )

    def _replies(self, made: Sequence[Statement]) -> Iterator[Reply]:
        before = [*self._earlier, *made]
        for place, statement in enumerate(made, start=len(self._earlier)):
            if place and self.chance.random() < 0.05:
                answered = before[self.chance.randrange(max(0, place - 500), place)]
                yield Reply(from_statement=statement, to_statement=answered)
