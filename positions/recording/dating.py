"""Questions a date that no source can know: words are published when they have been said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from positions.dates import parse
from positions.models import Quotation
from positions.models.bulk import batches


class DateDoubted(Exception):
    """A statement is dated after its newest source. Undo all that was written, and ask.

    Written again with ``dates_confirmed``, it is kept.
    """

    def __init__(self, statement: int, doubt: str) -> None:
        self.statement = statement
        super().__init__(doubt)


def doubts(statements: Collection[int]) -> dict[int, str]:
    """Of those dated after the newest source that gives their words, the question to be asked.

    A source without a date, or with one that is open, may be newer than any day: then there is
    no doubt. One query for each five hundred.
    """
    found: dict[int, str] = {}
    for some in batches(sorted(statements)):
        sources: dict[tuple[int, date, str], dict[str, date | None]] = defaultdict(dict)
        rows = Quotation.objects.filter(statement__in=some, statement__earliest__isnull=False)
        for pk, earliest, edtf, latest, of in rows.order_by().values_list(
            *("statement", "statement__earliest", "statement__date_edtf"),
            *("source__latest", "source__date_edtf"),
        ):
            sources[pk, earliest, edtf][of] = latest
        for (pk, earliest, edtf), ends in sources.items():
            known = {of: end for of, end in ends.items() if end is not None}
            if len(known) == len(ends) and earliest > max(known.values()):
                newest = max(known, key=lambda of: known[of])
                found[pk] = (
                    f"Dated {parse(edtf)}, but its newest source is of {parse(newest)}. Correct "
                    "the date, or confirm that it is right."
                )
    return found
