"""The form of a source: a second one at a known address is refused with a link to it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import format_html

from positions.admin.editing.date_box import DateBoxForm
from positions.models import Source


class SourceForm(DateBoxForm):
    """A source. An address that is known already is refused with a link to the source there."""

    class Meta:
        model = Source
        fields: tuple[str, ...] = (
            "title",
            "title_is_ours",
            "kind",
            "publisher",
            "byline",
            "url",
            "archived_url",
            "date_edtf",
            "date_printed",
            "date_basis",
            "date_note",
            "language",
            "is_primary",
            "note",
            "slug",
        )

    def add_error(self, field: str | None, error: Any) -> None:
        if hasattr(error, "error_dict"):
            error = ValidationError(
                {
                    name: [_linked(each) for each in found]
                    for name, found in error.error_dict.items()
                }
            )
        super().add_error(field, error)


def _linked(error: ValidationError) -> ValidationError:
    if error.code != "known_address" or not error.params:
        return error
    link = format_html(
        'This address belongs to “<a href="{}" target="_blank">{}</a>” already. Use that source.',
        reverse("admin:positions_source_change", args=[error.params["pk"]]),
        error.params["title"],
    )
    return ValidationError(link, code=error.code)
