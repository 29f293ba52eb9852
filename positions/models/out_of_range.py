"""A number that a column cannot hold equals none of its rows, however it is asked for.

Django says so for a number's own ``exact`` and its kin (``IntegerFieldOverflow``), not for ``in``,
nor for the key of another row, by which the admin's lists and forms look up what was sent: SQLite
raises OverflowError on 2**63.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import models
from django.db.models.fields.related_lookups import RelatedExact, RelatedIn
from django.db.models.lookups import In


def _holds(field: Any, number: Any, connection: Any) -> bool:
    """Whether a column of the field can hold it; only a whole number may be too large."""
    if not isinstance(number, int):
        return True
    kind = field.target_field if field.is_relation else field
    least, most = connection.ops.integer_field_range(kind.get_internal_type())
    return bool(least <= number <= most)


class _AmongHeld(In):
    """``in`` without what the column cannot hold."""

    def process_rhs(self, compiler: Any, connection: Any) -> Any:
        if self.rhs_is_direct_value():
            field = self.lhs.output_field
            self.rhs = [each for each in self.rhs if _holds(field, each, connection)]
        return super().process_rhs(compiler, connection)


@models.IntegerField.register_lookup
class NumberIn(_AmongHeld):
    """Numbers, and the keys of the rows themselves."""


@models.ForeignObject.register_lookup
class KeyIn(_AmongHeld, RelatedIn):
    """Keys of other rows."""


@models.ForeignObject.register_lookup
class KeyExact(RelatedExact):
    """The key of another row."""

    def process_rhs(self, compiler: Any, connection: Any) -> Any:
        if not _holds(self.lhs.output_field, self.rhs, connection):
            raise EmptyResultSet
        return super().process_rhs(compiler, connection)
