"""The model field: the text and its two bounds are in step, however the text arrives."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.serializers.base import DeserializedObject
from django.db import connection, models
from django.db.migrations.writer import MigrationWriter
from django.forms import modelform_factory
from django.test.utils import isolate_apps
from hypothesis import given
from hypothesis import strategies as st

from positions.dates import parse
from positions.models import EdtfField, overlap
from tests.dates.level_one import expressions

MAY = (date(2018, 5, 1), date(2018, 5, 31))
NONE = (None, None)

with isolate_apps("positions"):

    class Dated(models.Model):
        earliest = models.DateField(null=True, blank=True, editable=False)
        latest = models.DateField(null=True, blank=True, editable=False)
        date_edtf = EdtfField("date", blank=True)

        class Meta:
            abstract = True

    class Letter(Dated):  # noqa: DJ008 - never shown
        title = models.CharField(max_length=20, blank=True)

        class Meta:
            app_label = "positions"


@pytest.fixture
def table(transactional_db: None) -> Iterator[None]:
    """The letters' table, which no migration knows."""
    with connection.schema_editor() as editor:
        editor.create_model(Letter)
    yield
    with connection.schema_editor() as editor:
        editor.delete_model(Letter)


def bounds(letter: Letter) -> tuple[date | None, date | None]:
    return letter.earliest, letter.latest


@given(expressions)
def test_assigning_a_date_sets_its_bounds(text: str) -> None:
    letter = Letter()

    letter.date_edtf = text

    assert letter.date_edtf == text
    assert bounds(letter) == (parse(text).earliest, parse(text).latest)


def test_a_new_object_has_the_bounds_of_its_date() -> None:
    assert bounds(Letter(date_edtf="2018-05")) == MAY


def test_the_date_has_the_last_word_over_bounds_given_beside_it() -> None:
    assert bounds(Letter(date_edtf="2018-05", earliest=date(1999, 1, 1))) == MAY


@pytest.mark.parametrize("text", ["", "  ", "2018-13", "May 2018"])
def test_a_blank_or_invalid_date_empties_the_bounds_and_keeps_the_text(text: str) -> None:
    letter = Letter(date_edtf="2018-05")

    letter.date_edtf = text

    assert letter.date_edtf == text
    assert bounds(letter) == NONE


def test_an_invalid_date_is_refused_with_the_parsers_words() -> None:
    with pytest.raises(ValidationError) as refusal:
        Letter(date_edtf="2018-02-30").full_clean()

    assert refusal.value.message_dict == {"date_edtf": ["2018-02-30: February 2018 has 28 days."]}


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=64))
def test_cleaning_refuses_whatever_the_parser_refuses(text: str) -> None:
    letter = Letter(date_edtf=text)

    if text.strip():
        with pytest.raises(ValidationError):
            letter.full_clean()
    else:
        letter.clean_fields()
        assert bounds(letter) == NONE


def test_blanks_around_a_date_go_when_it_is_cleaned() -> None:
    letter = Letter(date_edtf=" 2018-05 ")

    letter.clean_fields()

    assert letter.date_edtf == "2018-05"
    assert bounds(letter) == MAY


def test_a_form_sets_the_bounds_and_shows_the_refusal() -> None:
    form_class = modelform_factory(Letter, fields=["date_edtf"])

    accepted, refused = form_class({"date_edtf": " 2018-05 "}), form_class({"date_edtf": "2018-13"})

    assert accepted.is_valid()
    assert bounds(accepted.instance) == MAY
    assert "there is no month 13" in refused.errors["date_edtf"][0]


def test_saved_bounds_are_found_and_loaded(table: None) -> None:
    Letter(date_edtf="2018-05").save()

    letter = Letter._default_manager.get(earliest=MAY[0], latest=MAY[1])

    assert letter.date_edtf == "2018-05"
    assert bounds(letter) == MAY


@pytest.mark.parametrize("loaded", [["title"], ["date_edtf"], ["earliest"], ["latest", "title"]])
def test_what_was_deferred_is_loaded_when_it_is_read(table: None, loaded: list[str]) -> None:
    Letter(date_edtf="2018-05", title="A letter").save()

    letter = Letter._default_manager.only(*loaded).get()

    assert (letter.title, *bounds(letter), letter.date_edtf) == ("A letter", *MAY, "2018-05")


def test_a_deferred_date_keeps_its_text_and_bounds_when_the_rest_is_saved(table: None) -> None:
    Letter(date_edtf="2018-05").save()

    letter = Letter._default_manager.only("title").get()
    letter.title = "A letter"
    letter.save()

    assert bounds(Letter._default_manager.get(title="A letter", date_edtf="2018-05")) == MAY


def test_refreshing_brings_back_what_is_stored(table: None) -> None:
    letter = Letter(date_edtf="2018-05")
    letter.save()

    letter.date_edtf = "2019"
    letter.refresh_from_db()

    assert letter.date_edtf == "2018-05"
    assert bounds(letter) == MAY


def test_a_raw_save_as_of_loaddata_stores_the_bounds(table: None) -> None:
    DeserializedObject(Letter(date_edtf="2018-05")).save()

    assert Letter._default_manager.filter(earliest=MAY[0], latest=MAY[1]).exists()


def test_a_migration_writes_the_field_by_the_packages_address() -> None:
    field = EdtfField("from", blank=True, earliest_field="first", latest_field="last")

    written, imports = MigrationWriter.serialize(field)
    again = field.clone()

    assert written.startswith("positions.models.EdtfField(")
    assert imports == {"import positions.models"}
    assert (again.earliest_field, again.latest_field) == ("first", "last")
    assert again.max_length == 64
    assert again.deconstruct() == field.deconstruct()


@isolate_apps("positions")
def test_bounds_that_are_declared_too_late_or_not_at_all_are_reported() -> None:
    class Misdated(models.Model):  # noqa: DJ008 - never shown
        date_edtf = EdtfField(latest_field="lateste")
        earliest = models.DateField(null=True)

        class Meta:
            app_label = "positions"

    late, missing = Misdated.check()

    assert (late.id, late.hint) == ("positions.models.E002", "Declare earliest before date_edtf.")
    assert missing.id == "positions.models.E001"
    assert "'lateste' is not a DateField" in missing.msg


def test_every_date_of_the_project_and_of_its_history_fills_its_bounds() -> None:
    columns = [
        field
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, EdtfField)
    ]

    assert any(column.model.__name__.startswith("Historical") for column in columns)
    for column in columns:
        made = column.model(**{column.name: "2018-05"})
        assert getattr(made, column.earliest_field) == MAY[0], column
        assert getattr(made, column.latest_field) == MAY[1], column
        assert column.check() == []


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        ("2018-05", "2018-05", {"../2018-06", "2018", "2018-05", "2018-05/..", ""}),
        ("2018-06", None, {"../2018-06", "2018", "2018-05/..", "2019", ""}),
        (None, "2018-04-30", {"../2018-06", "2018", ""}),
        ("2018-05-31", "2018-05-31", {"../2018-06", "2018", "2018-05", "2018-05/..", ""}),
        ("2019/..", "../2018-04", {""}),
        ("../2018", "2019/..", {"../2018-06", "2018", "2018-05", "2018-05/..", "2019", ""}),
        (None, None, {"../2018-06", "2018", "2018-05", "2018-05/..", "2019", ""}),
    ],
)
def test_a_filter_finds_what_may_lie_between(
    table: None, since: str | None, until: str | None, found: set[str]
) -> None:
    texts = ["../2018-06", "2018", "2018-05", "2018-05/..", "2019", ""]
    Letter._default_manager.bulk_create([Letter(date_edtf=text) for text in texts])

    condition = overlap(
        "earliest",
        "latest",
        parse(since) if since else None,
        parse(until) if until else None,
    )

    rows = Letter._default_manager.filter(condition)
    assert {row.date_edtf for row in rows} == found
