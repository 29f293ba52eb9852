"""The public addresses, and one of each noun in each state for what stands in them.

A new address is covered as soon as it stands in ``positions/urls.py``; one with a part of a new
kind stops the tests until its values are given here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import quote, urlencode

from django.urls.resolvers import URLPattern

from positions.choices import CorrectionKind, WorkflowState
from positions.filters.filter_set import KEYS
from positions.listing import OPEN, PAGING
from positions.models import FormerAddress
from positions.urls import urlpatterns
from positions.views.sitemaps import SECTIONS
from tests.cast import assembled
from tests.factories import (
    CorrectionFactory,
    PersonFactory,
    PropositionFactory,
    SourceFactory,
    StakeholderFactory,
    TopicFactory,
    said,
)

PARTS = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>([^)]*)\)")
# What only the last line of the table takes, or none.
NOWHERE = ("/nothing.json", "/nothing.csv", "/nothing.atom", "/nothing/")
# Every key that some address honours, and one that none does.
QUERY = (*KEYS, "sort", *PAGING, OPEN, "url", "maxwidth", "maxheight", "format", "colour")

# For each state that a statement can be in, the answer at an address of its own.
STATES = {
    "plea": 200,
    "remark": 200,  # on no proposition
    "silence": 200,
    "draft": 404,
    "in-review": 404,
    "never-seen": 404,  # withdrawn before anybody read it
    "taken-back": 410,
    "renamed": 302,
    "deleted": 404,
    "unheard-of": 404,
}
# Those of the other nouns: with much, with nothing, and moved.
THINGS = ("aclu", "guliani", "faces", "sales", "article", "bare", "bare-person", "renamed")
SLUGS = (*STATES, *THINGS[:-1])


@dataclass(frozen=True)
class Address:
    """One line of the address table: its name, its shape, and what stands in its parts."""

    name: str
    template: str
    parts: Mapping[str, Sequence[str]]

    @property
    def has_slug(self) -> bool:
        return "{slug}" in self.template

    @property
    def is_page(self) -> bool:
        return not PurePosixPath(self.template).suffix

    def paths(self, slugs: Sequence[str] = SLUGS) -> Iterator[str]:
        """All paths that it has with these slugs."""
        choices = {**self.parts, **({"slug": slugs} if self.has_slug else {})}
        for values in product(*choices.values()):
            written = [quote(value, safe="", errors="surrogatepass") for value in values]
            yield "/" + self.template.format(**dict(zip(choices, written, strict=True)))


def table() -> list[Address]:
    """All lines of it but the last, which takes whatever no other does."""
    return [_address(pattern) for pattern in urlpatterns if pattern.name]


def plain_paths() -> list[str]:
    """The paths that have no slug in them."""
    return [path for each in table() if not each.has_slug for path in each.paths()]


def _address(pattern: URLPattern) -> Address:
    parts: dict[str, Sequence[str]] = {}

    def part(found: re.Match[str]) -> str:
        name = found[1] or found[2]
        if found[3]:
            parts[name] = found[3].split("|")
        elif name == "section":
            parts[name] = ("pages", *SECTIONS, "nothing")
        elif name != "slug":
            raise AssertionError(f"{pattern.pattern}: give what may stand for “{name}” here.")
        return f"{{{name}}}"

    text = str(pattern.pattern).removeprefix("^").removesuffix("$").replace(r"\.", ".")
    return Address(str(pattern.name), PARTS.sub(part, text), parts)


def with_query(path: str, *pairs: tuple[str, str]) -> str:
    """The path with these keys and values; a lone surrogate goes as its bytes."""
    return f"{path}?{urlencode(pairs, errors='surrogatepass')}" if pairs else path


def put_every_state() -> None:
    """The cast, and beside it one of each noun in each state that it can be in."""
    assembled()
    things: dict[Any, str] = {
        TopicFactory: "bare",
        PropositionFactory: "bare",
        SourceFactory: "bare",
        StakeholderFactory: "bare",
        PersonFactory: "bare-person",
    }
    for factory, slug in things.items():
        factory.create(slug=slug)
    said(slug="in-review", state=WorkflowState.IN_REVIEW)
    said(slug="never-seen", state=WorkflowState.WITHDRAWN)
    taken = said(slug="taken-back")
    taken.state = WorkflowState.WITHDRAWN
    taken.save()
    CorrectionFactory.create(statement=taken, kind=CorrectionKind.WITHDRAWN)
    moved = [factory.create(slug="renamed") for factory in list(things)[:-1]]
    for each in [said(slug="renamed"), *moved]:
        each.slug = "present"
        each.save()
    gone = said(slug="deleted")
    gone.slug = "deleted-later"
    gone.save()
    gone.delete()
    assert FormerAddress.objects.filter(noun="statement", slug="deleted").exists()
