"""What every noun that editors change has: a version against lost edits, and the time of change."""

from __future__ import annotations

from typing import Any

from django.db import models, transaction


class StaleEdit(Exception):
    """The row was changed by somebody else after this copy of it was read."""

    def __init__(self, edited: Editable) -> None:
        self.edited = edited
        super().__init__(
            f"{edited} was changed by somebody else since version {edited.version} was read. "
            "Read it again and repeat the change."
        )


class Editable(models.Model):
    """A noun with an optimistic lock: saving an outdated copy raises StaleEdit."""

    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    modified_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        """Write the row and count its version up by one, or raise StaleEdit and write nothing."""
        if self.pk is not None:
            self._take_version()
            if (fields := kwargs.get("update_fields")) is not None:
                kwargs["update_fields"] = {*fields, "modified_at"}
        super().save(*args, **kwargs)

    def _take_version(self) -> None:
        rows = type(self)._base_manager.filter(pk=self.pk)
        if rows.filter(version=self.version).update(version=self.version + 1):
            self.version += 1
        elif not self._state.adding or rows.exists():  # else it is brought back from its history
            raise StaleEdit(self)
