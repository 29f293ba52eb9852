"""Where the links of a timeline lead: other days, other lanes, the list, its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from positions.charts.axis import Span
from positions.formats.files import links_of
from positions.listing import FormatLink, address, without
from positions.views.declarations import STATEMENTS


@dataclass(frozen=True, slots=True)
class TimelineLinks:
    """The ways on from a timeline with these conditions, in canonical form."""

    parameters: dict[str, list[str]]

    def to(self, span: Span) -> str:
        """The timeline of these days."""
        since, until = span.edtf
        return self._address({**self.parameters, "from": [since], "until": [until]})

    def before(self, day: date) -> str:
        """The timeline of what began before a day."""
        until = date.fromordinal(max(day.toordinal() - 1, 1)).isoformat()
        return self._address({**self.parameters, "until": [until]})

    def page(self, number: int) -> str:
        paging = {"page": [str(number)]} if number > 1 else {}
        return self._address({**self.parameters, **paging})

    @property
    def whole(self) -> str:
        """The timeline from the first statement to the last."""
        return self._address(without(without(self.parameters, "from"), "until"))

    @property
    def ranged(self) -> bool:
        """Whether a range was chosen."""
        return not self.parameters.keys().isdisjoint({"from", "until"})

    @property
    def listed(self) -> str:
        """The same statements as a list."""
        return address(STATEMENTS.url, self.parameters)

    def files(self) -> list[FormatLink]:
        """The same statements to take away."""
        return links_of(STATEMENTS, self.parameters)

    def _address(self, parameters: Mapping[str, list[str]]) -> str:
        return address(reverse("timeline-list"), parameters)
