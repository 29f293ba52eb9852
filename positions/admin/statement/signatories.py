"""What the page says, and asks, of each line of a pasted list of signatories."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from positions.choices import StakeholderKind
from positions.intake.signatories import line_key
from positions.models import Organisation, Person
from positions.naming import either
from positions.naming.lines import Line

SHOWN = 50  # of each kind of result; a list of thousands is told in numbers
MOST_BOXES = 300  # lines with a box of their own: keeps the page of a long list small


def kinds_for(may: Collection[type[Any]]) -> list[tuple[str, str]]:
    """The kinds that an account may add, as choices: of organisations, of people, or both."""
    return [
        (kind.value, str(kind.label))
        for kind in StakeholderKind
        if (Person if kind == StakeholderKind.PERSON else Organisation) in may
    ]


def some_of(names: Sequence[str]) -> str:
    """Names in a row; of very many the first, and how many more."""
    more = len(names) - SHOWN
    return ", ".join(names[:SHOWN]) + (f" and {more:,} more" if more > 0 else "")


def trouble(line: Line) -> str:
    """Why a line has no match, in a few words."""
    return "it can mean several" if line.candidates else "nobody of that name is known"


def found_list(lines: Sequence[Line], boxes: Mapping[str, SafeString]) -> SafeString:
    """A result for each line, as a list: those that match nobody, or several, come first.

    ``boxes`` say what the unknown ones are added as. Of very many the first are shown, and all that
    have a box.
    """
    ordered = sorted(lines, key=lambda line: line.match is not None)
    shown = [each for n, each in enumerate(ordered) if n < SHOWN or each.text in boxes]
    results = [(_result(each), boxes.get(each.text, "")) for each in shown]
    if more := len(lines) - len(shown):
        results.append((f"and {more:,} more lines", ""))
    return format_html(
        '<ul class="signatories">{}</ul>', format_html_join("", "<li>{}{}</li>", results)
    )


def boxes_of(lines: Iterable[Line], kinds: Any, chosen: Mapping[str, Any]) -> dict[str, SafeString]:
    """For each unknown line, by its text, the box that says what it is added as."""
    unknown = [line for line in lines if not line.candidates][:MOST_BOXES]
    return {line.text: _box(line, kinds, str(chosen.get(line_key(line), ""))) for line in unknown}


def _box(line: Line, kinds: Any, chosen: str) -> SafeString:
    first = "choose a kind" if line.near else "as all that are unknown"
    options = format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        (
            (value, SafeString(" selected") if value == chosen else "", label)
            for value, label in (("", first), *kinds)
        ),
    )
    return format_html(
        ' <label>Add as <select name="{}" aria-label="Add {} as">{}</select></label>',
        line_key(line),
        line.printed,
        options,
    )


def left_out(troubled: Sequence[Line]) -> list[str]:
    """Which lines are left out, and why."""
    told = [f"Left out: “{line.text}”, {trouble(line)}." for line in troubled[:SHOWN]]
    more = len(troubled) - len(told)
    return [*told, *([f"Left out: {more:,} more lines."] if more else [])]


def refusals(troubled: Sequence[Line]) -> list[ValidationError]:
    """What each line that cannot be taken lacks, and how to mend it; of very many, of the first."""
    errors = [ValidationError(_cure(line), code="signatory") for line in troubled[:SHOWN]]
    if more := len(troubled) - len(errors):
        text = f"{more:,} more lines match nobody, or several."
        errors.append(ValidationError(text, code="signatory"))
    errors.append(
        ValidationError(
            "Nothing was saved. Correct these lines or take them out, say below what those that "
            "are unknown are to be added as, or tick the box to save without them.",
            code="signatory",
        )
    )
    return errors


def _result(line: Line) -> str:
    if line.new is not None:
        short = f" ({line.new.abbreviation})" if line.new.abbreviation else ""
        return f"{line.text} → new: {line.new.name}{short}"
    if (match := line.match) is None:
        return f"{line.text} — {trouble(line)}.{_near(line)}"
    place = f", of {line.organisation.name}" if line.organisation else ""
    return f"{line.text} → {match.name}{place}"


def _near(line: Line) -> str:
    if not line.near:
        return ""
    return f" Did you mean {either(line.near)}?"


def _cure(line: Line) -> SafeString:
    if line.candidates:
        choices = ", ".join(map(str, line.candidates))
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
