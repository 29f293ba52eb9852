"""Holds quotations against the text that is kept of their source, and keeps what came of it.

What readers have seen is held against a text that an editor has taken, and against no other. The
drafts of an account are held also against a text that it proposed itself.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from positions.choices import QuotationCheck
from positions.models import Capture, Quotation, Source, Statement, fingerprint, workflow
from positions.models.bulk import batches
from positions.models.quotation import QuotationQuerySet
from positions.recording import rows
from positions.recording.history import CHANGED, History

# What a check gives; the moment of it aside.
RESULT = ("check_result", "start", "end", "prefix", "suffix")
# What it is given: whoever changed one of these meanwhile has had the words checked.
GIVEN = ("source_id", "kind", "exact", *RESULT)

# How many quotations are read and written at a time: bounds the memory and the length of a lock.
BATCH = 200


@dataclass(frozen=True, slots=True)
class Checked:
    """A quotation as it is after a check, and which result it had before."""

    quotation: Quotation
    before: QuotationCheck

    @property
    def now(self) -> QuotationCheck:
        return QuotationCheck(self.quotation.check_result)

    @property
    def is_news(self) -> bool:
        """Whether the result is another one than before."""
        return self.now != self.before


def newest_text(source: int, account: int | None = None) -> str:
    """The text against which words of a source are held; empty where there is none. One query.

    It is the one that an editor took last; for the drafts of an account, what that account has
    proposed since then, if anything.
    """
    usable = Capture.objects.filter(source=source).usable(account)
    return usable.values_list("text", flat=True).first() or ""


def keep_text(source: Source, text: str, origin: str, by: Any) -> bool:
    """Keep a text of a source, once; whether words may now be held against it that were not before.

    What an editor brings is taken at once, also where a contributor had brought the same. ``by`` is
    the account, or None for a command. Checks nothing.
    """
    taken = timezone.now() if by is None or by.has_perm(workflow.PUBLISH) else None
    kept, made = Capture.objects.get_or_create(
        source=source,
        sha256=fingerprint(text),
        defaults={"text": text, "origin": origin, "by": by, "taken_at": taken},
    )
    return made or (taken is not None and take([kept.pk]))


def take(captures: Collection[int]) -> bool:
    """Let what readers see be checked against these texts; whether any was not so before."""
    proposed = Capture.objects.filter(pk__in=captures, taken_at__isnull=True)
    return bool(proposed.update(taken_at=timezone.now()))


def take_for(statements: Collection[int]) -> Counter[str]:
    """Take the newest text that waits of each source of these statements, and check by it.

    How many words there are of each result, in all statements quoted from these sources.
    """
    quoted = Quotation.objects.in_words().filter(statement__in=statements).order_by()
    waiting = Capture.objects.waiting().filter(source__in=quoted.values("source")).order_by("pk")
    newest = dict(waiting.values_list("source_id", "pk"))
    take(newest.values())
    results = Counter[str]()
    for source in Source.objects.filter(pk__in=newest):
        results += check_source(source)
    return results


def checkable(rows: QuotationQuerySet, *, for_readers: bool = False) -> QuotationQuerySet:
    """Those in the speaker's words for which there is a text that they may be held against."""
    kept = Capture.objects.filter(source=OuterRef("source")).order_by()
    entered = Statement.history.filter(id=OuterRef(OuterRef("statement")), history_type="+")
    proposed = kept.filter(by__in=entered.order_by().values("history_user"))
    there = Q(Exists(kept.taken()))
    if not for_readers:
        there |= Q(statement__state__in=workflow.OPEN_STATES) & Q(Exists(proposed))
    return rows.in_words().filter(there)


def check(
    rows: QuotationQuerySet,
    *,
    write: bool = True,
    for_readers: bool = False,
    moment: datetime | None = None,
) -> Iterator[Checked]:
    """Check these quotations against the text that is right for each, one after another.

    Those without such a text are left as they are, and left out: an earlier check stands. With
    ``for_readers``, drafts too are held only against what an editor has taken.
    A row is saved, with a record in its history, only where the result or the place changed; of
    the others the time of the check is written. Each batch is written as a whole, in a transaction
    of its own, so that a run that is broken off loses nothing. Holds one batch and the texts of one
    source at a time, and costs two queries a batch, a third where there are drafts in it, and one a
    text, with a few for each row that changed.
    """
    ordered = checkable(rows, for_readers=for_readers)
    ordered = ordered.select_related("statement").order_by("source_id", "pk")
    source, texts, last = 0, dict[int | None, str](), None
    while batch := list(_after(ordered, last)[:BATCH]):
        last = batch[-1]
        accounts = {} if for_readers else proposers(batch)
        found = []
        for quotation in batch:
            if quotation.source_id != source:
                source, texts = quotation.source_id, {}
            account = accounts.get(quotation.statement_id)
            if account not in texts:
                texts[account] = newest_text(source, account)
            given = _given(quotation)
            before = QuotationCheck(quotation.check_result)
            quotation.hold_against(texts[account])
            found.append((Checked(quotation, before), given))
        if write:
            _write(found, moment or timezone.now())
        for checked, _ in found:
            yield checked


def proposers(quotations: Sequence[Quotation]) -> dict[int, int]:
    """Of the drafts among their statements, the account that entered each. One query at most."""
    states = {each.statement_id: each.statement.state for each in quotations}
    return proposers_of([pk for pk, state in states.items() if state in workflow.OPEN_STATES])


def proposers_of(drafts: Collection[int]) -> dict[int, int]:
    """By draft, the account that entered it, whose proposals its words may be held against."""
    if not drafts:
        return {}
    entered = Statement.history.filter(id__in=drafts, history_type="+", history_user__isnull=False)
    return dict(entered.order_by("-history_date").values_list("id", "history_user_id"))


def unfound_by_readers(statements: Collection[int]) -> dict[int, list[Quotation]]:
    """By statement, its words that are not in the text that readers' are checked against.

    Where no editor has taken a text of their source, those that were not found before. Nothing is
    written.
    """
    found: dict[int, list[Quotation]] = defaultdict(list)
    for some in batches(sorted(statements)):
        rows = Quotation.objects.filter(statement__in=some)
        held = {each.quotation.pk: each for each in check(rows, write=False, for_readers=True)}
        for each in held.values():
            if each.now == QuotationCheck.NOT_FOUND:
                found[each.quotation.statement_id].append(each.quotation)
        for quotation in rows.in_words().filter(check_result=QuotationCheck.NOT_FOUND):
            if quotation.pk not in held:
                found[quotation.statement_id].append(quotation)
    return dict(found)


def check_for_readers(statements: Collection[int], moment: datetime) -> None:
    """Check the words of statements that come out now: what was found in a proposal is void."""
    for some in batches(sorted(statements)):
        rows = Quotation.objects.filter(statement__in=some)
        deque(check(rows, for_readers=True, moment=moment), maxlen=0)  # which writes as it goes on
        kept = Capture.objects.filter(source=OuterRef("source")).order_by()
        proposed = rows.in_words().exclude(check_result=QuotationCheck.NOT_CHECKED)
        void = list(proposed.filter(Exists(kept), ~Exists(kept.taken())))
        for quotation in void:
            quotation.hold_against("")
        _save(void, moment)


def check_source(source: Source) -> Counter[str]:
    """Check all words quoted from a source; how many there are of each result, by its label."""
    rows = Quotation.objects.filter(source=source)
    return Counter(str(checked.now.label) for checked in check(rows))


def _after(rows: QuotationQuerySet, last: Quotation | None) -> QuotationQuerySet:
    if last is None:
        return rows
    return rows.filter(source__gte=last.source_id).exclude(source=last.source_id, pk__lte=last.pk)


def _given(quotation: Quotation) -> tuple[Any, ...]:
    return tuple(getattr(quotation, name) for name in GIVEN)


@transaction.atomic
def _write(found: Collection[tuple[Checked, tuple[Any, ...]]], now: datetime) -> None:
    changed = {
        checked.quotation.pk: (checked.quotation, given)
        for checked, given in found
        if _given(checked.quotation) != given
    }
    same = [checked.quotation.pk for checked, _ in found if checked.quotation.pk not in changed]
    held = Quotation.objects.filter(pk__in=same).exclude(check_result=QuotationCheck.NOT_CHECKED)
    held.update(checked_at=now)
    written = []
    for row in Quotation.objects.select_for_update().filter(pk__in=changed).order_by("pk"):
        checked_row, given = changed[row.pk]
        if _given(row) == given:  # else an editor saved it meanwhile, which checked it
            for name in (*RESULT, "checked_at"):
                setattr(row, name, getattr(checked_row, name))
            written.append(row)
    _save(written, now)


def _save(checked: Sequence[Quotation], moment: datetime) -> None:
    """Write what came of a check, as one entry of the history."""
    rows.update(dict.fromkeys(checked, (*RESULT, "checked_at")), moment)
    history = History(moment)
    for each in checked:
        history.note(each, CHANGED)
    history.write()
