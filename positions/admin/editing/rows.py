"""Rows of parts on a noun's page: nothing typed is lost when another editor took a row away."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property

from positions.admin.bases import InlineFormSet

LONGEST_KEY = 19  # digits of a number that a database holds


class EditedRows(InlineFormSet):
    """A formset whose posted rows stay, as new ones, where the stored row has gone meanwhile."""

    def initial_form_count(self) -> int:
        # Never more than the rows that are read: a form may claim any number, and it is counted to.
        count: int = super().initial_form_count()
        return min(count, self.total_form_count()) if self.is_bound else count

    def get_queryset(self) -> Any:
        if not self.is_bound:
            return super().get_queryset()
        # In the order posted, with a gap for each row that has gone: Django's own pages pair
        # the forms with these one by one.
        posted = (
            self.data.get(f"{self.add_prefix(index)}-id", "")
            for index in range(self.initial_form_count())
        )
        return [self._stored.get(pk) for pk in posted]

    def stored(self) -> Any:
        """All rows that the whole has in the database."""
        return super().get_queryset()

    @cached_property
    def _stored(self) -> dict[str, Any]:
        posted = (
            self.data.get(f"{self.add_prefix(index)}-id", "")
            for index in range(self.initial_form_count())
        )
        keys = {key for key in posted if key.isdecimal() and len(key) < LONGEST_KEY}
        return {str(row.pk): row for row in self.stored().filter(pk__in=keys)}

    def _existing_object(self, pk: Any) -> Any:
        return self._stored.get(str(pk))

    def _construct_form(self, i: int, **kwargs: Any) -> Any:
        form = super()._construct_form(i, **kwargs)  # type: ignore[misc]
        if self._has_gone(form, i):
            form.fields["id"].required = False
            form.fields["id"].disabled = True  # the posted key is that of the row that has gone
        return form

    def save_new_objects(self, commit: bool = True) -> list[Any]:
        saved = super().save_new_objects(commit)
        doomed = self.deleted_forms
        for place, form in enumerate(self.initial_forms):
            # Unchanged from blank: a row that this account only reads, and so did not send.
            if self._has_gone(form, place) and form not in doomed and form.has_changed():
                saved.append(self.save_new(form, commit=commit))
        return saved

    def _has_gone(self, form: Any, place: int) -> bool:
        return self.is_bound and place < self.initial_form_count() and form.instance.pk is None

    @property
    def standing(self) -> list[Any]:
        """The forms of the rows that there will be: neither blank nor to be deleted."""
        doomed = self.deleted_forms
        return [
            form
            for form in self.forms
            if form not in doomed and (form.instance.pk is not None or form.has_changed())
        ]
