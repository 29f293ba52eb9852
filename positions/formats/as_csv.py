"""A list as CSV: all of its rows, streamed, and safe to open in a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from io import StringIO
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.text import slugify

from positions.listing import F, R, Selection

# Rows in memory at a time; a chunk costs the ids' query and the records'.
CHUNK = 500
# A spreadsheet runs a cell that starts so as a formula; an apostrophe before it makes it a text.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Without this mark, Excel takes UTF-8 for the computer's old code page and garbles “ and é.
BYTE_ORDER_MARK = "\ufeff"
LONGEST_NAME = 120


def write(selection: Selection[R, F], site: str) -> StreamingHttpResponse:
    """All rows as a download; UTF-8 with a byte order mark, memory independent of the rows."""
    return StreamingHttpResponse(
        (text.encode() for text in lines(selection, site)),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{file_name(selection)}"'},
    )


def table(
    name: str, columns: Mapping[str, Callable[[Any], Any]], rows: Iterable[Any]
) -> HttpResponse:
    """Rows that are few enough to be made at once, as a download called ``name``.csv."""
    buffer = StringIO()
    buffer.write(BYTE_ORDER_MARK)
    writer = csv.writer(buffer)
    writer.writerow(columns)
    writer.writerows([cell(read(row)) for read in columns.values()] for row in rows)
    return HttpResponse(
        buffer.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name[:LONGEST_NAME]}.csv"'},
    )


def lines(selection: Selection[R, F], site: str) -> Iterator[str]:
    """The header, then the rows, some hundred at a time."""
    columns = selection.declaration.table(selection.filters)
    buffer = StringIO()
    writer = csv.writer(buffer)
    buffer.write(BYTE_ORDER_MARK)
    writer.writerow(columns)
    for records in selection.chunks(CHUNK, site):
        writer.writerows([cell(read(record)) for read in columns.values()] for record in records)
        yield _taken(buffer)
    yield _taken(buffer)


def cell(value: Any) -> str | int:
    """The value as a cell shows it: dates in ISO 8601, true or false, formulas made harmless."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, int):
        return value
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def file_name(selection: Selection[R, F]) -> str:
    """A name that says what is in the file: ``statements-organisation-aclu-stance-opposes.csv``."""
    parts = [selection.declaration.plural]
    for key, values in selection.parameters.items():
        parts += [key, *values]
    return f"{slugify(' '.join(parts))[:LONGEST_NAME].strip('-')}.csv"


def _taken(buffer: StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text
