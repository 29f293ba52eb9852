"""One write: whole or not at all, one record of each row, and many for the price of one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from positions.choices import Stance
from positions.models import (
    Alias,
    Attribution,
    Correction,
    Position,
    Proposition,
    Stakeholder,
    StaleEdit,
    Statement,
)
from positions.recording import CorrectionNote, Invalid, NoteNeeded, Recording, Unpublishable
from tests.factories import PropositionFactory, StakeholderFactory, StatementFactory, said

pytestmark = pytest.mark.django_db
NOTE = CorrectionNote("It is put right.")


def test_what_is_refused_at_the_end_is_not_written() -> None:
    statement = said(title="As it was")
    with pytest.raises(NoteNeeded), Recording() as record:
        record.change(statement, title="As it is")
    statement.refresh_from_db()
    assert (statement.title, statement.history.count()) == ("As it was", 1)


def test_readers_are_told_and_it_is_in_the_history_with_the_reason() -> None:
    statement = said(title="As it was")
    with Recording(NOTE) as record:
        record.change(statement, title="As it is")
    told = Correction.objects.get()
    assert (told.note, told.kind) == ("It is put right.", "corrected")
    newest = statement.history.latest()
    assert newest.history_change_reason == "Readers are told: It is put right."
    assert newest.history_date == told.history.get().history_date == record.moment


def test_a_part_that_is_written_makes_its_noun_newer_and_tells_why() -> None:
    statement = said()
    voice = statement.attributions.get()
    with Recording(NOTE) as record:
        record.change(voice, name_printed="an example voice")
    written = Statement.objects.get()
    assert written.version == statement.version + 1
    assert written.history.latest().history_change_reason == NOTE.reason
    with pytest.raises(StaleEdit):
        statement.save()


def test_a_row_that_is_written_twice_has_one_record_with_its_choices() -> None:
    addressee = StakeholderFactory.create()
    with Recording() as record:
        statement = Statement(kind="letter", title="First")
        record.add(statement)
        record.change(statement, title="Second")
        record.choose(statement, "addressees", [addressee])
    newest = statement.history.get()
    assert (newest.title, newest.history_type) == ("Second", "+")
    assert [each.stakeholder for each in newest.addressees.all()] == [addressee]


def test_what_the_database_refuses_is_said_in_words_of_the_row() -> None:
    statement = said()
    voices = [
        Attribution(statement=statement, stakeholder=party, role="author")
        for party in (StakeholderFactory.create(), statement.attributions.get().stakeholder)
    ]
    with pytest.raises(Invalid) as invalid, Recording(NOTE) as record:
        record.add_all(voices)
    assert invalid.value.row is voices[1]
    assert "already exists" in str(invalid.value)
    assert statement.attributions.count() == 1


def test_what_refers_to_something_deleted_is_refused() -> None:
    statement, party = said(), StakeholderFactory.create()
    voice = Attribution(statement_id=statement.pk, stakeholder_id=party.pk)
    party.delete()
    with pytest.raises(Invalid, match="was deleted"), Recording(NOTE) as record:
        record.add(voice)


def test_nothing_is_published_that_lacks_what_readers_need() -> None:
    bare = StatementFactory.create(state="draft")
    with (
        pytest.raises(Unpublishable, match="somebody who makes it and words"),
        Recording() as record,
    ):
        record.change(bare, state="published")


def test_positions_follow_a_row_that_goes() -> None:
    proposition = PropositionFactory.create()
    statement = said(on={proposition: Stance.OPPOSES})
    assert Position.objects.exists()
    with Recording(NOTE) as record:
        record.remove(statement.assessments.get())
    assert not Position.objects.exists()
    with Recording() as record:
        record.remove(statement.attributions.get().stakeholder.aliases.create(name="Gone"))
    assert not Alias.objects.exists()


def test_a_list_of_a_public_statement_loses_nobody_in_silence() -> None:
    statement, addressee = said(), StakeholderFactory.create()
    statement.addressees.set([addressee])
    with pytest.raises(NoteNeeded, match="the addressees changed"), Recording() as record:
        record.remove(addressee)


def publish(statements: list[Statement]) -> None:
    for each in statements:
        each.state = "published"
    with Recording() as record:
        record.change_all(dict.fromkeys(statements, ("state",)))


def retitle(statements: list[Statement]) -> None:
    for each in statements:
        each.title = "Another title"
    with Recording(NOTE) as record:
        record.change_all(dict.fromkeys(statements, ("title",)))


def sign(statements: list[Statement]) -> None:
    party = StakeholderFactory.create()
    with Recording(NOTE) as record:
        record.add_all(
            [
                Attribution(statement=each, stakeholder=party, role="signatory")
                for each in statements
            ]
        )


def unsign(statements: list[Statement]) -> None:
    keys = [each.pk for each in statements]
    with Recording(NOTE) as record:
        record.remove_all(list(Attribution.objects.filter(statement__in=keys, order=1)))


@pytest.mark.parametrize("deed", [publish, retitle, sign, unsign])
def test_many_cost_no_more_queries_than_a_few(deed: Callable[[list[Statement]], None]) -> None:
    proposition, voices = PropositionFactory.create(), StakeholderFactory.create_batch(2)
    state = "draft" if deed is publish else "published"

    def cost(many: int) -> int:
        statements = [
            said(*voices, on={proposition: Stance.OPPOSES}, state=state) for _ in range(many)
        ]
        with CaptureQueriesContext(connection) as queries:
            deed(statements)
        return len(queries)

    cost(1)
    assert cost(12) == cost(3)


def test_one_of_many_that_is_outdated_undoes_all() -> None:
    statements = [said(title=f"Title {number}") for number in range(3)]
    Statement.objects.filter(pk=statements[1].pk).outdate()
    with pytest.raises(StaleEdit):
        retitle(statements)
    assert not Statement.objects.filter(title="Another title").exists()


def test_one_of_many_that_the_database_refuses_is_named_and_undoes_all() -> None:
    statements = [said(*StakeholderFactory.create_batch(2)) for _ in range(3)]
    [taken, first], *_ = [list(each.attributions.order_by("order")) for each in statements]
    others = [each.attributions.earliest("pk") for each in statements[1:]]
    party = taken.stakeholder
    for row in (*others, first):
        row.stakeholder = party
    with pytest.raises(Invalid) as refused, Recording(NOTE) as record:
        record.change_all(dict.fromkeys((*others, first), ("stakeholder",)))
    assert refused.value.row == first
    assert not Attribution.objects.filter(stakeholder=party).exclude(pk=taken.pk).exists()


def test_those_who_are_listed_by_kind_are_listed_anew() -> None:
    party = StakeholderFactory.create(kind="company")
    statement = said(party, on={PropositionFactory.create(): Stance.OPPOSES})
    with Recording() as record:
        record.change(Stakeholder.objects.get(pk=party.pk), kind="advocacy")
    assert {each.voice_kind for each in statement.index_entries.all()} == {"advocacy"}


def test_a_proposition_that_is_moved_takes_its_statements_along() -> None:
    proposition, other = PropositionFactory.create(), PropositionFactory.create()
    statement = said(on={proposition: Stance.OPPOSES})
    with Recording() as record:
        record.change(Proposition.objects.get(pk=proposition.pk), topic=other.topic)
    assert other.topic_id in {each.topic_id for each in statement.index_entries.all()}


@pytest.mark.parametrize("name", ["AMAZON", "Amazon, Inc.", "the amazon"])
def test_no_organisation_gets_a_name_of_another(name: str) -> None:
    StakeholderFactory.create(name="Amazon")
    other = StakeholderFactory.create(name="Another")
    with pytest.raises(Invalid, match="a name of Amazon"), Recording() as record:
        record.add(Stakeholder(name=name, kind="company"))
    with pytest.raises(Invalid, match="a name of Amazon"), Recording() as record:
        record.change(other, name=name)
    several = [Stakeholder(name=each, kind="company") for each in ("Weir", name.replace("A", "a"))]
    with pytest.raises(Invalid, match="a name of"), Recording() as record:
        record.add_all(several)
    assert Stakeholder.objects.count() == 2


def test_a_person_may_have_a_name_of_another_and_who_shared_one_before_is_still_written() -> None:
    one, two = (StakeholderFactory.create(name="Amazon") for _ in range(2))
    with Recording() as record:
        record.change(one, abbreviation="AMZN")
        record.change(two)
        record.add(Stakeholder(name="Amazon", kind="person"))
    assert Stakeholder.objects.filter(name="Amazon").count() == 3


def test_two_new_organisations_of_one_name_are_refused_together() -> None:
    names = ("The Weir", "Weir Ltd")
    with pytest.raises(Invalid, match="a name of The Weir"), Recording() as record:
        record.add_all([Stakeholder(name=each, kind="company") for each in names])
