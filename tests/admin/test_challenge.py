"""Challenges are recorded and decided by editors, and corrections reworded."""

from __future__ import annotations

from typing import Any

from django.test import Client

from positions.choices import Stance
from positions.merging import merge
from positions.models import Challenge
from tests.admin.forms import errors_of, opened
from tests.factories import (
    AssessmentFactory,
    ChallengeFactory,
    CorrectionFactory,
    PropositionFactory,
    StakeholderFactory,
    said,
)

ADD = "/admin/positions/challenge/add/"


def at(challenge: Challenge) -> str:
    return f"/admin/positions/challenge/{challenge.pk}/change/"


def decided(client: Client, challenge: Challenge, **fields: Any) -> Any:
    return client.post(at(challenge), {**opened(client, at(challenge)), **fields}, follow=True)


def test_it_is_recorded_from_the_statements_page(editor: Client) -> None:
    statement = said(on={PropositionFactory.create(): Stance.OPPOSES})
    other = AssessmentFactory.create()
    form = editor.get(f"/admin/positions/statement/{statement.pk}/change/").content.decode()
    assert f"{ADD}?statement={statement.pk}" in form
    fields = opened(editor, f"{ADD}?statement={statement.pk}")
    typed = {
        **fields,
        "assessment": statement.assessments.get().pk,
        "received_on": "2019-05-03",
        "challenger_name": "An Example Challenger",
        "disputed": "That the words oppose it.",
    }
    assert "Select a valid choice" in errors_of(editor.post(ADD, {**typed, "assessment": other.pk}))
    page = editor.post(ADD, typed, follow=True)
    assert not errors_of(page)
    made = Challenge.objects.get()
    assert (made.statement, made.assessment) == (statement, statement.assessments.get())
    assert made.is_open


def test_deciding_needs_the_day_and_the_outcome(editor: Client) -> None:
    challenge = ChallengeFactory.create()
    errors = errors_of(decided(editor, challenge, state="upheld"))
    assert "Tell readers what was found" in errors
    assert "Give the day of the decision" in errors
    early = {"state": "upheld", "outcome": "It was so.", "decided_on": "2019-05-02"}
    assert "before it was received" in errors_of(decided(editor, challenge, **early))
    open_still = {"outcome": "It was so.", "decided_on": "2019-05-09"}
    assert "It is decided: choose how" in errors_of(decided(editor, challenge, **open_still))
    correction = CorrectionFactory.create(statement=challenge.statement)
    whole = {**open_still, "state": "upheld_in_part", "correction": correction.pk}
    assert not errors_of(decided(editor, challenge, **whole))
    challenge.refresh_from_db()
    assert (challenge.state, challenge.correction) == ("upheld_in_part", correction)


def test_who_it_is_from_is_one_and_named_only_if_given(editor: Client) -> None:
    challenge = ChallengeFactory.create()
    both = decided(editor, challenge, challenger=StakeholderFactory.create().pk)
    assert "leave this empty" in errors_of(both)
    nobody = decided(editor, challenge, challenger_name="", name_public="on")
    assert "Give the name, or leave this unticked" in errors_of(nobody)


def test_contributors_read_challenges_and_corrections_and_change_neither(
    contributor: Client,
) -> None:
    challenge, correction = ChallengeFactory.create(), CorrectionFactory.create()
    assert contributor.get(ADD).status_code == 403
    for address in (at(challenge), f"/admin/positions/correction/{correction.pk}/change/"):
        assert contributor.get(address).status_code == 200
        assert contributor.post(address, {}).status_code == 403


def test_a_note_to_readers_is_reworded_and_nothing_else_of_it(
    editor: Client, administrator: Client
) -> None:
    correction = CorrectionFactory.create(note="It was rong.")
    address = f"/admin/positions/correction/{correction.pk}/change/"
    sent = {**opened(editor, address), "note": "It was wrong.", "kind": "withdrawn"}
    assert editor.post(address, sent).status_code == 302
    correction.refresh_from_db()
    assert (correction.note, correction.kind) == ("It was wrong.", "corrected")
    assert [each.note for each in correction.history.all()] == ["It was wrong.", "It was rong."]
    assert administrator.get("/admin/positions/correction/add/").status_code == 403


def test_a_statement_that_readers_were_told_of_is_not_deleted(administrator: Client) -> None:
    statement = CorrectionFactory.create(statement=said()).statement
    address = f"/admin/positions/statement/{statement.pk}/delete/"
    assert "never deleted" in administrator.get(address).content.decode()
    administrator.post(address, {"post": "yes"})
    assert type(statement).objects.filter(pk=statement.pk).exists()


def test_who_disputes_it_is_known_to_editors_alone(contributor: Client, editor: Client) -> None:
    party = StakeholderFactory.create(name="Hush Party")
    for fields in (
        {"challenger_name": "Hush Name"},
        {"challenger": party, "challenger_name": ""},
    ):
        challenge = ChallengeFactory.create(statement=said(), **fields)
        challenge.disputed = "It was worded anew."
        challenge.save()
        history = at(challenge).replace("change", "history")
        lists = ("/admin/positions/challenge/", "/admin/review/?tab=challenges")
        for address in (at(challenge), history, *lists):
            assert "Hush" not in contributor.get(address).content.decode(), address
        assert "It was worded anew." in contributor.get(history).content.decode()
        for address in (at(challenge), history, lists[1]):
            assert "Hush" in editor.get(address).content.decode(), address
    assert "Known to editors alone." in contributor.get(at(challenge)).content.decode()


def test_who_agreed_to_be_named_is_known_to_contributors(contributor: Client) -> None:
    challenge = ChallengeFactory.create(statement=said(), name_public=True)
    assert challenge.challenger_name in contributor.get(at(challenge)).content.decode()


def test_no_address_tells_the_name_letter_by_letter(contributor: Client, editor: Client) -> None:
    challenge = ChallengeFactory.create(challenger=StakeholderFactory.create(), challenger_name="")
    ChallengeFactory.create(challenger_name="An Example")
    for query in (
        "challenger_name__startswith=An",
        "challenger__exact=" + str(challenge.challenger_id),
        "challenger__isnull=1",
        "name_public=1",
    ):
        address = f"/admin/positions/challenge/?{query}"
        assert contributor.get(address).status_code == 400, query
        assert editor.get(address).status_code == 200, query


def test_a_merge_of_who_disputes_it_is_no_news_to_contributors(contributor: Client) -> None:
    kept, merged = StakeholderFactory.create(), StakeholderFactory.create(name="Hush Party")
    challenge = ChallengeFactory.create(challenger=merged, challenger_name="", statement=said())
    merge(kept, merged)
    page = contributor.get(at(challenge).replace("change", "history"))
    assert page.status_code == 200
    assert "Hush" not in page.content.decode()


def test_what_a_reader_reported_is_taken_up_by_an_editor(
    contributor: Client, editor: Client
) -> None:
    challenge = ChallengeFactory.create(
        statement=said(),
        is_public=False,
        disputed="",
        report="Hush words",
        reply_to="hush@m.example",
    )
    queue = "/admin/review/?tab=challenges"
    for address in (at(challenge), at(challenge).replace("change", "history"), queue):
        assert "Hush words" not in contributor.get(address).content.decode(), address
    assert "Hush words" in editor.get(queue).content.decode()
    page = editor.get(at(challenge)).content.decode()
    assert "Hush words" in page
    assert "hush@m.example" in page
    assert "Say in our words" in errors_of(decided(editor, challenge, is_public="on"))
    taken_up = {"is_public": "on", "disputed": "That it was so worded.", "reply_to": ""}
    assert not errors_of(decided(editor, challenge, **taken_up))
    challenge.refresh_from_db()
    assert (challenge.is_public, challenge.report) == (True, "Hush words")
    assert challenge.reply_to == ""
    assert "hush@m.example" not in str(list(challenge.history.values()))
    back = opened(editor, at(challenge))
    del back["is_public"]
    assert "it stays" in errors_of(editor.post(at(challenge), back, follow=True))
    assert editor.get("/admin/positions/challenge/?report__startswith=H").status_code == 200
    assert contributor.get("/admin/positions/challenge/?report__startswith=H").status_code == 400
