"""Popolo JSON → rows of organisations and people, with their names and memberships (pure).

Read are persons, organizations, memberships and posts, as popoloproject.com specifies them; of
persons and organizations name, other_names, identifiers (wikidata), links, contact_details and
summary, of organizations also classification and parent_id. All else is passed over.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.utils.text import slugify

from positions.choices import StakeholderKind
from positions.importers.sheets import Line, TableError
from positions.importers.sheets.cells import illegible

LARGEST = 200_000_000  # bytes
KINDS = {
    "corporation": "company",
    "business": "company",
    "ngo": "advocacy",
    "chamber": "legislature",
    "parliament": "legislature",
    "committee": "legislature",
    "ministry": "agency",
    "department": "agency",
    "executive": "agency",
    "government": "agency",
    "police": "agency",
    "newspaper": "outlet",
    "university": "research",
    **{str(kind.value): str(kind.value) for kind in StakeholderKind},
}
SHORT = ("abbreviation", "acronym", "short")


@dataclass(slots=True)
class _Party:
    """One person or organisation: the cells of its first row, its other names and its ties."""

    slug: str
    cells: dict[str, str]
    aliases: dict[str, str] = field(default_factory=dict)
    ties: dict[tuple[str, str, str], list[tuple[str, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def rows(self) -> Iterator[dict[str, str]]:
        """The first row, and further ones where there are several names or ties."""
        aliases = [{"alias": name, "alias_kind": kind} for name, kind in self.aliases.items()]
        ties = [_tie(*key, terms) for key, terms in self.ties.items()]
        for place in range(max(1, len(aliases), len(ties))):
            row = {"slug": self.slug}
            for cells in (
                self.cells if not place else {},
                *aliases[place : place + 1],
                *ties[place : place + 1],
            ):
                row |= {name: text for name, text in cells.items() if text}
            yield row


def rows(
    path: Path, kinds: Mapping[str, str], known: Mapping[str, str] | None = None
) -> dict[str, list[Line]]:
    """The rows of a Popolo file, by sheet.

    ``kinds`` says what kind of organisation a classification is, beside those of ``KINDS``;
    ``known`` the slug that somebody of this Wikidata identifier has already. Several memberships
    with the same role become one tie, from the first day to the last. Raises TableError.
    """
    document = _document(path)
    parties: dict[str, dict[str, _Party]] = {"organisations": {}, "people": {}}
    taken: set[str] = set()
    for sheet, key in (("organisations", "organizations"), ("people", "persons")):
        for each in _several(document, key):
            party = _party(each, sheet, {**KINDS, **kinds}, known or {}, taken)
            parties[sheet][_text(each, "id") or party.slug] = party
    everybody = {**parties["people"], **parties["organisations"]}
    posts = {_text(post, "id"): _text(post, "label") for post in _several(document, "posts")}
    for membership in _memberships(document):
        _join(membership, everybody, posts)
    for each in _several(document, "organizations"):
        if parent := _text(each, "parent_id"):
            party = everybody[_text(each, "id")]
            party.ties[_referred(everybody, parent, "parent_id"), "division_of", ""].append(
                ("", "")
            )
    return {
        sheet: [
            Line(number, row)
            for number, row in enumerate(
                (row for party in group.values() for row in party.rows()), start=2
            )
        ]
        for sheet, group in parties.items()
    }


def _document(path: Path) -> dict[str, Any]:
    if path.stat().st_size > LARGEST:
        raise TableError(f"More than {LARGEST:,} bytes. Divide the file.")
    try:
        document = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise TableError(f"Not readable as JSON in UTF-8: {str(error)[:200]}.") from error
    if not isinstance(document, dict) or not {"persons", "organizations"} & document.keys():
        raise TableError(
            "Not Popolo: write an object with lists of persons, organizations and memberships."
        )
    return document


def _several(holder: Mapping[str, Any], key: str) -> list[dict[str, Any]]:
    found = holder.get(key) or []
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise TableError(f"{key}: write a list of objects.")
    return found


def _text(holder: Mapping[str, Any], key: str) -> str:
    value = holder.get(key)
    if value is None:
        return ""
    if not isinstance(value, str | int):
        raise TableError(f"{key}: “{str(value)[:60]}” is no text.")
    text = str(value).strip()
    if illegible(text):
        raise TableError(f"{key}: “{ascii(text)[:60]}” has a character that no text can hold.")
    return text


def _party(
    each: dict[str, Any],
    sheet: str,
    kinds: Mapping[str, str],
    known: Mapping[str, str],
    taken: set[str],
) -> _Party:
    name = _text(each, "name")
    wikidata = next(
        (
            _text(identifier, "identifier")
            for identifier in _several(each, "identifiers")
            if _text(identifier, "scheme").casefold() == "wikidata"
        ),
        "",
    )
    slug = known.get(wikidata) or slugify(name)[:100].strip("-") or slugify(_text(each, "id"))
    if slug in taken:
        slug = f"{slug}-{slugify(_text(each, 'id'))[-18:].strip('-')}"
    if not slug or slug in taken:
        raise TableError(f"“{name}” is given twice, or without a name. Give each an id of its own.")
    taken.add(slug)
    classification = _text(each, "classification")
    kind = kinds.get(classification.casefold(), classification)
    party = _Party(
        slug,
        {
            "name": name,
            "kind": "person" if sheet == "people" else kind,
            "description": next(
                filter(None, (_text(each, key) for key in ("summary", "description", "biography"))),
                "",
            ),
            "website": _website(each),
            "wikidata_id": wikidata,
        },
    )
    for other in _several(each, "other_names"):
        _name(party, other, name)
    return party


def _name(party: _Party, other: dict[str, Any], name: str) -> None:
    called, note = _text(other, "name"), _text(other, "note").casefold()
    if not called or called == name:
        return
    if any(word in note for word in SHORT):
        party.aliases[called] = "short"
    else:
        party.aliases[called] = "former" if _text(other, "end_date") else "variant"


def _website(each: dict[str, Any]) -> str:
    links = [
        (_text(link, "note").casefold(), _text(link, "url")) for link in _several(each, "links")
    ]
    links += [
        (_text(detail, "type"), _text(detail, "value"))
        for detail in _several(each, "contact_details")
        if _text(detail, "type") == "url"
    ]
    own = ("website", "homepage", "official", "url")
    return next((url for note, url in links if any(word in note for word in own)), "")


def _memberships(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Those of the list, and those that stand within a person or an organisation."""
    yield from _several(document, "memberships")
    for person in _several(document, "persons"):
        for each in _several(person, "memberships"):
            yield {"person_id": person.get("id"), **each}
    for organisation in _several(document, "organizations"):
        for each in _several(organisation, "memberships"):
            yield {"organization_id": organisation.get("id"), **each}


def _join(
    membership: dict[str, Any], everybody: Mapping[str, _Party], posts: Mapping[str, str]
) -> None:
    member = _text(membership, "person_id") or _text(membership, "member_id")
    group = _text(membership, "organization_id")
    if not member or not group:
        return
    role = _text(membership, "role") or posts.get(_text(membership, "post_id"), "")
    party = everybody.get(member)
    if party is None:
        raise TableError(
            f"person_id: “{member}” is nobody in this file. Add them, or leave it out."
        )
    to = _referred(everybody, group, "organization_id")
    terms = party.ties[to, "member_of", role]
    terms.append((_text(membership, "start_date"), _text(membership, "end_date")))


def _referred(everybody: Mapping[str, _Party], key: str, where: str) -> str:
    if key not in everybody:
        raise TableError(f"{where}: “{key}” is nobody in this file. Add them, or leave it out.")
    return everybody[key].slug


def _tie(group: str, kind: str, role: str, terms: list[tuple[str, str]]) -> dict[str, str]:
    starts, ends = zip(*terms, strict=True)
    return {
        "affiliation": group,
        "affiliation_kind": kind,
        "affiliation_role": role,
        "affiliation_from": min(starts) if all(starts) else "",
        "affiliation_until": max(ends) if all(ends) else "",
    }
