"""Organisations and people in the admin: two lists over one table, and its boxes that complete."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Case, Count, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from positions import search
from positions.admin.bases import StackedInline
from positions.admin.editing.completed import CompletedInline, CompletedRows
from positions.admin.editing.date_box import SpanForm
from positions.admin.editing.editable import EditableAdmin, EditableForm
from positions.admin.editing.merged import MergedForm
from positions.admin.editing.rows import EditedRows
from positions.admin.mergeable import MergeableAdmin
from positions.admin.roles import may_publish
from positions.admin.spreadsheets import SpreadsheetAdmin
from positions.choices import StakeholderKind
from positions.importers.sheets import SHEETS
from positions.models import (
    Affiliation,
    Alias,
    Attribution,
    Organisation,
    Person,
    Stakeholder,
)
from positions.models.names import all_names, meant_or_like
from positions.naming import Named, fold, with_initials
from positions.naming.names import MOST_NEAR


class AliasInline(StackedInline):
    """A row for each other name."""

    model = Alias
    form = MergedForm
    fk_name = "stakeholder"
    formset = EditedRows
    template = "admin/positions/numbered_rows.html"
    extra = 1
    fields = [("name", "kind")]


class AffiliationInline(CompletedInline):
    """A row for each tie to another, as its member."""

    model = Affiliation
    form = SpanForm
    fk_name = "member"
    formset = CompletedRows
    extra = 1
    completed_fields = ["group"]
    fields = [("kind", "group", "role"), ("from_edtf", "until_edtf", "note")]
    verbose_name_plural = "Ties to others"


class NamedForm(EditableForm):
    """A party, of which the name is held against those that are known."""

    different = forms.BooleanField(
        label="It is another one",
        label_suffix="",
        required=False,
        widget=forms.HiddenInput,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.notices: list[str] = []

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("name") and {"name", "abbreviation"} & set(self.changed_data):
            self._split(cleaned)
            self._compare(cleaned)
        return cleaned

    def _split(self, cleaned: dict[str, Any]) -> None:
        """Read “EWN (Example Works Network)” as a name and its abbreviation, as lists do."""
        kind = cleaned.get("kind") or self.instance.kind
        if kind == StakeholderKind.PERSON or "abbreviation" not in self.fields:
            return
        typed, given = cleaned["name"], cleaned.get("abbreviation", "")
        name, short = with_initials(typed)
        if not short or (given and fold(given) != fold(short)) or cleaned.get("different"):
            return
        cleaned["name"], cleaned["abbreviation"] = name, given or short
        self.notices.append(f"“{typed}” was read as the name {name} and its abbreviation {short}.")

    def _compare(self, cleaned: dict[str, Any]) -> None:
        """Refuse a second organisation of one name; ask of names that are nearly the same."""
        names, name = all_names(), cleaned["name"]
        kind = cleaned.get("kind") or self.instance.kind
        is_person = kind == StakeholderKind.PERSON or self._meta.model is Person
        same = (*names.same(name), *names.called_both(name))
        called = [each for each in same if each.pk != self.instance.pk]
        twins = [each for each in called if not each.is_person]
        if twins and not is_person:
            self.add_error(
                "name", format_html("This is a name of {}, which is known already.", _links(twins))
            )
            return
        alike = [*called, *names.same(cleaned.get("abbreviation") or ""), *names.misprinted(name)]
        near = list(dict.fromkeys(each for each in alike if each.pk != self.instance.pk))
        if near and not cleaned.get("different"):
            self.fields["different"].widget = forms.CheckboxInput()
            asked = "Did you mean {}? If it is another one, say so below and save again."
            self.add_error("name", format_html(asked, _links(near[:MOST_NEAR])))


def _links(parties: list[Named]) -> SafeString:
    return format_html_join(
        " or ",
        '<a href="{}">{}</a>',
        (
            (
                reverse(
                    f"admin:positions_{'person' if each.is_person else 'organisation'}_change",
                    args=[each.pk],
                ),
                each.name,
            )
            for each in parties
        ),
    )


@admin.register(Stakeholder)
class StakeholderAdmin(MergeableAdmin, EditableAdmin):
    """Of any kind. Not in the index: it is there for boxes that complete names, and their “+”."""

    form = NamedForm
    inlines = [AliasInline, AffiliationInline]
    list_display = ["name", "abbreviation", "kind", "n_statements", "is_public"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["name"]
    search_words = staticmethod(search.stakeholders)
    search_help_text = "The beginning of any word of a name, abbreviation or alias."
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "kind",
                    ("name", "abbreviation"),
                    "description",
                    "size_note",
                    ("website", "wikidata_id"),
                    ("slug", "released"),
                ]
            },
        )
    ]

    def get_search_results(
        self, request: HttpRequest, queryset: Any, search_term: str
    ) -> tuple[Any, bool]:
        """Those found by their words, and whom the text means; a box has these first.

        Where there are none, those whose names it is like.
        """
        found, _ = super().get_search_results(request, queryset, search_term)
        query = search.read(search_term)
        if query.excluded or not query.sought:
            return found, False
        meant, like = meant_or_like(search_term, found_otherwise=found.exists())
        if not (keys := meant or like):
            return found, False
        every = queryset.filter(Q(pk__in=found.order_by().values("pk")) | Q(pk__in=keys))
        if request.resolver_match is None or request.resolver_match.url_name != "autocomplete":
            return every, False
        places = [When(pk=key, then=Value(place)) for place, key in enumerate(keys)]
        return every.order_by(Case(*places, default=Value(len(keys))), "name", "pk"), False

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        ((title, options),) = super().get_fieldsets(request, obj)
        if request.method != "POST":  # only an answer asks whether it is another one
            return [(title, options)]
        place = 1 + next(n for n, row in enumerate(options["fields"]) if "name" in row)
        fields = [*options["fields"][:place], "different", *options["fields"][place:]]
        return [(title, {**options, "fields": fields})]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return [*self.readonly_fields, *([] if may_publish(request) else ["released"])]

    def get_view_on_site_url(self, obj: Any = None) -> str | None:
        return super().get_view_on_site_url(obj if obj and obj.is_public else None)

    def get_model_perms(self, request: HttpRequest) -> dict[str, bool]:
        return {} if self.model is Stakeholder else super().get_model_perms(request)

    def rows(self) -> QuerySet[Stakeholder]:
        """The stakeholders of this list: the rows themselves, for proxies keep no history."""
        return Stakeholder.objects.all()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        counted = (
            Attribution.objects.filter(stakeholder=OuterRef("pk"))
            .order_by()
            .values("stakeholder")
            .annotate(n=Count("statement", distinct=True))
            .values("n")
        )
        return self.rows().annotate(n_said=Coalesce(Subquery(counted), 0)).order_by("name", "pk")

    @admin.display(description="Statements", ordering="n_said")
    def n_statements(self, stakeholder: Any) -> int:
        count: int = stakeholder.n_said
        return count


class OrganisationForm(NamedForm):
    """An organisation, of any kind but a person."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "kind" in self.fields:
            kinds = [
                (kind.value, kind.label)
                for kind in StakeholderKind
                if kind != StakeholderKind.PERSON
            ]
            field: Any = self.fields["kind"]
            field.choices = [("", "---------"), *kinds]


@admin.register(Organisation)
class OrganisationAdmin(SpreadsheetAdmin, StakeholderAdmin):
    """The pages of organisations."""

    sheet = SHEETS["organisations"]
    form = OrganisationForm
    list_filter = ["kind", "is_public"]

    def rows(self) -> QuerySet[Stakeholder]:
        return Stakeholder.objects.all().organisations()


@admin.register(Person)
class PersonAdmin(SpreadsheetAdmin, StakeholderAdmin):
    """The pages of people, with their ties in the list."""

    sheet = SHEETS["people"]
    list_display = ["name", "affiliated", "n_statements", "is_public"]
    list_filter = ["is_public"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    "name",
                    "description",
                    ("website", "wikidata_id"),
                    ("slug", "released"),
                ]
            },
        ),
    ]

    def rows(self) -> QuerySet[Stakeholder]:
        return Stakeholder.objects.all().people().prefetch_related("affiliations__group")

    @admin.display(description="Ties")
    def affiliated(self, person: Stakeholder) -> str:
        return "; ".join(
            f"{each.role or each.get_kind_display()}, {each.group.short_name}"
            for each in person.affiliations.all()
        )
