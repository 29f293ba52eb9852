"""Fills in the admin's pages as a browser would: what the page shows, with some of it changed."""

from __future__ import annotations

from copy import deepcopy
from html.parser import HTMLParser
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.auth.models import User
from django.test import Client

NOTE = "correction_note"
BLANK: dict[Any, dict[str, Any]] = {}  # the fields of pages to add a noun, by what one may do


class _Form(HTMLParser):
    """Reads the values of a page's main form."""

    def __init__(self) -> None:
        super().__init__()
        self.data: dict[str, Any] = {}
        self._select: str | None = None
        self._multiple = False
        self._textarea: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name")
        ticked = given.get("type") in {"checkbox", "radio"}
        if tag == "input" and name and ticked:
            if "checked" in given:
                self.data[name] = given.get("value", "on") or ""
        elif tag == "input" and name == "card":  # once for each card of the desk
            self.data.setdefault(name, []).append(given.get("value"))
        elif tag == "input" and name and given.get("type") not in {"submit", "file"}:
            self.data[name] = given.get("value") or ""
        elif tag == "textarea" and name:
            self._textarea = name
            self.data[name] = ""
        elif tag == "select" and name:
            self._select, self._multiple = name, "multiple" in given
            self.data[name] = [] if self._multiple else ""
        elif tag == "option" and self._select and "selected" in given:
            value = given.get("value") or ""
            if self._multiple:
                self.data[self._select].append(value)
            else:
                self.data[self._select] = value

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self._textarea:
            # A browser drops the line end after the tag, and sends the others as CR LF.
            text = self.data[self._textarea].removeprefix("\n")
            self.data[self._textarea] = text.replace("\r\n", "\n").replace("\n", "\r\n")
            self._textarea = None
        elif tag == "select":
            self._select = None

    def handle_data(self, data: str) -> None:
        if self._textarea:
            self.data[self._textarea] += data


def fields_of(page: Any) -> dict[str, Any]:
    """All that the page's form would send if it were sent as it is."""
    reader = _Form()
    reader.feed(page.content.decode())
    return {
        name: value
        for name, value in reader.data.items()
        if "__prefix__" not in name and name != "searchbar"
    }


def opened(client: Client, address: str) -> dict[str, Any]:
    """The fields of the page at an address, which must open.

    Where it asks for a note to readers, who have seen what it shows, there is one. A page to add a
    noun is opened once for all who may do the same: it is blank, whatever there is.
    """
    if not address.endswith("/add/"):
        return _opened(client, address)
    account = User.objects.get(pk=client.session[SESSION_KEY])
    blank = address, account.is_superuser, frozenset(account.get_all_permissions())
    if blank not in BLANK:
        BLANK[blank] = _opened(client, address)
    return deepcopy(BLANK[blank])


def _opened(client: Client, address: str) -> dict[str, Any]:
    page = client.get(address)
    assert page.status_code == 200, page.status_code
    fields = fields_of(page)
    return {**fields, NOTE: "An example note."} if NOTE in fields else fields


def row(prefix: str, number: int, **fields: Any) -> dict[str, Any]:
    """The fields of one row of a page, under the names that the page gives them."""
    return {f"{prefix}-{number}-{name}": value for name, value in fields.items()}


def rows(prefix: str, *fields: dict[str, Any], initial: int = 0) -> dict[str, Any]:
    """These rows, and the count of them that the page sends along."""
    sent: dict[str, Any] = {
        f"{prefix}-TOTAL_FORMS": len(fields),
        f"{prefix}-INITIAL_FORMS": initial,
    }
    for number, each in enumerate(fields):
        sent |= row(prefix, number, **each)
    return sent


def errors_of(page: Any) -> str:
    """All errors that a page shows, of its form and of its rows; empty where it has none."""
    if page.context is None:
        return ""
    context = page.context
    return " ".join(str(error) for error in context.get("errors") or [])


def messages_of(page: Any) -> str:
    """What the page reports back above its content."""
    context = page.context
    return " ".join(str(message) for message in context["messages"])
