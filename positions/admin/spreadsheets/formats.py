"""The two kinds of file, as django-import-export asks for them: bytes → rows of texts."""

from __future__ import annotations

import io

from import_export.formats.base_formats import Format

from positions.importers.sheets import TableError, tables

UNPACKED = 50_000_000  # bytes
MOST_ROWS = 2_000  # what is planned, written and shown within one request


class SheetFormat(Format):
    """Reads by the project's own readers; raises TableError."""

    ending = ""

    def create_dataset(self, in_stream: bytes) -> list[list[str]]:
        rows = []
        for row in tables.read_cells(io.BytesIO(in_stream), self.ending, UNPACKED):
            rows.append(row)
            if len(rows) > MOST_ROWS + 1:
                raise TableError(
                    f"It has more than {MOST_ROWS:,} rows. Divide it, or have it loaded by "
                    "manage.py import_statements, which takes files of any length."
                )
        return rows

    def can_import(self) -> bool:
        return True


class CsvFormat(SheetFormat):
    """CSV."""

    ending = ".csv"

    def __init__(self, encoding: str | None = None) -> None:
        """The reader finds the encoding by itself."""


class XlsxFormat(CsvFormat):
    """A workbook."""

    ending = ".xlsx"


FORMATS = (CsvFormat, XlsxFormat)
ENDINGS = tuple(each.ending for each in FORMATS)
