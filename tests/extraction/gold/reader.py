"""Reads the gold files: marks stand in the text itself, so that no offset can be wrong.

README.md beside this module describes the format.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast, get_args

from tests.extraction.gold.article import Article, Kind, Span, Speaker, Statement

PARTS = ("development", "sealed")
ACTS = "acts"
"""The part in which a statement is a whole act of saying, as a card of the desk gives it."""
RULE = "\n=====\n"
OPENING = re.compile(r"\{(?P<numbers>\d+(?:,\d+)*)(?P<part>[qscd]?)\|")
NO_BREAK_SPACE = ("␣", "\N{NO-BREAK SPACE}")
Marked = dict[tuple[int, str], list[Span]]


class GoldError(ValueError):
    """A file that is not in the format."""


def articles(part: str) -> list[Article]:
    """The articles of one part, in the order of their file names."""
    directory = Path(__file__).parent / part
    return [parse(path.stem, path.read_text("utf-8")) for path in sorted(directory.glob("*.txt"))]


def parse(name: str, file: str) -> Article:
    """One file: head, marked text, and what is known of each mark."""
    try:
        head, marked, below = file.split(RULE)
    except ValueError:
        raise GoldError(f"{name}: head, text and statements stand between two rules") from None
    try:
        fields = dict(line.split(": ", 1) for line in head.strip().splitlines())
        text, spans = unmarked(marked)
        return Article(
            name=name,
            published=dt.date.fromisoformat(fields["published"]),
            field=fields["field"],
            cases=tuple(fields["cases"].split(", ")) if "cases" in fields else (),
            text=text,
            statements=tuple(_same_occasions(_statements(below, spans, fields["published"]))),
        )
    except (KeyError, ValueError) as fault:
        raise GoldError(f"{name}: {fault}") from fault


def unmarked(marked: str) -> tuple[str, Marked]:
    """The text without marks, and the spans of each number and letter; a plain brace stays."""
    text: list[str] = []
    spans: Marked = defaultdict(list)
    opened: list[tuple[int, list[tuple[int, str]]]] = []
    position = 0
    while position < len(marked):
        if opening := OPENING.match(marked, position):
            keys = [(int(each), opening["part"]) for each in opening["numbers"].split(",")]
            opened.append((len(text), keys))
            position = opening.end()
            continue
        character = marked[position]
        position += 1
        if character == "{":
            opened.append((len(text), []))
        elif character == "}":
            if not opened:
                raise GoldError(f"a mark is closed twice before {marked[position:][:40]!r}")
            start, keys = opened.pop()
            for key in keys:
                spans[key].append(Span(start, len(text)))
            if keys:
                continue
        text.append(character)
    if opened:
        raise GoldError(f"a mark is not closed after {''.join(text[opened[-1][0] :])[:40]!r}")
    return "".join(text).replace(*NO_BREAK_SPACE), spans


def _statements(below: str, spans: Marked, published: str) -> Iterator[Statement]:
    speakers: dict[str, Speaker] = {}
    numbers: set[int] = set()
    for line in filter(None, map(str.strip, below.splitlines())):
        if line[0].isdigit():
            statement = _statement(line, speakers, spans, published)
            if statement.number in numbers:
                raise GoldError(f"statement {statement.number} is listed twice")
            numbers.add(statement.number)
            yield statement
        else:
            key, _, described = line.partition(": ")
            speakers[key] = _speaker(described)
    if unlisted := {number for number, _ in spans} - numbers:
        raise GoldError(f"marked in the text and not listed: {sorted(unlisted)}")


def _same_occasions(statements: Iterable[Statement]) -> list[Statement]:
    """Without a date of its own, it may have been said when the same speaker said the rest."""
    listed = list(statements)
    dated: dict[Speaker, tuple[str, ...]] = defaultdict(tuple)
    for each in listed:
        if each.date:
            dated[each.speaker] += each.edtf
    return [
        each if each.date else replace(each, edtf=each.edtf + dated[each.speaker])
        for each in listed
    ]


def _speaker(described: str) -> Speaker:
    name, role, organisation = (each.strip() for each in described.split("|"))
    names = _names(name)
    return Speaker(names, role, names if organisation == "=" else _names(organisation))


def _names(names: str) -> tuple[str, ...]:
    return tuple(each if each != "?" else "" for each in names.split(" / "))


def _statement(line: str, speakers: dict[str, Speaker], spans: Marked, published: str) -> Statement:
    """A line is: number, kind, speaker's key, then, if any, dates between "or", then "optional"."""
    given, kind, key, *rest = line.split()
    number = int(given)
    if kind not in get_args(Kind):
        raise GoldError(f"statement {number}: unknown kind {kind!r}")
    if key not in speakers:
        raise GoldError(f"statement {number}: unknown speaker {key!r}")

    def only(part: str) -> Span | None:
        found = spans.get((number, part), [])
        if len(found) > 1:
            raise GoldError(f"statement {number} has {len(found)} marks of the kind {part!r}")
        return found[0] if found else None

    edtf = tuple(each for each in rest if each not in {"or", "optional"})
    if bool(edtf) != bool(only("d")):
        raise GoldError(f"statement {number}: a date is marked and listed, or neither")
    return Statement(
        number=number,
        kind=cast("Kind", kind),
        speaker=speakers[key],
        passages=tuple(spans.get((number, ""), [])),
        fragments=tuple(spans.get((number, "q"), [])),
        mention=only("s"),
        cue=only("c"),
        date=only("d"),
        edtf=edtf or (published,),
        optional="optional" in rest,
    )
