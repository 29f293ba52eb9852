"""Files as an editor sends them, and as the site does."""

from __future__ import annotations

import csv
import io
from typing import Any

from django.test import Client
from openpyxl import load_workbook

from tests.admin.forms import fields_of

STATEMENTS = "/admin/positions/statement/"
TOPICS = "/admin/positions/topic/"
ORGANISATIONS = "/admin/positions/organisation/"


def as_csv(*rows: dict[str, str]) -> bytes:
    header = list(dict.fromkeys(name for row in rows for name in row))
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, header)
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue().encode()


def shown(client: Client, address: str, content: bytes, name: str = "file.csv", **told: str) -> Any:
    """The preview of a file; ``told`` is what is said to readers."""
    file = io.BytesIO(content)
    file.name = name
    sent = {"csrfmiddlewaretoken": "as a browser sends it", "import_file": file, **told}
    return client.post(f"{address}import/", sent)


def confirmed(client: Client, address: str, preview: Any) -> Any:
    """The page after the word to load what was shown."""
    fields = fields_of(preview)
    assert fields["fingerprint"]
    return client.post(f"{address}process_import/", fields, follow=True)


def loaded(client: Client, address: str, *rows: dict[str, str]) -> Any:
    return confirmed(client, address, shown(client, address, as_csv(*rows)))


def exported(client: Client, address: str, ending: str = ".csv", **more: str) -> list[list[str]]:
    answer = client.post(f"{address}export/", {"ending": ending, **more})
    content = answer.getvalue()
    if ending == ".csv":
        return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    return [["" if cell is None else cell for cell in row] for row in sheet.values]
