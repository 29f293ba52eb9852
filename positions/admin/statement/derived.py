"""What follows from a statement, in words: the positions derived from it."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, OuterRef, Prefetch, QuerySet, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from positions.models import Position, Statement

SHOWN = 200  # a joint letter on several propositions derives many
LISTED = 20  # of each of several statements


def positions_panel(statement: Statement) -> SafeString | str:
    """A table of the positions that follow from a statement. Two queries."""
    if not statement.is_published:
        return "Nothing yet: positions follow from published statements only."
    positions = list(_positions(statement)[: SHOWN + 1])
    if not positions:
        return "None: there is no stance, or nobody of those who make it holds one."
    rows = format_html_join(
        "",
        '<tr><td><a href="{}">{}</a></td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>',
        (
            (
                reverse("admin:positions_stakeholder_change", args=[each.holder_id]),
                each.holder,
                each.get_stance_display(),
                each.proposition.short_label,
                _span(each),
                _marks(each),
            )
            for each in positions[:SHOWN]
        ),
    )
    return format_html(
        '<table class="derived"><thead><tr><th scope="col">Who</th><th scope="col">Stance</th>'
        '<th scope="col">Proposition</th><th scope="col">Held</th><th scope="col">Marks</th></tr>'
        "</thead><tbody>{}</tbody></table>{}",
        rows,
        f"The first {SHOWN} are shown." if len(positions) > SHOWN else "",
    )


def with_positions(statements: QuerySet[Statement]) -> QuerySet[Any]:
    """These with the first of what follows from each, and how many more do. Two queries."""
    shown = _in_order(Position.objects.all())[:LISTED]
    counted = Position.objects.filter(statement=OuterRef("pk")).order_by().values("statement")
    n_positions = Coalesce(Subquery(counted.annotate(n=Count("pk")).values("n")), 0)
    return statements.annotate(n_more=Greatest(n_positions - LISTED, 0)).prefetch_related(
        Prefetch("positions", shown, to_attr="first_positions")
    )


def positions_message(statement: Statement) -> str:
    """One sentence on what follows, for after saving; empty where nothing does."""
    positions = list(_positions(statement)[:4])
    if not positions:
        return ""
    said = [
        f"{each.holder} {each.get_stance_display().lower()} “{each.proposition.short_label}”"
        + (f" ({marks})" if (marks := _marks(each)) else "")
        for each in positions[:3]
    ]
    more = statement.positions.count() - len(said)
    return "It follows: " + "; ".join(said) + (f"; and {more} more" if more > 0 else "") + "."


def _positions(statement: Statement) -> QuerySet[Position]:
    return _in_order(statement.positions.all())


def _in_order(positions: QuerySet[Position]) -> QuerySet[Position]:
    return positions.select_related("holder", "proposition").order_by(
        "proposition__order", "proposition", "holder__name", "pk"
    )


def _span(position: Position) -> str:
    start = "from the beginning" if position.held_from.year == 1 else f"from {_day(position)}"
    end = f"until {position.held_until:%-d %B %Y}" if position.held_until else "still held"
    return f"{start}, {end}"


def _day(position: Position) -> str:
    return f"{position.held_from:%-d %B %Y}"


def _marks(position: Position) -> str:
    marks = []
    if position.shift:
        before = dict(Position._meta.get_field("stance").flatchoices)[position.previous_stance]
        marks.append(f"a shift from “{before.lower()}”")
    if position.conflicting:
        marks.append("in conflict with another of the same time")
    return ", ".join(marks)
