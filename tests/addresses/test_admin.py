"""No page of the admin fails, whatever is sent to it: every address, field, key and list action."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import count, cycle
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.addresses import editors
from tests.addresses.hostile import DIGITS, HEADERS, VALUES
from tests.addresses.reasons import trouble
from tests.admin.forms import fields_of
from tests.conftest import written_once

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("superuser")]
ROUTES = list(dict.fromkeys(editors.routes()))
NOT_A_FORM = re.compile(r"/(logout|export|process_import)/$")
# What the admin's pages read of a query string, whichever of them.
KEYS = (
    *("q", "p", "o", "e", "all", "_popup", "_to_field", "_changelist_filters", "_facets"),
    *("state__exact", "state", "kind__exact", "topic__id__exact", "id__exact", "id", "pk__in"),
    *("assessments__stance", "check", "source", "topic", "proposition", "statement", "publisher"),
    *("addressees", "member", "group", "url", "tab", "missing", "by", "page", "next"),
    *("term", "app_label", "model_name", "field_name"),
)
IN_ADDRESSES = ("5,000 digits", "more than 64 bits", "a character that is none", "half a character")
IN_FORMS = (*IN_ADDRESSES, "a negative number", "a digit that is no decimal", "no address")
READS_KEYS = re.compile(r"/positions/\w+/(add/)?$|/(desk|review|autocomplete)/$")
TOGETHER = 16  # fields of a form that have a hostile value at once, while the others are right


@pytest.fixture(scope="module")
def superuser(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[User]:
    with written_once(django_db_blocker, editors.put_rows) as user:
        yield user


@pytest.fixture
def client(superuser: User) -> Client:
    made = Client(raise_request_exception=False)
    made.force_login(superuser)
    return made


def posted(client: Client, address: str, fields: Mapping[str, Any]) -> str:
    """What is wrong with the answer to a form, of which nothing stays written."""
    with transaction.atomic():
        body = urlencode(fields, doseq=True, errors="surrogatepass")
        answer = client.post(address, body, content_type="application/x-www-form-urlencoded")
        wrong = trouble(address, answer)
        transaction.set_rollback(True)
    return wrong


def asked(client: Client, address: str) -> str:
    """What is wrong with what an account is shown, which nobody else may keep for it."""
    answer = client.get(address)
    kept = "no-store" not in answer.get("Cache-Control", "")
    return trouble(address, answer) or ("It may be kept." if kept else "")


def left(found: Mapping[Any, str]) -> dict[Any, str]:
    return {asked: wrong[:300] for asked, wrong in found.items() if wrong}


@pytest.mark.parametrize("route", ROUTES)
def test_no_value_in_a_path_or_a_query_string_makes_a_page_fail(client: Client, route: str) -> None:
    """Each key has each value on several pages, and each page of a noun has each key alone."""
    found: dict[Any, str] = {}
    for kind in IN_ADDRESSES:
        written = quote(VALUES[kind], safe="", errors="surrogatepass")
        for part in editors.parts(route):
            address = editors.filled(route, **{part: written})
            found[kind, part] = asked(client, address)
    address, place = editors.filled(route), ROUTES.index(route)
    values = list(VALUES.values())
    together = [(key, values[turn % len(values)]) for turn, key in enumerate(KEYS, place)]
    found["plain"] = asked(client, address)
    query = urlencode(together, errors="surrogatepass")
    found["all"] = asked(client, f"{address}?{query}")
    if READS_KEYS.search(route):
        for turn, key in enumerate(in_turns(KEYS, place, 6), place):
            kind = IN_ADDRESSES[turn % 3]
            found[kind, key] = asked(client, f"{address}?{urlencode({key: VALUES[kind]})}")
    assert left(found) == {}


def in_turns(things: Sequence[str], place: int, turns: int) -> Sequence[str]:
    """Every so many-th of these: which of them depends on the place of the page in the table."""
    return things[place % turns :: turns]


@pytest.mark.parametrize("route", [each for each in ROUTES if not NOT_A_FORM.search(each)])
def test_no_value_of_a_field_makes_a_form_fail(client: Client, route: str) -> None:
    address, place = editors.filled(route), ROUTES.index(route)
    page = client.get(address)
    fields = fields_of(page) if page.status_code == 200 and "html" in page["Content-Type"] else {}
    found = {"nothing": posted(client, address, {})}
    if fields:
        actions = re.findall(r'<option value="(\w+)"', page.text.partition('name="action"')[2])
        for turn, action in enumerate(actions if 'name="action"' in page.text else [], place):
            value = VALUES[IN_FORMS[turn % len(IN_FORMS)]]
            sent = {"action": action, "_selected_action": [value, value], "index": value}
            sent |= {"post": "yes", "note": value, "confirmed": "1"}
            found[f"{value[:9]}: {action}"] = posted(client, address, sent)
        for turn, (name, hostile) in enumerate(_replaced(fields, place)):
            found[f"{turn}, {name}"] = posted(client, address, hostile)
    assert left(found) == {}


def _replaced(fields: Mapping[str, Any], place: int) -> Iterator[tuple[str, dict[str, Any]]]:
    """The form with hostile values in the counts, in the keys, in all others, and in a few fields.

    Each field has another value than the one before it, and on every page another one. Of the rows
    of a page one stands for all; a value in a count or a key refuses all of its rows, and so the
    others have their own turns.
    """
    counts = [name for name in fields if name.endswith("_FORMS")]
    keys = [name for name in fields if re.search(r"(^|[-_])(id|version|card)$", name)]
    others = [name for name in fields if name not in {*counts, *keys}]
    single = {re.sub(r"\d+", "#", name): name for name in others if len(str(fields[name])) < 20}
    turns = count(place)

    def with_all(names: Sequence[str], times: int = 1, but: str = "") -> dict[str, Any]:
        usable = [VALUES[kind] for kind in IN_FORMS if kind != but]
        taken = {name: [usable[next(turns) % len(usable)]] * times for name in names}
        return {**fields, **taken}

    if counts:  # of too large a count Django draws 2,000 rows, of which there is a test
        yield "counts", with_all(counts, but="more than 64 bits")
    if keys:
        yield "keys", with_all(keys)
    yield "others", with_all(others)
    yield "others, twice", with_all(others, 2)
    several = list(single.values())
    for first in range(0, len(several), TOGETHER):
        yield several[first], with_all(several[first : first + TOGETHER])


def test_a_form_that_claims_two_thousand_rows_is_answered(client: Client) -> None:
    address = editors.filled("/admin/positions/organisation/{object_id}/change/")
    fields = fields_of(client.get(address))
    claimed = dict.fromkeys((each for each in fields if each.endswith("TOTAL_FORMS")), "2000")
    assert claimed
    assert posted(client, address, {**fields, **claimed}) == ""


@pytest.mark.parametrize("term", ["", "a\0b", "7" * 5000])
def test_a_choice_offered_while_typing_fails_for_no_value(client: Client, term: str) -> None:
    asked = {"app_label": "positions", "model_name": "statement", "field_name": "source"}
    for changed in ({}, {"field_name": term}, {"model_name": term}, {"app_label": "axes"}):
        query = urlencode({**asked, "term": term, "page": term, **changed})
        answer = client.get(f"/admin/autocomplete/?{query}")
        assert trouble("/admin/autocomplete/", answer) == ""


def test_no_key_of_what_is_chosen_makes_a_form_fail(client: Client) -> None:
    address = "/admin/positions/statement/add/"
    fields = fields_of(client.get(address))
    chosen = [name for name in fields if name.endswith(("source", "stakeholder", "proposition"))]
    assert chosen
    values = cycle(("no number", "²", "1.5", str(2**64), "-1", "a\0b", "1\n"))
    for _ in range(3):
        sent = {**fields, **dict(zip(chosen, values, strict=False))}
        assert posted(client, address, sent) == ""


HOSTILE_FILES = {
    "nothing.csv": b"",
    "null.csv": b"slug,name\na,b\0c\n",
    "half.csv": b"slug,name\na,\xed\xa0\x80\n",
    "latin.csv": b"slug,name\na,\xe9\n",
    "quotes.csv": b'slug,name\na,"' + b"x" * 200_000,
    "columns.csv": b"," * 50_000 + b"\n",
    "digits.csv": b"slug,name,latest\na,b," + DIGITS.encode() + b"\n",
    "no-zip.xlsx": b"PK\x03\x04 and no more",
    "text.xlsx": b"slug,name\n",
    "name\0.csv": b"slug,name\n",
    "../../etc/passwd": b"slug,name\n",
    "a.xls": b"\xd0\xcf\x11\xe0",
}


@pytest.mark.parametrize("noun", ["topic", "statement"])
@pytest.mark.parametrize("name", HOSTILE_FILES)
def test_no_file_makes_the_page_fail_that_loads_files(client: Client, noun: str, name: str) -> None:
    address = f"/admin/positions/{noun}/import/"
    with transaction.atomic():
        file = SimpleUploadedFile(name, HOSTILE_FILES[name])
        answer = client.post(address, {"import_file": file, "note": "a\0b"[: len(name) % 4]})
        transaction.set_rollback(True)
    assert trouble(address, answer) == ""
    assert answer.status_code in {200, 400}


@pytest.mark.drawn
@pytest.mark.parametrize("headers", HEADERS, ids=" ".join)
def test_no_header_makes_a_page_fail(client: Client, headers: dict[str, str]) -> None:
    kept = client.cookies.output(header="", sep=";")
    for address in ("/admin/positions/topic/", "/admin/nothing/"):
        for method in ("GET", "POST"):
            sent = {"Cookie": kept, **headers}
            answer = client.generic(method, address, b"a=%FF&b=" + DIGITS.encode(), headers=sent)
            assert (address, trouble(address, answer)) == (address, "")
