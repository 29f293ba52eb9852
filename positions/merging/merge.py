"""Merges one stakeholder or source into another: no link, name, address or word is lost."""

from __future__ import annotations

import copy
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from positions.choices import AliasKind
from positions.merging.conflicts import meeting, move
from positions.merging.fields import Mergeable, proposed, taken_over
from positions.merging.journal import Journal, Obstacle, rehearsal
from positions.merging.referring import choosing_rows, counted_as, referring_rows
from positions.models import (
    Alias,
    FormerAddress,
    Mention,
    Merge,
    OtherAddress,
    Position,
    Quotation,
    Source,
    Stakeholder,
    StaleEdit,
    Statement,
)
from positions.recording import Recording
from positions.recording.checking import RESULT, checkable, newest_text, proposers


@dataclass(slots=True)
class Report:
    """What a merge did: how many rows of what moved, and in words how what met was solved.

    ``checked`` tells for which quotations the check of the words came out differently.
    """

    moved: Counter[str] = field(default_factory=Counter)
    solved: list[str] = field(default_factory=list)
    checked: list[str] = field(default_factory=list)
    n_positions: int = 0
    merge: Merge | None = None


@transaction.atomic
def merge(
    kept: Mergeable, merged: Mergeable, theirs: Collection[str] | None = None, by: Any = None
) -> Report:
    """Merge one into another of its kind, which takes over the fields ``theirs`` (None: proposed).

    Rows that refer to it are validated and written together, and the history is told of each;
    those that may meet one of the kept one's go one by one. All or nothing; derives what follows.

    Raises, and the two objects are then to be read again:
        Obstacle: somebody has to decide something first; nothing was changed.
        StaleEdit: one of the rows was changed since it was read; nothing was changed.
    """
    _refuse(kept, merged)
    _hold(kept, merged)
    noun = type(merged)
    theirs = proposed(kept, merged) if theirs is None else theirs  # type: ignore[type-var]
    values = taken_over(merged, theirs)
    statements = _statements(merged)
    if "kind" in values and noun is Stakeholder:  # lists filter by the kind of the party
        statements |= _statements(kept)
    named = _naming(merged)
    report = Report()
    if noun is Stakeholder:
        values["released"] = kept.released or merged.released  # type: ignore[union-attr]
        report.n_positions = Position.objects.filter(holder=merged.pk).count()
    # Readers are told nothing: who spoke, and where, is known by another name, and the same.
    with Recording(None, reason=f"“{merged}” was merged into “{kept}”") as record:
        record.include(statements | named)
        journal = Journal(record)
        _move(journal, kept, merged, report)
        names, addresses = _names(kept, merged), _addresses(kept, merged)
        journal.drop(merged)
        journal.change(kept, **values)
        _keep_names(journal, kept, names)
        _keep_addresses(journal, kept, merged, addresses)
        if isinstance(kept, Source):
            report.checked = _check_again(journal, kept)
    report.merge = Merge.objects.create(
        noun=noun.noun(),
        kept_id=kept.pk,
        kept_name=str(kept),
        merged_id=merged.pk,
        merged_name=str(merged),
        steps={
            "rows": journal.steps,
            "statements": sorted(statements),
            "named": sorted(named),
        },
        by=by,
        at=timezone.now(),
    )
    return report


def rehearse(kept: Mergeable, merged: Mergeable) -> Report:
    """What the merge would do, found by doing it and taking it back. Costs as much as the merge."""
    with rehearsal():
        report = merge(copy.copy(kept), copy.copy(merged))
    report.merge = None
    return report


def _refuse(kept: Mergeable, merged: Mergeable) -> None:
    if kept.pk == merged.pk:
        raise Obstacle("These are one and the same already.")
    if isinstance(kept, Stakeholder) and isinstance(merged, Stakeholder):
        if kept.is_person != merged.is_person:
            person, group = (kept, merged) if kept.is_person else (merged, kept)
            raise Obstacle(
                f"“{person}” is a person and “{group}” an organisation; these are never one. "
                "If one of the two was entered as the wrong kind, correct its kind first."
            )
        if kept.wikidata_id and merged.wikidata_id and kept.wikidata_id != merged.wikidata_id:
            raise Obstacle(
                f"To Wikidata they are two: {kept.wikidata_id} and {merged.wikidata_id}. "
                "If one of these numbers is wrong, correct or empty it first."
            )


def _hold(*both: Mergeable) -> None:
    """Keep both as they were read until the merge is done."""
    for one in sorted(both, key=lambda each: each.pk):
        same = type(one)._base_manager.select_for_update().filter(pk=one.pk, version=one.version)
        if not same.values_list("pk", flat=True):
            raise StaleEdit(one)


def _statements(one: Mergeable) -> set[int]:
    """The statements from which something is derived that names it, or that it gives words of."""
    found = Q(quotations__source=one.pk)
    if isinstance(one, Stakeholder):
        found = Q(attributions__stakeholder=one.pk) | Q(attributions__on_behalf_of=one.pk)
    return set(Statement.objects.filter(found).order_by().values_list("pk", flat=True))


def _naming(merged: Mergeable) -> set[int]:
    """The statements that name it, be it as addressee or as the publisher of their words."""
    found: QuerySet[Any] = Mention.objects.filter(stakeholder=merged.pk)
    if isinstance(merged, Source):
        found = Quotation.objects.filter(source=merged.pk)
    return set(found.order_by().values_list("statement_id", flat=True))


def _move(journal: Journal, kept: Mergeable, merged: Mergeable, report: Report) -> None:
    for rows in referring_rows(merged):
        apart = set(meeting(list(rows), kept))
        together: defaultdict[tuple[str, ...], list[Any]] = defaultdict(list)
        for row, theirs in rows.items():
            report.moved.update(counted_as(relation) for relation in theirs)
            if row not in apart:
                together[tuple(relation.field.name for relation in theirs)].append(row)
        for names, several in together.items():
            journal.change_all(several, **dict.fromkeys(names, kept))
        for row, theirs in rows.items():
            if row in apart:
                told = move(journal, row, {relation.field.name: kept for relation in theirs})
                report.solved += [told] if told else []
    for row, relation in choosing_rows(merged):
        report.moved[counted_as(relation)] += 1
        held = set(getattr(row, relation.field.name).values_list("pk", flat=True))
        journal.choose(row, relation.field.name, held - {merged.pk} | {kept.pk})


def _names(*both: Mergeable) -> dict[str, AliasKind]:
    """All that either is called, and as which kind of alias that is kept."""
    known: dict[str, AliasKind] = {}
    for one in both:
        if isinstance(one, Stakeholder):
            known.setdefault(one.name, AliasKind.VARIANT)
            known.setdefault(one.abbreviation, AliasKind.SHORT)
    return known


def _keep_names(journal: Journal, kept: Mergeable, names: dict[str, AliasKind]) -> None:
    if not isinstance(kept, Stakeholder):
        return
    there = {"", kept.name, kept.abbreviation, *kept.aliases.values_list("name", flat=True)}
    for name, kind in names.items():
        if name not in there:
            journal.add(Alias(stakeholder=kept, name=name, kind=kind))


def _addresses(*both: Mergeable) -> list[str]:
    """Where either can be read."""
    return [one.url for one in both if isinstance(one, Source) and one.url]


def _keep_addresses(
    journal: Journal, kept: Mergeable, merged: Mergeable, addresses: Iterable[str]
) -> None:
    """Lead to the kept one from where the other was: on this site, and where it was published."""
    noun = merged.noun()
    for former in FormerAddress.objects.filter(noun=noun, object_id=merged.pk).order_by("pk"):
        journal.change(former, object_id=kept.pk)
    journal.add(FormerAddress(noun=noun, slug=merged.slug, object_id=kept.pk))
    for url in addresses:
        if isinstance(kept, Source) and not Source.objects.at_address(url).exists():
            journal.add(OtherAddress(source=kept, url=url))


def _check_again(journal: Journal, source: Source) -> list[str]:
    """Hold its words, of whichever of the two they were, against the newest text of both."""
    told = []
    rows = list(checkable(source.quotations.all()).select_related("statement").order_by("pk"))
    accounts = proposers(rows)
    texts: dict[int | None, str] = {}
    for quotation in rows:
        account = accounts.get(quotation.statement_id)
        if account not in texts:
            texts[account] = newest_text(source.pk, account)
        again = copy.copy(quotation)
        again.hold_against(texts[account])
        new = {name: getattr(again, name) for name in RESULT}
        if any(getattr(quotation, name) != value for name, value in new.items()):
            if quotation.check_result != again.check_result:
                before = quotation.get_check_result_display().lower()
                now = again.get_check_result_display().lower()
                told.append(f"{quotation}, until now “{before}”, is “{now}” in the newest text.")
            journal.change(quotation, **new, checked_at=again.checked_at)
    return told
