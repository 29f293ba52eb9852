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
from positions.intake.signatories import FOR_ALL, asks_alone, line_key
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


def found_list(
    lines: Sequence[Line], boxes: Mapping[str, SafeString], *, ways: bool = True
) -> SafeString:
    """A result for each line, as a list: those that match nobody, or several, come first.

    ``boxes`` say what the unknown ones are added as; with ``ways``, links lead to the pages on
    which they can be added, too. Of very many the first are shown, and all that have a box.
    """
    ordered = sorted(lines, key=lambda line: line.match is not None)
    shown = [each for n, each in enumerate(ordered) if n < SHOWN or each.text in boxes]
    results: list[tuple[str, str]] = [
        (_result(each, ways=ways), boxes.get(each.text, "")) for each in shown
    ]
    if more := len(lines) - len(shown):
        results.append((f"and {more:,} more lines", ""))
    return format_html(
        '<ul class="signatories">{}</ul>', format_html_join("", "<li>{}{}</li>", results)
    )


def boxes_of(
    lines: Iterable[Line], kinds: Any, chosen: Mapping[str, Any], prefix: str = ""
) -> dict[str, SafeString]:
    """For each unknown line, by its text, the box that says what it is added as.

    With a prefix it stands on a card, where none is chosen for all lines.
    """
    unknown = [line for line in lines if not line.candidates][:MOST_BOXES]
    for_all = str(chosen.get(FOR_ALL, ""))
    return {
        line.text: _box(
            f"{prefix}{line_key(line)}",
            line,
            "choose a kind" if prefix or asks_alone(line, for_all) else "as all that are unknown",
            kinds,
            str(chosen.get(line_key(line), "")),
        )
        for line in unknown
    }


def _box(name: str, line: Line, first: str, kinds: Any, chosen: str) -> SafeString:
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
        name,
        line.printed,
        options,
    )


def left_out(troubled: Sequence[Line]) -> list[str]:
    """Which lines are left out, and why."""
    told = [f"Left out: “{line.text}”, {trouble(line)}." for line in troubled[:SHOWN]]
    more = len(troubled) - len(told)
    return [*told, *([f"Left out: {more:,} more lines."] if more else [])]


def refusal(troubled: Sequence[Line]) -> ValidationError:
    """How many lines cannot be taken; what to do about each stands beside it in the list."""
    one = len(troubled) == 1
    return ValidationError(
        f"{len(troubled):,} {'line matches' if one else 'lines match'} nobody, or several. Nothing "
        f"was saved. In the list below, {'it stands' if one else 'they stand'} first: correct or "
        "take out, say what the unknown are to be added as, or tick the box to save without them.",
        code="signatory",
    )


def repeats(again: Sequence[Line], there: Sequence[Line]) -> list[str]:
    """Which lines add nobody: they repeat another line, or one who stands in a row already."""
    return [
        f"{told}: {some_of([f'“{line.text}”' for line in lines])}."
        for told, lines in (
            ("Added once, for these repeat another line of the list", again),
            ("Not added again, for these sign already", there),
        )
        if lines
    ]


def _result(line: Line, *, ways: bool) -> SafeString:
    if line.new is not None:
        short = f" ({line.new.abbreviation})" if line.new.abbreviation else ""
        return format_html("{} → new: {}{}{}", line.text, line.new.name, short, _place(line))
    if line.match is not None:
        return format_html("{} → {}{}", line.text, line.match.name, _place(line))
    if line.candidates:
        return format_html(
            "“{}” can mean several: {}. Put the one meant, in square brackets, at the end of the "
            "line.",
            line.text,
            ", ".join(map(str, line.candidates)),
        )
    unknown = format_html(
        "“{}”: nobody of that name is known.{}{}",
        line.text,
        f"{near} Then put that, in square brackets, at its end." if (near := _near(line)) else "",
        _like(line),
    )
    return format_html("{} {}", unknown, _ways(line)) if ways else unknown


def _ways(line: Line) -> SafeString:
    query = urlencode({"name": line.printed[:200]})
    return format_html(
        'Add <a href="{}?{}" target="_blank">an organisation</a> or '
        '<a href="{}?{}" target="_blank">a person</a> of that name, then save again.',
        reverse("admin:positions_organisation_add"),
        query,
        reverse("admin:positions_person_add"),
        query,
    )


def _place(line: Line) -> str:
    return f", of {line.organisation.name}" if line.organisation else ""


def _near(line: Line) -> str:
    return f" Did you mean {either(line.near)}?" if line.near else ""


def _like(line: Line) -> str:
    """That it may be who another line names."""
    if not line.called.like:
        return ""
    others = " and ".join(f"“{each}”" for each in line.called.like)
    return f" Another line has {others}: if it is the same, write it the same."
