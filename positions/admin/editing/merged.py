"""Two editors at one page: what each changed is kept; of what both changed, one is chosen.

The page carries each value as it was opened. Sent back, three values of a field are known: as it
was opened, as it is stored by now, and as it was typed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import BoundField
from django.forms.formsets import DELETION_FIELD_NAME
from django.forms.models import InlineForeignKeyField
from django.utils.functional import cached_property
from django.utils.text import Truncator, capfirst

from positions.admin.bases import ModelForm
from positions.numbers import key_of

SHOWN = 80  # characters of what was not kept
THEIRS, MINE, BOTH = "theirs", "mine", "both"
BOTH_CHANGED = (
    "Somebody else changed this after you opened it, in the same place as you. Nothing was saved, "
    "and all that you typed is still here. Both stand side by side above: choose, then save again."
)
ROW = "row"  # the name under which a whole row is chosen, which one changed and the other removed


def whose(opened: Any, stored: Any, sent: Any) -> str:
    """Whose of a value is kept; ``both`` where both changed it, each otherwise, and it is asked."""
    if stored in (opened, sent):
        return MINE
    return THEIRS if sent == opened else BOTH


def mark_of(value: Any) -> str:
    """What tells a value of plain parts from another, in a few characters."""
    return hashlib.sha256(repr(value).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Conflict:
    """What both changed: as it was opened, as the other left it, and as it was typed here.

    ``name`` is that of the choice in the form, ``seen`` what was stored when it was offered.
    """

    name: str
    label: str
    opened: str
    theirs: str
    mine: str
    seen: str
    chosen: str = ""

    @property
    def outcome(self) -> str:
        """Whose was kept, once one was chosen, and what the other had."""
        kept, gone, was = (
            ("yours", "theirs", self.theirs)
            if self.chosen == MINE
            else ("theirs", "yours", self.mine)
        )
        return f"{self.label}: {kept} was kept, and not {gone}, “{Truncator(was).chars(SHOWN)}”."


class MergedForm(ModelForm):
    """A form of one row that is merged with what others saved since it was opened."""

    is_merged = True  # whether what others saved is merged, and nothing else looks after it
    also_carried: tuple[str, ...] = ()  # fields that are none of the row's
    left_away = False  # of a row that another removed: whether it stays away
    removal: bool | None = None  # of a row that is removed here: whether it goes

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.conflicts: list[Conflict] = []
        self.settled: dict[str, Conflict] = {}  # by name, those of which one was chosen
        known = not self.is_bound and self.instance.pk is not None
        carried = [*self._stored_names(), *self.also_carried]
        # Of a choice of several that was empty, nothing is sent: the row tells, not the field.
        sent = any(self.add_initial_prefix(name) in self.data for name in carried)
        for name in carried:
            self.fields[name].show_hidden_initial = self.is_merged and (known or sent)

    @cached_property
    def changed_data(self) -> list[str]:
        """The fields that were changed on this page, whatever others did meanwhile."""
        return [bound.name for bound in self if self._is_changed(bound)]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.instance.pk is not None and self.is_carried and self.changed_meanwhile:
            for bound in self.changed_meanwhile:
                self._merge(bound, cleaned)
        return cleaned

    def _update_errors(self, errors: Any) -> None:
        """Add what the row lacks, but not of a field in which what was typed is refused already."""
        found = getattr(errors, "error_dict", {})
        for name in found.keys() & self.errors.keys() - {NON_FIELD_ERRORS}:
            del found[name]
        super()._update_errors(errors)  # type: ignore[misc]

    @property
    def is_carried(self) -> bool:
        """Whether the page has carried how the row was opened."""
        return any(bound.field.show_hidden_initial for bound in self._stored_fields())

    @cached_property
    def changed_meanwhile(self) -> list[BoundField]:
        """The fields that were stored otherwise than they were opened, before they are merged."""
        return [
            bound
            for bound in self._stored_fields()
            if bound.field.show_hidden_initial
            and _plain(self._opened(bound)) != _plain(self._stored(bound))
        ]

    def meet_removal(self, theirs: str, mine: str) -> str:
        """Which was chosen where one removed the row that the other changed; see ``meet``."""
        noun = capfirst(str(self._meta.model._meta.verbose_name))
        seen = mark_of(theirs)
        return self.meet(Conflict(self.add_prefix(ROW), noun, "there", theirs, mine, seen))

    def forget_opened(self) -> None:
        """Take all that is typed as new, as where the whole is brought back."""
        for field in self.fields.values():
            field.show_hidden_initial = False

    def meet(self, conflict: Conflict) -> str:
        """Which was chosen of the two, if it was of these; else the conflict is noted."""
        chosen: str = self.data.get(f"choose-{conflict.name}", "")
        if chosen in (THEIRS, MINE) and self.data.get(f"seen-{conflict.name}") == conflict.seen:
            self.settled[conflict.name] = replace(conflict, chosen=chosen)
            return chosen
        if not self.conflicts:
            self.add_error(None, ValidationError(BOTH_CHANGED, code="stale"))
        self.conflicts.append(conflict)
        return ""

    def stored_in_words(self, bound: BoundField) -> str:
        """The value of a field that is stored by now."""
        return self.in_words(bound, self._stored(bound))

    def in_words(self, bound: BoundField, value: Any) -> str:
        """A value of a field, of whatever kind it is sent, as an editor reads it."""
        values = [str(each) for each in (value if isinstance(value, list) else [value]) if each]
        field: Any = bound.field
        if isinstance(field, forms.ModelChoiceField):
            rows = field.queryset.filter(pk__in=map(key_of, values))  # type: ignore[union-attr]
            return ", ".join(sorted(map(str, rows))) or "—"
        choices = {str(key): str(label) for key, label in getattr(field, "choices", ())}
        return ", ".join(choices.get(each, each) for each in values) or "—"

    def _merge(self, bound: BoundField, cleaned: dict[str, Any]) -> None:
        """Take over what another saved of a field, unless it was changed here."""
        name, stored = bound.name, self._stored(bound)
        opened, mine = self._opened(bound), bound.data
        keeping = whose(_plain(opened), _plain(stored), _plain(mine))
        if keeping == BOTH:
            keeping = self.meet(
                Conflict(
                    self.add_prefix(name),
                    capfirst(str(bound.label)),
                    self.in_words(bound, opened),
                    self.in_words(bound, stored),
                    self.in_words(bound, mine),
                    mark_of(_plain(stored)),
                )
            )
        if keeping == THEIRS:
            self.errors.pop(name, None)
            cleaned[name] = self._value(name)
            if not self.data.get(self.add_prefix(DELETION_FIELD_NAME)):
                self._retype(bound, stored)

    def _retype(self, bound: BoundField, value: Any) -> None:
        """Let the page, if it is shown again, have this value as if it were opened with it."""
        self.data = self.data.copy()  # type: ignore[attr-defined]
        for name in (bound.html_name, bound.html_initial_name):
            if isinstance(value, list):
                self.data.setlist(name, value)  # type: ignore[attr-defined]
            else:
                self.data[name] = "" if value is None else value  # type: ignore[index]

    def _value(self, name: str) -> Any:
        one = self.instance._meta.get_field(name)
        value = getattr(self.instance, name)
        return value.all() if one.many_to_many else value

    def _stored_names(self) -> list[str]:
        """The fields that are those of the row itself."""
        meta = self._meta.model._meta
        own = {one.name for one in (*meta.concrete_fields, *meta.many_to_many) if one.editable}
        return [
            name
            for name, field in self.fields.items()
            if name in own - {meta.pk.name} and not isinstance(field, InlineForeignKeyField)
        ]

    def _stored_fields(self) -> Iterator[BoundField]:
        return (self[name] for name in self._stored_names())

    def _is_changed(self, bound: Any) -> bool:
        if not self.is_bound or not bound.field.show_hidden_initial:
            return bool(bound._has_changed())  # noqa: SLF001 - as Django's own form asks
        return bool(_plain(self._opened(bound)) != _plain(bound.data))

    def _opened(self, bound: BoundField) -> Any:
        """The value that the page has carried, as it was sent."""
        hidden: Any = bound.field.hidden_widget()
        return hidden.value_from_datadict(self.data, self.files, bound.html_initial_name)

    def _stored(self, bound: BoundField) -> Any:
        """The value that is stored by now, as a page would carry it."""
        value = bound.field.prepare_value(bound.initial)
        hidden: Any = bound.field.hidden_widget()
        if isinstance(value, list | tuple):
            return [str(each) for each in value]
        return hidden.format_value(value)

    @property
    def is_stale(self) -> bool:
        """Whether it cannot be saved because another did, and nobody has chosen."""
        return bool(self.has_error(NON_FIELD_ERRORS, "stale"))


def _plain(value: Any) -> Any:
    """A value as it is sent, so that two are compared: boxes, line ends and order do not count."""
    if isinstance(value, list | tuple):
        return sorted(map(str, value))
    if value is None or value is False or value in ("False", "off"):
        return ""
    if value is True or value == "on":
        return "True"
    return str(value).replace("\r\n", "\n")
