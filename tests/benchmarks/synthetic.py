"""An archive of any size, invented but shaped like a real one, for measuring.

Organisations speak by Zipf's law, over fifteen years; a statement has one to three assessments, one
quotation of about 300 characters with some rarer words in it, and in one of ten cases several
signatories.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import accumulate

from django.db import transaction

from positions import derivation
from positions.choices import Directness, Stance, StatementKind
from positions.models import (
    Assessment,
    Attribution,
    Proposition,
    Quotation,
    Source,
    Stakeholder,
    Statement,
    Topic,
)

WORDS = [
    *("we", "oppose", "the", "sale", "of", "example", "systems", "until", "their"),
    *("harm", "to", "example", "rights", "is", "known"),
]
RARER = {"moratorium": 10, "licence": 7, "ombudsman": 500}
KINDS = ["company", "advocacy", "agency", "coalition", "investors"]
BATCH = 2_000


@transaction.atomic
def fill(statements: int, *, organisations: int = 2_000, propositions: int = 100) -> None:
    """Add so many statements with all that belongs to them, and derive. The same for every run."""
    chance = random.Random(statements)
    topic = Topic.objects.create(name="Example topic", slug="example-topic")
    said_on = Proposition.objects.bulk_create(
        Proposition(
            topic=topic, text=f"Example {n} should be.", short_label=f"Example {n}", slug=f"p-{n}"
        )
        for n in range(propositions)
    )
    voices = Stakeholder.objects.bulk_create(
        [
            Stakeholder(
                kind=chance.choice(KINDS),
                name=f"Example Organisation {n}",
                slug=f"o-{n}",
                released=True,
                is_public=True,
            )
            for n in range(organisations)
        ],
        batch_size=BATCH,
    )
    weights = list(accumulate(1 / rank for rank in range(1, organisations + 1)))
    sources = Source.objects.bulk_create(
        [
            Source(kind="article", title=f"Example article {n}", slug=f"s-{n}")
            for n in range(max(1, statements // 5))
        ],
        batch_size=BATCH,
    )
    for start in range(0, statements, BATCH):
        made = Statement.objects.bulk_create(
            _statement(number, topic, chance)
            for number in range(start, min(start + BATCH, statements))
        )
        Attribution.objects.bulk_create(
            Attribution(statement=statement, stakeholder=voice, order=order)
            for statement in made
            for order, voice in enumerate(
                {
                    voice.pk: voice
                    for voice in chance.choices(
                        voices, cum_weights=weights, k=1 if chance.random() < 0.9 else 6
                    )
                }.values()
            )
        )
        Quotation.objects.bulk_create(
            Quotation(
                statement=statement,
                source=chance.choice(sources),
                kind="verbatim",
                exact=" ".join([*chance.choices(WORDS, k=55), *_rarer(start + place)]),
            )
            for place, statement in enumerate(made)
        )
        Assessment.objects.bulk_create(
            Assessment(
                statement=statement,
                proposition=proposition,
                stance=chance.choice(Stance.values),
                directness=Directness.EXPLICIT,
                condition="in part",
                reason="The example words say so.",
            )
            for statement in made
            for proposition in chance.sample(said_on, k=chance.randint(1, 3))
        )
    derivation.rebuild_all()


def _rarer(number: int) -> list[str]:
    """Words that searches look for: one in ten statements has the first, one in 500 the last."""
    return [word for word, every in RARER.items() if number % every == 0]


def _statement(number: int, topic: Topic, chance: random.Random) -> Statement:
    day = date(2010, 1, 1) + timedelta(days=chance.randrange(15 * 365))
    return Statement(
        kind=chance.choice([kind for kind in StatementKind.values if kind != "no_reply"]),
        title=f"Example statement {number}",
        slug=f"e-{number}",
        summary=" ".join(chance.choices(WORDS, k=20)),
        topic=topic,
        date_edtf=day.isoformat(),
        date_basis="printed",
        state="published",
    )
