"""What the page says of each line of a pasted list of signatories."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from positions.admin.statement.signatories.matching import Line


def trouble(line: Line) -> str:
    """Why a line has no match, in a few words."""
    return "it can mean several" if line.candidates else "nobody of that name is known"


def found_list(lines: Iterable[Line]) -> SafeString:
    """A result for each line, as a list."""
    return format_html(
        '<ul class="signatories">{}</ul>', format_html_join("", "<li>{}</li>", map(_result, lines))
    )


def refusals(troubled: Iterable[Line]) -> list[ValidationError]:
    """What each line that cannot be taken lacks, and how to mend it."""
    errors = [ValidationError(_cure(line), code="signatory") for line in troubled]
    errors.append(
        ValidationError(
            "Nothing was saved. Correct these lines or take them out, or tick the box below to "
            "save without them.",
            code="signatory",
        )
    )
    return errors


def _result(line: Line) -> tuple[str]:
    if (match := line.match) is None:
        return (f"{line.text} — {trouble(line)}{_near(line)}",)
    place = f", of {line.organisation.name}" if line.organisation else ""
    return (f"{line.text} → {match.name}{place}",)


def _near(line: Line) -> str:
    if not line.near:
        return ""
    return f" Did you mean {' or '.join(f'{each.name} [{each.slug}]' for each in line.near)}?"


def _cure(line: Line) -> SafeString:
    if line.candidates:
        choices = ", ".join(f"{each.name} [{each.slug}]" for each in line.candidates)
        return format_html(
            "“{}” can mean several: {}. Put the one meant, in square brackets, at the end of the "
            "line.",
            line.text,
            choices,
        )
    query = urlencode({"name": line.printed[:200]})
    return format_html(
        "“{}”: nobody of that name is known.{} Add "
        '<a href="{}?{}" target="_blank">an organisation</a> or '
        '<a href="{}?{}" target="_blank">a person</a> of that name, then save again.',
        line.text,
        f"{near} Then put that, in square brackets, at its end." if (near := _near(line)) else "",
        reverse("admin:positions_organisation_add"),
        query,
        reverse("admin:positions_person_add"),
        query,
    )
