"""No page of the admin fails, whatever is sent to it: every address, field, key and list action."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from django.contrib.auth.models import User
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
# The widest of what hostile values do to the forms of the admin: one alone, others all at once.
ALONE = "5,000 digits"


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


def left(found: Mapping[Any, str]) -> dict[Any, str]:
    return {asked: wrong[:300] for asked, wrong in found.items() if wrong}


@pytest.mark.parametrize("route", ROUTES)
def test_no_value_in_a_path_or_a_query_string_makes_a_page_fail(client: Client, route: str) -> None:
    found = {}
    for kind in IN_ADDRESSES:
        written = quote(VALUES[kind], safe="", errors="surrogatepass")
        for part in editors.parts(route):
            address = editors.filled(route, **{part: written})
            found[kind, part] = trouble(address, client.get(address))
    address = editors.filled(route)
    for kind, value in VALUES.items():
        together = urlencode([(key, value) for key in KEYS], errors="surrogatepass")
        found[kind, "all"] = trouble(address, client.get(f"{address}?{together}"))
    if re.search(r"/positions/\w+/(add/)?$|/(desk|review|autocomplete)/$", route):
        for kind in IN_ADDRESSES[:3]:
            for key in KEYS:
                asked = f"{address}?{urlencode({key: VALUES[kind]})}"
                found[kind, key] = trouble(address, client.get(asked))
    assert left(found) == {}


@pytest.mark.parametrize("route", [each for each in ROUTES if not NOT_A_FORM.search(each)])
def test_no_value_of_a_field_makes_a_form_fail(client: Client, route: str) -> None:
    address = editors.filled(route)
    page = client.get(address)
    fields = fields_of(page) if page.status_code == 200 and "html" in page["Content-Type"] else {}
    found = {"nothing": posted(client, address, {})}
    if fields:
        actions = re.findall(r'<option value="(\w+)"', page.text.partition('name="action"')[2])
        for kind in IN_FORMS:
            value = VALUES[kind]
            for name, sent in _replaced(fields, value, alone=kind == ALONE):
                found[f"{kind}: {name}"] = posted(client, address, sent)
            for action in actions if 'name="action"' in page.text else []:
                sent = {"action": action, "_selected_action": [value, value], "index": value}
                found[f"{kind}: {action}"] = posted(client, address, {**sent, "post": "yes"})
    assert left(found) == {}


def _replaced(
    fields: Mapping[str, Any], value: str, *, alone: bool
) -> Iterator[tuple[str, dict[str, Any]]]:
    """The form with the value in each field that holds a key or a number, in all, in the others."""
    kinds = {re.sub(r"\d+", "#", name): name for name in fields}
    numbers = [name for name in fields if re.search(r"_FORMS$|(^|[-_])(id|version|card)$", name)]
    others = [name for name in fields if name not in numbers]
    if value == VALUES["more than 64 bits"]:  # so many rows are drawn up to Django's 2,000
        numbers = [name for name in numbers if not name.endswith("TOTAL_FORMS")]
    yield "counts and keys", {**fields, **dict.fromkeys(numbers, value)}
    yield "all others", {**fields, **dict.fromkeys(others, value)}
    if alone:
        yield "all others, twice", {**fields, **{name: [value, value] for name in others}}
    for name in kinds.values() if alone else ():
        if len(str(fields[name])) < 20:
            yield name, {**fields, name: value}


@pytest.mark.parametrize("headers", HEADERS, ids=" ".join)
def test_no_header_makes_a_page_fail(client: Client, headers: dict[str, str]) -> None:
    kept = client.cookies.output(header="", sep=";")
    for address in ("/admin/", "/admin/desk/", "/admin/positions/statement/", "/admin/nothing/"):
        for method in ("GET", "POST"):
            sent = {"Cookie": kept, **headers}
            answer = client.generic(method, address, b"a=%FF&b=" + DIGITS.encode(), headers=sent)
            assert (address, trouble(address, answer)) == (address, "")
