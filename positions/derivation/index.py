"""Keeps the index and the folded texts, by which lists filter, in step with what is published."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from positions.choices import QuotationKind
from positions.models import IndexEntry, Stakeholder, Statement, StatementText
from positions.words.folding import folded

# How many statements are indexed at a time: bounds the memory and the parameters of one query.
BATCH = 500


def refresh_index(statements: Collection[int]) -> int:
    """Write the entries and the texts of these statements anew; how many entries there are.

    Call inside a transaction.
    """
    count = 0
    for some in batched(sorted(statements)):
        IndexEntry.objects.filter(statement__in=some).delete()
        StatementText.objects.filter(statement__in=some).delete()
        published = list(
            Statement.objects.published()
            .filter(pk__in=some)
            .prefetch_related(
                "quotations",
                "attributions__stakeholder",
                "attributions__on_behalf_of",
                "assessments__proposition",
                "asked_about",
            )
        )
        entries = [entry for statement in published for entry in _entries(statement)]
        count += len(IndexEntry.objects.bulk_create(entries, batch_size=1000))
        StatementText.objects.bulk_create(map(_text, published))
    return count


def batched(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    """The keys, in their order, so many at a time as one query may have."""
    for start in range(0, len(keys), BATCH):
        yield keys[start : start + BATCH]


def _entries(statement: Statement) -> Iterator[IndexEntry]:
    """One entry for each voice and proposition; a bare one where its own topic is not yet there."""
    subjects = _subjects(statement)
    voices: dict[Stakeholder, bool] = {}
    for attribution in statement.attributions.all():
        for voice in (attribution.stakeholder, attribution.speaks_for):
            if voice is not None:
                stands = attribution.withdrawn_on is None
                voices[voice] = voices.get(voice, False) or stands
    verbatim = any(q.kind != QuotationKind.PARAPHRASE for q in statement.quotations.all())
    for voice, stands in voices.items():
        # A withdrawn name is still found under its own voice, but no longer under a stance.
        for topic, proposition, stance in subjects if stands else {(statement.topic_id, None, "")}:
            yield IndexEntry(
                statement=statement,
                voice=voice,
                voice_kind=voice.kind,
                topic_id=topic,
                proposition_id=proposition,
                stance=stance,
                kind=statement.kind,
                verbatim=verbatim,
                earliest=statement.earliest or date.min,
                latest=statement.latest or date.max,
                published_at=statement.published_at or statement.created_at,
            )


def _text(statement: Statement) -> StatementText:
    """The texts by which it is found, in the order in which they count when hits are ranked."""
    return StatementText(
        statement=statement,
        folded=folded(
            [statement.title],
            [quotation.exact for quotation in statement.quotations.all()],
            [attribution.name_printed for attribution in statement.attributions.all()],
            [statement.summary, str(statement.get_kind_display())],
        ),
    )


def _subjects(statement: Statement) -> set[tuple[int | None, int | None, str]]:
    """(topic, proposition, stance) of each assessment and of each proposition it was silent on."""
    subjects: set[tuple[int | None, int | None, str]] = {
        (judged.proposition.topic_id, judged.proposition_id, judged.stance)
        for judged in statement.assessments.all()
    }
    subjects |= {(asked.topic_id, asked.pk, "") for asked in statement.asked_about.all()}
    topics = {topic for topic, _, _ in subjects}
    if not subjects or (statement.topic_id and statement.topic_id not in topics):
        subjects.add((statement.topic_id, None, ""))
    return subjects
