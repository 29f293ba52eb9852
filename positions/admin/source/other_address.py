"""The other addresses at which a source is known: of mirrors, and of sources merged into it."""

from __future__ import annotations

from positions.admin.bases import StackedInline
from positions.admin.editing.merged import MergedForm
from positions.admin.editing.rows import EditedRows
from positions.models import OtherAddress


class OtherAddressInline(StackedInline):
    """A row for each; a second source at one of them is refused."""

    model = OtherAddress
    form = MergedForm
    formset = EditedRows
    extra = 0
    fields = ["url"]
    verbose_name_plural = "Other addresses: whoever enters one of them is led to this source"
