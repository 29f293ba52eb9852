"""Rows of parts on a noun's page: nothing typed is lost when another editor took a row away."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property

from positions.admin.bases import InlineFormSet
from positions.admin.editing.merged import MINE, MergedForm

LONGEST_KEY = 19  # digits of a number that a database holds
MOST_ROWS = 300  # that one part of a page is drawn and saved with; what claims more is refused


class EditedRows(InlineFormSet):
    """A formset whose posted rows stay, as new ones, where the stored row has gone meanwhile."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.absolute_max = MOST_ROWS

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
            if self.instance._state.adding and isinstance(form, MergedForm):
                form.forget_opened()  # all of it has gone, and is brought back
        return form

    def clean(self) -> None:
        """Ask about each row that was removed by another and changed here."""
        super().clean()
        for place, form in enumerate(self.initial_forms):
            if not isinstance(form, MergedForm) or form in self.deleted_forms:
                continue
            if self._has_gone(form, place) and form.is_carried and form.has_changed():
                form.left_away = form.meet_removal("removed", "kept, as typed here") != MINE

    def _should_delete_form(self, form: Any) -> bool:
        """Whether a row is to go; not where another has changed it and that is to stay."""
        going = bool(super()._should_delete_form(form))  # type: ignore[misc]
        if not going or not isinstance(form, MergedForm) or form.instance.pk is None:
            return going
        if form.removal is None:
            changed = form.changed_meanwhile if form.is_carried else []
            theirs = ", ".join(f"{each.label}: {form.stored_in_words(each)}" for each in changed)
            form.removal = not changed or form.meet_removal(theirs, "removed") == MINE
        return form.removal

    def save_new_objects(self, commit: bool = True) -> list[Any]:
        saved = super().save_new_objects(commit)
        doomed = self.deleted_forms
        for place, form in enumerate(self.initial_forms):
            # Unchanged from blank: a row that this account only reads, and so did not send.
            if self._has_gone(form, place) and form not in doomed and self._stands(form):
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
            if form not in doomed and (form.instance.pk is not None or self._stands(form))
        ]

    @staticmethod
    def _stands(form: Any) -> bool:
        """Whether a row without a stored one is to be written."""
        return form.has_changed() and not getattr(form, "left_away", False)
