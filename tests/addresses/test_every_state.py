"""Every public address answers in each of its states: nothing, one, filtered away, refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from itertools import cycle
from pathlib import PurePosixPath
from typing import Any
from unittest.mock import patch

import pytest
from django.conf import settings
from django.template import engines
from django.template.backends.jinja2 import Template
from django.test import Client
from jinja2 import meta, nodes
from pytest_django import DjangoDbBlocker

from positions.views.declarations import DECLARATIONS
from tests.addresses.public import (
    NOWHERE,
    QUERY,
    SLUGS,
    STATES,
    Address,
    plain_paths,
    put_every_state,
    table,
    with_query,
)
from tests.addresses.reasons import trouble
from tests.conftest import written_once
from tracker.caching import CURRENT, SHARED

TWO = (("organisation", "aclu"), ("organisation", "amazon"))
SILENT = (("organisation", "bare"), ("person", "bare-person"))
AWAY = (("as_of", "1990-01-01"), ("topic", "bare"), ("proposition", "bare"))
Pairs = tuple[tuple[str, str], ...]
# What every page is asked for, and files by turns; and what each is asked a part of, in turns.
EVERYWHERE: tuple[Pairs, ...] = (
    *(TWO[:1], TWO, SILENT, (*SILENT, AWAY[0]), (AWAY[1],), (("from", "2030"),)),
    tuple((key, "no-such") for key in QUERY),
)
IN_TURNS: tuple[Pairs, ...] = (
    (("person", "guliani"), ("person", "rivera")),
    *((*pair, away) for pair in (TWO, SILENT) for away in AWAY),
    *((away,) for away in AWAY),
    (("from", "1990"), ("until", "1991")),
    (*TWO[:1], ("proposition", "sales")),
    (*SILENT[:1], ("proposition", "bare")),
    (("with", "aclu"), ("group", "kind")),
    (("with", "bare"),),
    (("q", "robots"),),
    (("q", "nothing-has-this"),),
    (("q", "-robots"),),
    (("url", "http://testserver/statements/plea/"),),
    (("url", "http://testserver/statements/taken-back/"),),
    (("format", "xml"),),
    (("page", "2"),),
    *(((key, "no-such"),) for key in QUERY),
)
TURNS = 7  # no multiple of which is the number of queries: every one is asked in several places
# The compared and the searched are pages of their own: they are asked everything.
OF_THEIR_OWN = ("compare", "search", "matrix-list", "evidence", "oembed")
IN_PARTS: tuple[Pairs, ...] = (TWO, SILENT, (*TWO[:1], ("proposition", "sales")))
ON_AN_EMPTY_SITE: tuple[Pairs, ...] = (SILENT, (("q", "robots"),), (("from", "2030"),))
# What other sites show, and may show for a while after it has changed.
SHOWN_ELSEWHERE = {"card": "public, max-age=3600", "embed": "public, max-age=600"}
HTMX = {"HX-Request": "true", "HX-Current-URL": "http://testserver/statements/"}
ENGINE = engines.all()[0].env  # type: ignore[attr-defined]


class Drawn(dict[str, set[str]]):
    """The names that each template was given, in whatever state: those given every time."""

    def note(self, name: str, given: Mapping[str, Any]) -> None:
        self[name] = self.get(name, set(given)) & set(given)


def kept_too_long(path: str, answer: Any) -> str:
    """What is wrong with how long others may keep an answer; empty where nothing is."""
    may = CURRENT
    if answer.status_code == HTTPStatus.OK:
        in_parts = answer.streaming or "HX-Request" in answer.wsgi_request.headers
        made = CURRENT if in_parts else SHARED
        may = SHOWN_ELSEWHERE.get(PurePosixPath(path.partition("?")[0]).stem, made)
    elif answer.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        may = "no-store, private"
    told = answer["Cache-Control"]
    return "" if told == may else f"It may be kept: {told}."


@dataclass
class Visit:
    """What came of asking at addresses: what was wrong, and what templates were given."""

    wrong: dict[str, str] = field(default_factory=dict)
    drawn: Drawn = field(default_factory=Drawn)

    def ask(self, addresses: Iterable[str], **options: Any) -> None:
        client, render = Client(raise_request_exception=False), Template.render

        def noted(template: Template, context: Any = None, request: Any = None) -> Any:
            self.drawn.note(str(template.template.name), context or {})
            return render(template, context=context, request=request)

        with patch.object(Template, "render", noted):
            for path in addresses:
                answer = client.get(path, **options)
                if told := trouble(path, answer) or kept_too_long(path, answer):
                    self.wrong[path] = told


@pytest.fixture(scope="module")
def every_state(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with written_once(django_db_blocker, put_every_state):
        yield


@pytest.fixture(scope="module")
def visit(every_state: None, django_db_blocker: DjangoDbBlocker) -> Visit:
    """Everything is asked for once, in every state; the tests look at what came of it."""
    made = Visit()
    pages = [path for path in plain_paths() if path.endswith("/")]
    parts = [with_query(path, *query) for path in pages for query in IN_PARTS]
    with django_db_blocker.unblock():
        made.ask(path for place, each in enumerate(table()) for path in asked(place, each))
        made.ask(NOWHERE)
        made.ask([*parts, *NOWHERE], headers=HTMX)
    return made


def asked(place: int, address: Address) -> Iterator[str]:
    """What is asked at the address that has this place in the table.

    The forms of one list share its filters, and so they are asked by turns.
    """
    paths = list(address.paths())
    yield from paths
    if not address.has_slug:
        every = address.name in OF_THEIR_OWN
        some = IN_TURNS if every else IN_TURNS[place % TURNS :: TURNS]
        most = EVERYWHERE if every or address.is_page else EVERYWHERE[place % 3 :: 3]
        yield from map(with_query_of, cycle(paths), (*most, *some))


def with_query_of(path: str, query: Pairs) -> str:
    return with_query(path, *query)


@pytest.mark.django_db
def test_an_empty_site_answers_everywhere() -> None:
    visit = Visit()
    for address in table():
        paths = list(address.paths(["nothing"]))
        visit.ask([*paths, *map(with_query_of, cycle(paths), ON_AN_EMPTY_SITE)])
    assert visit.wrong == {}


@pytest.mark.django_db
def test_every_state_of_what_is_there_is_answered_and_so_is_each_part_of_a_page(
    visit: Visit,
) -> None:
    assert visit.wrong == {}


@pytest.mark.django_db
def test_every_template_is_drawn_and_given_all_that_it_may_read(visit: Visit) -> None:
    folder = settings.BASE_DIR / "templates"
    written = {str(file.relative_to(folder)) for file in folder.rglob("*ml")}
    assert written == set().union(*(parts_of(name) for name in visit.drawn))
    lacking = {name: names_read_by(name) - given for name, given in visit.drawn.items()}
    assert {name: names for name, names in lacking.items() if names} == {}


@pytest.mark.django_db
@pytest.mark.usefixtures("every_state")
@pytest.mark.parametrize(
    "address", [each for each in table() if each.name.startswith("statement-") and each.has_slug]
)
def test_a_statement_is_answered_as_its_state_says(address: Address) -> None:
    client = Client()
    paths = dict(zip(SLUGS, address.paths(), strict=True))
    found = {slug: client.get(paths[slug]).status_code for slug in STATES}
    assert found == STATES


def parts_of(name: str) -> set[str]:
    """The template with all that it extends, includes or imports."""
    found = {name}
    for part in tree_of(name).find_all(
        (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)
    ):
        for other in names_in(part):
            found |= parts_of(other)
    return found


def names_in(part: Any) -> list[str]:
    """The templates that such a line may name; of a list's rows, those of all lists."""
    named = [part.template, *part.template.find_all(nodes.Const)]
    found = [each.value for each in named if isinstance(each, nodes.Const)]
    return found or [each.row_template for each in DECLARATIONS]


def names_read_by(name: str) -> set[str]:
    """The names that a template, and what it is made of, read from what they are given."""
    found, tree = set(meta.find_undeclared_variables(tree_of(name))), tree_of(name)
    for part in tree.find_all((nodes.Extends, nodes.Include)):
        found |= set().union(*map(names_read_by, names_in(part)))
    found -= {each.name for each in tree.find_all(nodes.Name) if each.ctx == "store"}
    found -= {each.name for each in tree.find_all(nodes.Macro)}
    found -= {each.target for each in tree.find_all(nodes.Import)}
    for each in tree.find_all(nodes.FromImport):
        found -= {name if isinstance(name, str) else name[1] for name in each.names}
    return found - set(ENGINE.globals) - {"request", "csrf_input", "csrf_token", "self"}


def tree_of(name: str) -> nodes.Template:
    """A template as it is read."""
    source, _, _ = ENGINE.loader.get_source(ENGINE, name)
    tree: nodes.Template = ENGINE.parse(source)
    return tree
