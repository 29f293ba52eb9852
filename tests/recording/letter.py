"""A joint letter, and what it refers to: typed on the page, in rows of a sheet, in a fixture."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.contrib.auth.models import Group, User
from django.test import Client

from positions.choices import Stance
from positions.models import Statement
from tests.admin.forms import errors_of, opened, row
from tests.admin.spreadsheets.files import STATEMENTS
from tests.factories import (
    CaptureFactory,
    PropositionFactory,
    SourceFactory,
    StakeholderFactory,
    said,
)

SLUG, TITLE = "joint-letter", "Example Watch and Example Works on things"
WORDS = ("We ask that no example be sold.", "No example should be sold")
REASON, CONDITION = "The words ask for it.", "Until there is a law."


class Setting:
    """What the letter refers to, and an editor who is logged in."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self.watch = StakeholderFactory.create(name="Example Watch", slug="watch")
        self.works = StakeholderFactory.create(name="Example Works", slug="works")
        self.ministry = StakeholderFactory.create(name="Example Ministry", slug="ministry")
        self.sources = [
            SourceFactory.create(slug=f"source-{number}", date_edtf="2018-07") for number in (1, 2)
        ]
        for source, words in zip(self.sources, WORDS, strict=True):
            CaptureFactory.create(source=source, text=f"They wrote: “{words}” And more.")
        self.proposition = PropositionFactory.create(slug="example-proposition")
        self.answered = said(self.ministry, on={self.proposition: Stance.SUPPORTS}, slug="first")
        account = User.objects.create_user("an-editor", is_staff=True)
        account.groups.add(Group.objects.get(name="editor"))
        self.client = Client()
        self.client.force_login(account)

    @property
    def letter(self) -> Statement:
        return Statement.objects.get(slug=SLUG)

    def page(self, statement: Statement) -> str:
        return f"{STATEMENTS}{statement.pk}/change/"

    def save(self, address: str, fields: dict[str, Any]) -> Any:
        page = self.client.post(address, fields, follow=True)
        assert not errors_of(page), errors_of(page)
        return page


def typed(setting: Setting, state: str) -> dict[str, Any]:
    """The whole letter as an editor types it."""
    fields = opened(setting.client, f"{STATEMENTS}add/") | {
        "title": TITLE,
        "slug": SLUG,
        "kind": "open_letter",
        "date_edtf": "2018-06-15",
        "date_basis": "printed",
        "state": state,
        "addressees": [setting.ministry.pk],
    }
    for place, (party, role) in enumerate(
        ((setting.watch, "author"), (setting.works, "signatory"))
    ):
        fields |= row("attributions", place, stakeholder=party.pk, role=role)
        fields |= row("attributions", place, capacity="organisational")
    for place, (source, words) in enumerate(zip(setting.sources, WORDS, strict=True)):
        fields |= row("quotations", place, kind="verbatim", exact=words, source=source.pk)
    fields |= row("assessments", 0, proposition=setting.proposition.pk, stance="mixed")
    fields |= row("assessments", 0, directness="explicit", condition=CONDITION, reason=REASON)
    fields |= row("assessments", 0, quotation_number=1)
    fields |= row("replies", 0, kind="answers", to_statement=setting.answered.pk)
    # Each row has a further, blank one below it, as where a browser adds it.
    for prefix, count in (("attributions", 2), ("quotations", 2)):
        fields[f"{prefix}-TOTAL_FORMS"] = count
    return fields


def typed_again(setting: Setting, statement: Statement) -> dict[str, Any]:
    """What an editor types on the page to enter the same statement, from its stored rows."""
    fields = opened(setting.client, f"{STATEMENTS}add/")
    own = ("title", "kind", "date_edtf", "date_basis", "date_note", "state", "venue", "topic")
    rows = {
        "attributions": ("stakeholder", "role", "on_behalf_of", "capacity", "name_printed"),
        "quotations": ("kind", "exact", "source"),
        "assessments": ("proposition", "stance", "directness", "condition", "reason"),
    }
    fields |= {name: _typed(statement, name) for name in own}
    for part, names in rows.items():
        stored = list(getattr(statement, part).all())
        for place, each in enumerate(stored):
            values = {name: _typed(each, name) for name in names}
            if part == "assessments" and each.quotation is not None:
                values["quotation_number"] = each.quotation.order
            fields |= row(part, place, **values)
        fields[f"{part}-TOTAL_FORMS"] = len(stored)
    return fields


def _typed(thing: Any, name: str) -> Any:
    value = thing._meta.get_field(name).value_from_object(thing)
    return "" if value is None else value


def cells(state: str) -> list[dict[str, str]]:
    """The same as rows of a sheet."""
    first = {
        "slug": SLUG,
        "title": TITLE,
        "kind": "open_letter",
        "date": "2018-06-15",
        "date_basis": "printed",
        "state": state,
        "addressees": "ministry",
        "voice": "watch",
        "voice_role": "author",
        "source": "source-1",
        "words": WORDS[0],
        "words_kind": "verbatim",
        "proposition": "example-proposition",
        "stance": "mixed",
        "directness": "explicit",
        "condition": CONDITION,
        "reason": REASON,
        "best_words": "here",
        "in_answer_to": "first",
        "answer_kind": "answers",
    }
    second = {
        "slug": SLUG,
        "voice": "works",
        "voice_role": "signatory",
        "source": "source-2",
        "words": WORDS[1],
        "words_kind": "verbatim",
    }
    return [first, second]


def entries(state: str) -> list[dict[str, Any]]:
    """The same as entries of a fixture."""
    statement = [SLUG]
    parts: list[tuple[str, dict[str, object]]] = []
    for order, (party, role) in enumerate((("watch", "author"), ("works", "signatory")), start=1):
        voice = {"statement": statement, "stakeholder": [party], "role": role, "order": order}
        parts.append(("attribution", voice))
    for order, (source, words) in enumerate(zip(("source-1", "source-2"), WORDS, strict=True), 1):
        where = {"statement": statement, "source": [source], "order": order, "kind": "verbatim"}
        around = {"prefix": "They wrote: “", "suffix": "” And more.", "start": 13}
        place = {**around, "end": 13 + len(words)}
        parts.append(("quotation", {**where, "exact": words, **place}))
    judged = {"statement": statement, "proposition": ["example-proposition"], "stance": "mixed"}
    why = {"directness": "explicit", "condition": CONDITION, "reason": REASON}
    best = {"quotation": [SLUG, "source-1", 1]}
    parts.append(("assessment", {**judged, **why, **best}))
    answer: dict[str, object] = {
        "from_statement": statement,
        "to_statement": ["first"],
        "kind": "answers",
    }
    parts.append(("reply", answer))
    whole = {"slug": SLUG, "title": TITLE, "kind": "open_letter", "state": state}
    when = {"date_edtf": "2018-06-15", "date_basis": "printed", "addressees": [["ministry"]]}
    made = [("statement", {**whole, **when}), *parts]
    return [{"model": f"positions.{noun}", "fields": fields} for noun, fields in made]
