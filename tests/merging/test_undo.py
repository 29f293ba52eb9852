"""After a merge and its undoing all is as it was; where that cannot be, it is refused in words."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import event, given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from positions import derivation
from positions.choices import AffiliationKind, AttributionRole, Stance
from positions.history.timeline import timeline
from positions.merging import Obstacle, merge, rehearse_undo, undo
from positions.models import Merge, Source, Stakeholder, Statement
from positions.recording.checking import check_source
from tests.factories import (
    AffiliationFactory,
    AliasFactory,
    AssessmentFactory,
    AttributionFactory,
    CaptureFactory,
    PersonFactory,
    PropositionFactory,
    QuotationFactory,
    SourceFactory,
    StakeholderFactory,
    StatementFactory,
    said,
)
from tests.merging.dump import dump

WORDS = ["Example words.", "Other example words.", "Words that stand nowhere."]
Draw = Callable[[Any], Any]


def everything_derived() -> dict[str, list[Any]]:
    derivation.rebuild_all()
    return dump()


class World:
    """Parties and sources that are tied to each other in whatever ways there are."""

    def __init__(self, draw: Draw) -> None:
        self.draw = draw
        self.groups: list[Stakeholder] = [
            StakeholderFactory.create(
                abbreviation=draw(st.sampled_from(["", "EG", "XY"])),
                description=draw(st.sampled_from(["", "Described."])),
                wikidata_id="Q7" if n == 1 and draw(st.booleans()) else "",
            )
            for n in range(3)
        ]
        self.people: list[Stakeholder] = PersonFactory.create_batch(2)
        self.propositions = PropositionFactory.create_batch(2)
        self.sources: list[Source] = [
            SourceFactory.create(
                publisher=draw(st.sampled_from([None, *self.groups])),
                url=draw(st.sampled_from(["", f"https://news.example/a/{n}"])),
                byline=draw(st.sampled_from(["", "By Example"])),
            )
            for n in range(2)
        ]
        for step in draw(st.lists(st.sampled_from(STEPS), max_size=6)):
            step(self)
        for source in self.sources:
            check_source(source)
        derivation.refresh(list(Statement.objects.values_list("pk", flat=True)))

    def any_of(self, choices: Any) -> Any:
        return self.draw(st.sampled_from(choices))

    def statement(self) -> None:
        made = StatementFactory.create(date_edtf=self.any_of(["2018", "2018-05", "2019-01-05"]))
        made.addressees.set(self.draw(st.lists(st.sampled_from(self.groups), max_size=2)))
        for voice in self.draw(st.lists(st.sampled_from(self.groups), max_size=2, unique=True)):
            behalf = self.any_of([None, *(each for each in self.groups if each != voice)])
            roles = [AttributionRole.AUTHOR, AttributionRole.SIGNATORY]
            role = self.any_of([*roles, AttributionRole.SPOKESPERSON] if behalf else roles)
            AttributionFactory.create(
                statement=made,
                stakeholder=voice,
                on_behalf_of=behalf,
                role=role,
                withdrawn_on=self.any_of([None, None, date(2020, 1, 1)]),
                name_printed=self.any_of(["", "As printed"]),
            )
        if self.draw(st.booleans()):
            AttributionFactory.create(
                statement=made,
                stakeholder=self.any_of(self.people),
                on_behalf_of=self.any_of(self.groups),
            )
        for source in self.draw(st.lists(st.sampled_from(self.sources), max_size=3)):
            order = self.draw(st.integers(0, 2))
            if not made.quotations.filter(source=source, order=order).exists():
                QuotationFactory.create(
                    statement=made, source=source, order=order, exact=self.any_of(WORDS)
                )
        AssessmentFactory.create(
            statement=made,
            proposition=self.any_of(self.propositions),
            stance=self.any_of([Stance.SUPPORTS, Stance.OPPOSES]),
            quotation=made.quotations.last(),
        )

    def tie(self) -> None:
        one, other = self.draw(st.permutations([*self.groups, *self.people]))[:2]
        if not one.affiliations.filter(group=other).exists():
            AffiliationFactory.create(member=one, group=other, kind=AffiliationKind.MEMBER_OF)

    def alias(self) -> None:
        holder, name = self.any_of(self.groups), self.any_of(["One name", "Another name"])
        if not holder.aliases.filter(name=name).exists():
            AliasFactory.create(stakeholder=holder, name=name)

    def text(self) -> None:
        source, text = self.any_of(self.sources), self.any_of(WORDS[:2])
        if not source.captures.filter(text=text).exists():
            CaptureFactory.create(source=source, text=text)

    def slug(self) -> None:
        row = self.any_of([*self.groups, *self.sources])
        row.refresh_from_db()
        row.slug = f"{row.slug}-later"
        row.save()


STEPS = [World.statement, World.statement, World.tie, World.alias, World.text, World.slug]


class Undoing(TestCase):
    @given(st.data())
    def test_merge_and_undo_of_stakeholders_leave_all_as_it_was(self, data: Any) -> None:
        world = World(data.draw)
        parties = data.draw(st.sampled_from([world.groups, world.groups, world.people]))
        self.merge_and_undo(data, Stakeholder, [each.pk for each in parties])

    @given(st.data())
    def test_merge_and_undo_of_sources_leave_all_as_it_was(self, data: Any) -> None:
        world = World(data.draw)
        self.merge_and_undo(data, Source, [each.pk for each in world.sources])

    def merge_and_undo(self, data: Any, noun: Any, pks: list[int]) -> None:
        """As many merges as are drawn, one into the next, and all of them undone."""
        merges: list[Merge] = []
        before = [dump()]
        order = data.draw(st.permutations(pks))
        for merged, kept in itertools.pairwise(order):
            two = (noun.objects.get(pk=kept), noun.objects.get(pk=merged))
            try:
                done = merge(*two)
            except Obstacle:
                event("refused")
                assert dump() == before[-1]
                break
            assert done.merge
            event("merged")
            merges.append(done.merge)
            before.append(dump())
        assert everything_derived() == before[-1]
        for made in reversed(merges):
            before.pop()
            undo(made)
            assert dump() == before[-1]


@pytest.fixture
def merged_pair(db: None) -> tuple[Stakeholder, Stakeholder, Merge]:
    kept, merged = StakeholderFactory.create(name="Kept"), StakeholderFactory.create(name="Merged")
    said(merged, title="Its statement")
    made = merge(kept, merged).merge
    assert made
    return kept, merged, made


Pair = tuple[Stakeholder, Stakeholder, Merge]


def test_both_are_told_apart_again_in_their_histories(merged_pair: Pair) -> None:
    kept, _, made = merged_pair
    undo(made)
    back = Stakeholder.objects.get(name="Merged")
    for one in (kept, back):
        assert timeline(Stakeholder, one.pk)[0].reason == (
            "The merge of “Merged” into “Kept” was undone"
        )
    assert back.version > 1  # what was opened before is stale


def test_what_was_entered_since_stays_with_the_kept_one(merged_pair: Pair) -> None:
    kept, merged, made = merged_pair
    later = said(Stakeholder.objects.get(pk=kept.pk))
    kept.refresh_from_db()
    kept.description = "Written since."
    kept.save()
    undo(made)
    assert later.attributions.get().stakeholder == kept
    kept.refresh_from_db()
    assert kept.description == "Written since."
    back = Stakeholder.objects.get(name="Merged")
    assert Statement.objects.get(title="Its statement").attributions.get().stakeholder == back
    assert merged.name == back.name


def test_nothing_is_undone_where_a_moved_row_was_changed_since(merged_pair: Pair) -> None:
    kept, _, made = merged_pair
    attribution = Statement.objects.get(title="Its statement").attributions.get()
    attribution.stakeholder = StakeholderFactory.create(name="A third")
    attribution.save()
    before = dump()
    assert "was changed since the merge: its stakeholder" in rehearse_undo(made)
    with pytest.raises(Obstacle):
        undo(made)
    assert dump() == before
    attribution.delete()
    assert "was deleted" in rehearse_undo(made)
    assert kept.aliases.count() == 1


def test_nothing_is_undone_where_the_kept_one_was_merged_on(merged_pair: Pair) -> None:
    kept, _, made = merged_pair
    merge(StakeholderFactory.create(), Stakeholder.objects.get(pk=kept.pk))
    assert rehearse_undo(made) != ""


def test_a_merge_is_undone_once(merged_pair: Pair) -> None:
    *_, made = merged_pair
    undo(made)
    with pytest.raises(Obstacle, match="undone already"):
        undo(made)


def test_what_somebody_else_took_since_is_told_in_words(db: None) -> None:
    merged = StakeholderFactory.create(name="Merged", wikidata_id="Q7")
    kept = StakeholderFactory.create(name="Kept", wikidata_id="")
    made = merge(kept, merged, theirs=()).merge
    assert made
    StakeholderFactory.create(name="A third", wikidata_id="Q7")
    assert "“Merged” would not be valid" in rehearse_undo(made)
