"""Every public address answers in each of its states: nothing, one, filtered away, refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

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

TWO = (("organisation", "aclu"), ("organisation", "amazon"))
SILENT = (("organisation", "bare"), ("person", "bare-person"))
AWAY = (("as_of", "1990-01-01"), ("topic", "bare"), ("proposition", "bare"))
QUERIES: tuple[tuple[tuple[str, str], ...], ...] = (
    (),
    TWO[:1],
    TWO,
    SILENT,
    (("person", "guliani"), ("person", "rivera")),
    *(((*pair, away)) for pair in (TWO, SILENT) for away in AWAY),
    *((away,) for away in AWAY),
    (("from", "2030"),),
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
    tuple((key, "no-such") for key in QUERY),
)
HTMX = {"HX-Request": "true", "HX-Current-URL": "http://testserver/statements/"}
ENGINE = engines.all()[0].env  # type: ignore[attr-defined]


class Drawn(dict[str, set[str]]):
    """The names that each template was given, in whatever state: those given every time."""

    def note(self, name: str, given: Mapping[str, Any]) -> None:
        self[name] = self.get(name, set(given)) & set(given)


@pytest.fixture(scope="module")
def every_state(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with written_once(django_db_blocker, put_every_state):
        yield


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Drawn:
    """What templates were given meanwhile."""
    found, render = Drawn(), Template.render

    def noted(self: Template, context: Any = None, request: Any = None) -> Any:
        found.note(str(self.template.name), context or {})
        return render(self, context=context, request=request)

    monkeypatch.setattr(Template, "render", noted)
    return found


def asked(address: Address) -> list[str]:
    """All that is asked at one address."""
    paths = list(address.paths())
    return paths if address.has_slug else [with_query(p, *q) for p in paths for q in QUERIES]


def failures(addresses: list[str], **options: Any) -> dict[str, str]:
    """What is wrong with the answers at these addresses, by address."""
    client = Client(raise_request_exception=False)
    found = {path: trouble(path, client.get(path, **options)) for path in addresses}
    return {path: wrong for path, wrong in found.items() if wrong}


@pytest.mark.django_db
@pytest.mark.parametrize("address", table(), ids=lambda address: address.name)
def test_an_empty_site_answers_everywhere(address: Address) -> None:
    assert failures(asked(address)) == {}


@pytest.mark.django_db
@pytest.mark.usefixtures("every_state")
@pytest.mark.parametrize("address", table(), ids=lambda address: address.name)
def test_every_state_of_what_is_there_is_answered(address: Address) -> None:
    assert failures(asked(address)) == {}


@pytest.mark.django_db
@pytest.mark.usefixtures("every_state")
def test_a_part_of_a_page_is_answered_in_every_state() -> None:
    pages = [path for path in plain_paths() if path.endswith("/")]
    addresses = [with_query(path, *query) for path in pages for query in QUERIES[:12]]
    assert failures([*addresses, *NOWHERE], headers=HTMX) == {}


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


@pytest.mark.django_db
@pytest.mark.usefixtures("every_state")
def test_every_template_is_drawn_and_given_all_that_it_may_read(drawn: Drawn) -> None:
    client = Client(raise_request_exception=False)
    for path in [path for each in table() if each.is_page for path in asked(each)]:
        client.get(path)
    client.get("/nothing/")
    for path in plain_paths():
        client.get(with_query(path, *TWO[:1], ("proposition", "sales")), headers=HTMX)
    folder = settings.BASE_DIR / "templates"
    written = {str(file.relative_to(folder)) for file in folder.rglob("*.html")}
    assert written == set().union(*(parts_of(name) for name in drawn))
    lacking = {name: names_read_by(name) - given for name, given in drawn.items()}
    assert {name: names for name, names in lacking.items() if names} == {}


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
