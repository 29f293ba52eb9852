"""A letter of 1,050 signatories in the admin: its page in parts, and all that is done with it."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.test import Client

from positions.admin.editing.paged import AT_ONCE
from positions.choices import WorkflowState
from positions.importers.sheets import SHEETS
from positions.models import Attribution, IndexEntry, Position, Statement
from tests.admin.forms import NOTE, errors_of, fields_of, messages_of, opened
from tests.admin.spreadsheets.files import STATEMENTS, shown
from tests.admin.statement.typed import LIST, change
from tests.long_letters import SHORT, SHORT_SIGNATORIES, SIGNATORIES, Letters
from tests.queries import counted

MEGABYTE = 1_000_000
HOLDERS = SIGNATORIES - SIGNATORIES // 10  # the persons speak for organisations that sign as well
# Derivation goes through 500 holders at a time; SQLite takes some 70 new rows in one insertion.
SAVED_UNCHANGED, WRITTEN = 700, 900


@pytest.fixture
def superuser(db: None) -> Client:
    """Whose pages have the most on them: all the links to add and to open what is chosen."""
    client = Client()
    client.force_login(User.objects.create_superuser("example-superuser"))
    return client


def printed(statement: Statement) -> dict[str, str]:
    """The printed names of those that have one, by slug."""
    rows = statement.attributions.exclude(name_printed="")
    return dict(rows.values_list("stakeholder__slug", "name_printed"))


def ways_back(client: Client, statement: Statement) -> list[str]:
    page = client.get(f"/admin/positions/statement/{statement.pk}/history/").content.decode()
    return re.findall(r'class="goback" href="([^"]+)"', page)


def test_pages_of_the_admin_are_small_and_cost_few_queries(
    superuser: Client, letters: Letters
) -> None:
    statement, source = letters.letter.pk, letters.shared.pk
    organisation, proposition = letters.parties[1].pk, letters.proposition.pk
    for path in (
        "",
        "statement/",
        "statement/?q=signatory",
        "statement/export/",
        "statement/import/",
        f"statement/{statement}/change/",
        f"statement/{statement}/change/?rows={SIGNATORIES}",
        f"statement/{statement}/change/?find=Person+09",
        f"statement/{statement}/history/",
        f"statement/{statement}/delete/",
        f"statement/{letters.short[0].pk}/change/",
        "source/",
        f"source/{source}/change/",
        f"source/{source}/history/",
        f"source/{source}/delete/",
        "organisation/",
        f"organisation/{organisation}/change/",
        f"organisation/{organisation}/history/",
        f"organisation/{organisation}/delete/",
        f"proposition/{proposition}/change/",
        f"proposition/{proposition}/delete/",
    ):
        with counted() as queries:
            page = superuser.get(f"/admin/positions/{path}")
        assert page.status_code == 200, path
        assert len(page.content) < MEGABYTE, path
        assert queries.n < 130, path  # deleting names twenty of each kind, with what they are of
    for address in ("/admin/review/", "/admin/housekeeping/"):
        assert superuser.get(address).status_code == 200


def test_rows_are_shown_some_at_a_time_and_found_by_name(editor: Client, letters: Letters) -> None:
    address = change(letters.letter)
    last = editor.get(f"{address}?rows={SIGNATORIES}").content.decode()
    assert f"Rows {SIGNATORIES - AT_ONCE + 1}–{SIGNATORIES} of {SIGNATORIES}" in last
    assert f"#{SIGNATORIES}</span>" in last
    found = opened(editor, f"{address}?find=Person 0099")
    assert found["attributions-INITIAL_FORMS"] == "1"
    assert found["attributions-0-stakeholder"] == str(letters.parties[99].pk)
    nobody = editor.get(f"{address}?find=Nobody at All").content.decode()
    assert "No row has “Nobody at All”" in nobody
    for nonsense in ("x", "-1", "0", "9" * 5000):
        assert opened(editor, f"{address}?rows={nonsense}")["shown_rows"] == "1"


def test_edits_on_one_page_of_rows_leave_the_others(editor: Client, letters: Letters) -> None:
    address = change(letters.letter)
    fields = opened(editor, f"{address}?rows=101")
    fields |= {"attributions-3-name_printed": "As printed", "attributions-7-DELETE": "on"}
    fields |= {"attributions-50-stakeholder": str(letters.parties[0].pk)}
    fields |= {"attributions-50-role": "author", "_continue": "151"}
    with counted() as queries:
        answer = editor.post(f"{address}?rows=101", fields)
    assert answer.status_code == 302, errors_of(answer)
    assert answer["Location"] == f"{address}?rows=151&find="
    assert queries.n < SAVED_UNCHANGED
    assert printed(letters.letter) == {"signatory-0103": "As printed"}
    rows = list(letters.letter.attributions.values_list("stakeholder__slug", "role"))
    slugs = [party.slug for party in letters.parties]
    expected = [(slug, "signatory") for slug in slugs if slug != slugs[107]]
    assert rows == [*expected, (slugs[0], "author")]
    assert not Position.objects.filter(
        statement=letters.letter, holder=letters.parties[107]
    ).exists()


def test_saving_without_a_change_writes_no_row_again(editor: Client, letters: Letters) -> None:
    address = change(letters.letter)
    entries = set(IndexEntry.objects.filter(statement=letters.letter).values_list("pk", flat=True))
    fields = opened(editor, f"{address}?rows=51")
    with counted() as queries:
        answer = editor.post(f"{address}?rows=51", fields | {NOTE: ""})
    assert answer.status_code == 302, errors_of(answer)
    assert queries.n < SAVED_UNCHANGED
    assert Attribution.history.filter(statement_id=letters.letter.pk).count() == SIGNATORIES
    stored = IndexEntry.objects.filter(statement=letters.letter)
    assert set(stored.values_list("pk", flat=True)) == entries


def test_rows_of_two_pages_that_are_saved_at_once_are_both_kept(
    editor: Client, letters: Letters
) -> None:
    address = change(letters.letter)
    typed = opened(editor, f"{address}?rows=201") | {"attributions-2-name_printed": "Typed late"}
    first = opened(editor, address) | {"attributions-0-name_printed": "Saved first"}
    assert editor.post(address, first).status_code == 302
    page = editor.post(f"{address}?rows=201", typed)
    assert page.status_code == 302, errors_of(page)
    assert printed(letters.letter) == {
        "signatory-0000": "Saved first",
        "signatory-0202": "Typed late",
    }


def test_rows_taken_off_leave_a_published_letter_its_others(
    editor: Client, letters: Letters
) -> None:
    address = change(letters.letter)
    fields = opened(editor, address)
    fields |= {f"attributions-{place}-DELETE": "on" for place in range(AT_ONCE)}
    answer = editor.post(address, fields)
    assert answer.status_code == 302, errors_of(answer)
    assert letters.letter.attributions.count() == SIGNATORIES - AT_ONCE


def test_signatory_of_another_page_is_not_taken_twice(editor: Client, letters: Letters) -> None:
    address = change(letters.letter)
    doubled = opened(editor, address) | {
        "attributions-50-stakeholder": str(letters.parties[1000].pk),
        "attributions-50-role": "signatory",
        "attributions-50-capacity": "organisational",
    }
    assert "in a row that is not shown here" in errors_of(editor.post(address, doubled))


def test_pasted_list_of_thousands_is_added_at_once(editor: Client, letters: Letters) -> None:
    statement = letters.short[0]
    names = "\r\n".join(party.name for party in letters.parties)
    fields = opened(editor, change(statement)) | {"signatories": names}
    with counted() as queries:
        answer = editor.post(change(statement), fields)
    assert answer.status_code == 302, errors_of(answer)
    assert queries.n < WRITTEN
    signed = statement.attributions.values_list("stakeholder__slug", flat=True)
    assert list(signed) == [party.slug for party in letters.parties]
    page = editor.get(change(statement))
    assert f"and {SIGNATORIES - SHORT_SIGNATORIES - 50} more" in messages_of(page)
    assert len(messages_of(page)) < 4_000
    # And back: what was pasted goes again.
    back = ways_back(editor, statement)[-1]
    assert editor.get(back).status_code == 200
    with counted() as queries:
        assert editor.post(back, {NOTE: "An example note."}).status_code == 302
    assert queries.n < WRITTEN
    assert statement.attributions.count() == SHORT_SIGNATORIES


def test_pasted_list_of_unknown_names_is_refused_in_a_page_of_its_size(
    editor: Client, letters: Letters
) -> None:
    names = "\r\n".join(f"Nobody {number}" for number in range(SIGNATORIES))
    page = editor.post(
        change(letters.short[0]),
        opened(editor, change(letters.short[0])) | {"signatories": names},
    )
    assert f"{SIGNATORIES:,} lines match nobody, or several." in errors_of(page)
    assert f"Nobody {SIGNATORIES - 1}" in page.content.decode()
    assert len(page.content) < 1.1 * MEGABYTE


def test_deleted_letter_comes_back_with_all_its_names(
    administrator: Client, letters: Letters
) -> None:
    address = f"/admin/positions/statement/{letters.letter.pk}/delete/"
    Statement.objects.filter(pk=letters.letter.pk).update(state=WorkflowState.DRAFT)
    with counted() as queries:
        assert administrator.post(address, {"post": "yes"}).status_code == 302
    assert queries.n < WRITTEN
    assert not Statement.objects.filter(pk=letters.letter.pk).exists()
    removed = Attribution.history.filter(statement_id=letters.letter.pk, history_type="-")
    assert removed.count() == SIGNATORIES
    [back] = ways_back(administrator, letters.letter)
    with counted() as queries:
        answer = administrator.post(back, {NOTE: "An example note."})
    assert answer.status_code == 302
    assert queries.n < WRITTEN
    assert letters.letter.attributions.count() == SIGNATORIES
    assert Position.objects.filter(statement=letters.letter).count() == HOLDERS


def test_letters_are_withdrawn_and_published_again_from_the_list(
    editor: Client, letters: Letters
) -> None:
    chosen: dict[str, Any] = {
        "_selected_action": [letters.letter.pk, *(each.pk for each in letters.short)]
    }
    asked = editor.post(LIST, {"action": "withdraw", **chosen})
    assert len(asked.content) < MEGABYTE
    assert f"and {HOLDERS - 20} more" in asked.content.decode().replace(",", "")
    for action, left in (("withdraw", 0), ("publish", HOLDERS)):
        note = {"note": "An example note.", "confirmed": "yes"}
        page = editor.post(LIST, {"action": action, **note, **chosen}, follow=True)
        assert f"{SHORT + 1} statements are" in messages_of(page)
        assert Position.objects.filter(statement=letters.letter).count() == left


def test_signatory_is_merged_into_another(editor: Client, letters: Letters) -> None:
    merged, kept = letters.parties[1001], letters.parties[1002]
    address = f"/admin/housekeeping/merge/stakeholder/{merged.pk}/{kept.pk}/"
    page = editor.get(address)
    assert page.status_code == 200
    answer = editor.post(address, fields_of(page))
    assert answer.status_code == 302, errors_of(answer)
    assert letters.letter.attributions.count() == SIGNATORIES - 1
    assert not Position.objects.filter(holder=merged).exists()


def test_letter_goes_out_as_a_sheet_and_comes_in_by_the_command(
    editor: Client, letters: Letters, tmp_path: Path
) -> None:
    answer = editor.post(f"{STATEMENTS}export/?q=The long letter", {"ending": ".csv"})
    content = answer.getvalue()
    header, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    assert header == list(SHEETS["statements"].header)
    assert [row[header.index("voice")] for row in rows] == [party.slug for party in letters.parties]
    # What is planned and shown within one request is limited; the page says what takes more.
    preview = shown(editor, STATEMENTS, content)
    assert preview.status_code == 200
    assert "by manage.py import_statements" in preview.content.decode()
    path, out = tmp_path / "letter.csv", io.StringIO()
    path.write_bytes(content)
    call_command("import_statements", path, stdout=out)
    assert "nothing was changed" in out.getvalue()
    assert letters.letter.attributions.count() == SIGNATORIES
