"""The sheets: one for each noun, with the names of the site's own files where those exist."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import models

from positions.choices import StakeholderKind
from positions.importers.sheets.sheet import Column, Part, Sheet
from positions.models import (
    Affiliation,
    Alias,
    Assessment,
    Attribution,
    OtherAddress,
    Proposition,
    Quotation,
    Reply,
    Source,
    Stakeholder,
    Statement,
    Topic,
)


def _columns(model: type[models.Model], *names: str, **others: str) -> tuple[Column, ...]:
    """Columns called as their fields, then those that the site's files call otherwise."""
    pairs = {**{name: name for name in names}, **others}
    return tuple(Column(name, model, field) for name, field in pairs.items())


def _dated(model: type[models.Model], prefix: str = "") -> tuple[Column, ...]:
    names = {
        "date": "date_edtf",
        "date_printed": "date_printed",
        "date_basis": "date_basis",
        "date_note": "date_note",
    }
    return _columns(model, **{f"{prefix}{name}": field for name, field in names.items()})


STATEMENTS = Sheet(
    "statements",
    Statement,
    (
        *_columns(Statement, "slug", "title", "kind"),
        *_dated(Statement),
        *_columns(Statement, "topic", "venue", "addressees", "asked_about", "summary", "state"),
        Column("published_at", Statement, "published_at", once=True),
    ),
    (
        Part(
            Attribution,
            "statement",
            "attributions",
            "voice",
            ("stakeholder", "role"),
            _columns(
                Attribution,
                voice="stakeholder",
                voice_role="role",
                voice_for="on_behalf_of",
                voice_capacity="capacity",
                voice_printed="name_printed",
                voice_order="order",
                voice_withdrawn_on="withdrawn_on",
            ),
        ),
        Part(
            Quotation,
            "statement",
            "quotations",
            "words",
            ("source", "order"),
            (
                *_columns(
                    Quotation,
                    source="source",
                    words="exact",
                    words_kind="kind",
                    words_order="order",
                    words_before="prefix",
                    words_after="suffix",
                    words_start="start",
                    words_end="end",
                ),
                *_dated(Quotation, "words_"),
                *_columns(Quotation, words_check="check_result", words_checked_at="checked_at"),
            ),
        ),
        Part(
            Assessment,
            "statement",
            "assessments",
            "proposition",
            ("proposition",),
            _columns(
                Assessment,
                *("proposition", "stance", "directness", "condition", "reason"),
                best_words="quotation",
                disputed="disputed",
                dispute_note="dispute_note",
            ),
        ),
        Part(
            Reply,
            "from_statement",
            "replies",
            "in_answer_to",
            ("to_statement", "kind"),
            _columns(Reply, in_answer_to="to_statement", answer_kind="kind"),
            late=True,
        ),
    ),
)

SOURCES = Sheet(
    "sources",
    Source,
    (
        *_columns(Source, "slug", "title", "kind", "publisher", "byline"),
        *_columns(Source, address="url", archived="archived_url", language="language"),
        *_dated(Source),
        *_columns(Source, "title_is_ours", "note", primary="is_primary"),
    ),
    (
        Part(
            OtherAddress,
            "source",
            "other_addresses",
            "other_address",
            ("url",),
            _columns(OtherAddress, other_address="url"),
        ),
    ),
    otherwise=("address",),
)

_STAKEHOLDER = _columns(
    Stakeholder,
    *("slug", "name", "kind", "abbreviation", "description", "size_note"),
    *("website", "wikidata_id", "released"),
)
_NAMES_AND_TIES = (
    Part(
        Alias,
        "stakeholder",
        "aliases",
        "alias",
        ("name",),
        _columns(Alias, alias="name", alias_kind="kind"),
    ),
    Part(
        Affiliation,
        "member",
        "affiliations",
        "affiliation",
        ("group", "kind", "role"),
        _columns(
            Affiliation,
            affiliation="group",
            affiliation_kind="kind",
            affiliation_role="role",
            affiliation_from="from_edtf",
            affiliation_from_printed="from_printed",
            affiliation_until="until_edtf",
            affiliation_until_printed="until_printed",
            affiliation_note="note",
        ),
        late=True,
    ),
)
PERSON = frozenset({str(StakeholderKind.PERSON.value)})
ORGANISATIONS = Sheet(
    "organisations",
    Stakeholder,
    _STAKEHOLDER,
    _NAMES_AND_TIES,
    ("wikidata_id", "name"),
    frozenset(map(str, StakeholderKind.values)) - PERSON,
)
PEOPLE = Sheet(
    "people", Stakeholder, _STAKEHOLDER, _NAMES_AND_TIES, ("wikidata_id", "name"), PERSON
)

PROPOSITIONS = Sheet(
    "propositions",
    Proposition,
    (
        *_columns(Proposition, "slug", "text", label="short_label"),
        *_columns(Proposition, "topic", "why_it_matters", "order"),
    ),
    otherwise=("text",),
)

TOPICS = Sheet("topics", Topic, _columns(Topic, "slug", "name", "description"), otherwise=("name",))

# In the order in which an empty database is filled: what is referred to comes first.
SHEETS: Mapping[str, Sheet] = {
    sheet.name: sheet
    for sheet in (TOPICS, PROPOSITIONS, ORGANISATIONS, PEOPLE, SOURCES, STATEMENTS)
}
