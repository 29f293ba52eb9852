"""Keeps the index and the folded texts, by which lists filter, in step with what is published."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from django.db.models import Prefetch

from positions.choices import QuotationKind
from positions.models import Attribution, IndexEntry, Stakeholder, Statement, StatementText
from positions.words.folding import folded

# Statements or holders that are read at a time: bounds the memory and the parameters of a query.
BATCH = 500
# How many rows are deleted by their keys at a time; SQLite takes 32,766 parameters in a query.
DELETED_AT_ONCE = 10_000
CONTENT = [field.attname for field in IndexEntry._meta.concrete_fields if not field.primary_key]


def refresh_index(statements: Collection[int]) -> int:
    """Bring the entries and the texts of these statements up to date; how many entries there are.

    What is so already is not written. Call inside a transaction.
    """
    return sum(_refresh(some) for some in batched(sorted(statements)))


def _refresh(statements: Sequence[int]) -> int:
    published = list(
        Statement.objects.published()
        .filter(pk__in=statements)
        .prefetch_related(
            "quotations",
            Prefetch("attributions", Attribution.objects.with_parties()),
            "assessments__proposition",
            "asked_about",
        )
    )
    wanted = {_content(each): each for statement in published for each in _entries(statement)}
    stored = IndexEntry.objects.filter(statement__in=statements).order_by()
    there = {tuple(content): pk for pk, *content in stored.values_list("pk", *CONTENT)}
    gone = [pk for each, pk in there.items() if each not in wanted]
    for some in batched(gone, DELETED_AT_ONCE):
        IndexEntry.objects.filter(pk__in=some).delete()
    IndexEntry.objects.bulk_create(
        [entry for each, entry in wanted.items() if each not in there], batch_size=1000
    )
    _refresh_texts(statements, [_text(statement) for statement in published])
    return len(wanted)


def _refresh_texts(statements: Sequence[int], wanted: Sequence[StatementText]) -> None:
    stored = StatementText.objects.filter(statement__in=statements)
    there = dict(stored.values_list("pk", "folded"))
    StatementText.objects.filter(pk__in=there.keys() - {text.pk for text in wanted}).delete()
    StatementText.objects.bulk_create(
        [text for text in wanted if there.get(text.pk) != text.folded],
        update_conflicts=True,
        update_fields=["folded"],
        unique_fields=["pk"],
    )


def _content(entry: IndexEntry) -> tuple[object, ...]:
    return tuple(getattr(entry, name) for name in CONTENT)


def batched(keys: Sequence[int], size: int = BATCH) -> Iterator[Sequence[int]]:
    """The keys, in their order, so many at a time as one query may have."""
    for start in range(0, len(keys), size):
        yield keys[start : start + size]


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
