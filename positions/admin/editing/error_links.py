"""What is wrong on a noun's page as links to its places, each named once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.text import capfirst


@dataclass(frozen=True, slots=True)
class ErrorLink:
    """A place of the page, by its id, as an editor calls it."""

    place: str
    name: str


def error_links(form: Any, inline_formsets: Iterable[Any]) -> list[ErrorLink]:
    """The fields and parts that have errors, in the order of the page.

    The messages stand at the fields. Those of the page as a whole stand at its top already.
    """
    found = list(_of_fields(form, ""))
    for inline in inline_formsets:
        rows, part = inline.formset, capfirst(str(inline.opts.verbose_name_plural))
        if rows.non_form_errors():
            found.append(ErrorLink(f"{rows.prefix}-group", part))
        before = rows.shown.before if hasattr(rows, "shown") else 0
        for number, row in enumerate(rows.forms):
            name = f"{part} #{number + 1 + before}"
            if NON_FIELD_ERRORS in row.errors:
                found.append(ErrorLink(f"{rows.prefix}-{number}", name))
            found += _of_fields(row, f"{name}, ")
    return found


def _of_fields(form: Any, before: str) -> Iterator[ErrorLink]:
    for bound in form:
        if bound.name in form.errors:
            yield ErrorLink(bound.id_for_label or bound.auto_id, f"{before}{bound.label}")
