"""Each text has a limit that is told with its length, and no character that cannot be seen."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.serializers import deserialize
from django.db import models
from hypothesis import given
from hypothesis import strategies as st

from positions.models import Capture, Quotation, Source, Stakeholder, Statement
from positions.models.texts import (
    AddressField,
    CapturedField,
    LineField,
    ProseField,
    SelectorField,
    called,
    legible,
    legible_line,
    on_a_line,
    storable,
    without_tracking,
)
from tests.factories import SourceFactory, StakeholderFactory, said

BY_PROGRAMS = ("formeraddress", "merge", "mergestep", "toldapart")  # what they write down
OURS = (LineField, AddressField, ProseField, CapturedField, SelectorField)


def text_fields() -> list[models.Field[Any, Any]]:
    """The fields for texts of all nouns that somebody writes, but for choices, slugs and dates."""
    return [
        field
        for model in apps.get_app_config("positions").get_models()
        if not model.__name__.startswith("Historical")
        for field in model._meta.concrete_fields
        if isinstance(field, models.CharField | models.TextField)
        and field.model is model
        and field.editable
        and not field.choices
        and not isinstance(field, models.SlugField)
        and type(field).__name__ not in ("EdtfField", "FoldedField")
        and model._meta.model_name not in BY_PROGRAMS
    ]


FIELDS = [pytest.param(each, id=f"{each.model.__name__}.{each.name}") for each in text_fields()]


@pytest.mark.parametrize("field", FIELDS)
def test_every_text_is_of_a_kind_that_has_limits(field: models.Field[Any, Any]) -> None:
    assert isinstance(field, OURS)


def limit(field: Any) -> int:
    longest: int = getattr(field, "longest", field.max_length)
    return longest


def refusals(field: Any, text: str) -> str:
    try:
        field.clean(text, None)
    except ValidationError as error:
        return " ".join(error.messages)
    return ""


@pytest.mark.parametrize("field", FIELDS)
def test_a_text_that_is_too_long_is_refused_with_its_length_and_the_limit(field: Any) -> None:
    most = limit(field)
    assert f"{most + 1:,} characters; at most {most:,}." in refusals(field, "x" * (most + 1))
    assert "at most" not in refusals(field, "x" * most)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("character", ["\x00", "\ud800"])
def test_what_no_database_can_hold_is_refused_everywhere(field: Any, character: str) -> None:
    assert called(character) in refusals(field, f"x{character}y")


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("character", ["\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x80", "\ufffe"])
def test_a_control_character_is_refused_by_name_but_in_what_is_captured(
    field: Any, character: str
) -> None:
    refused = f"{called(character)} at character 2: delete it." in refusals(field, f"x{character}y")
    assert refused is not isinstance(field, CapturedField | SelectorField)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("character", ["\n", "\t", "\u200b", "\u202e", "\u2066", "\xad", "\ufeff"])
def test_what_is_not_seen_is_refused_in_lines_alone(field: Any, character: str) -> None:
    refused = called(character) in refusals(field, f"x{character}y")
    assert refused is isinstance(field, LineField | AddressField)


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("text", ["\u200b\u200b", "\u3164", "\ufe0f\n\xad", "\U000e0041"])
def test_prose_of_which_nothing_is_seen_is_refused(field: Any, text: str) -> None:
    if isinstance(field, ProseField) and not isinstance(field, CapturedField):
        assert "Nothing of it can be seen" in refusals(field, text)
        assert not refusals(field, f"{text}…")


@pytest.mark.parametrize(
    ("character", "told"),
    [
        ("\x07", "U+0007 (bell) at character 12: delete it."),
        ("\n", "U+000A (line break) at character 12: write it on one line."),
        ("\u202e", "U+202E (right-to-left override) at character 12: delete it."),
        ("\x01", "U+0001 (control character) at character 12: delete it."),
        ("\udfff", "U+DFFF (half of a pair) at character 12: delete it."),
        ("\uffff", "U+FFFF (no character) at character 12: delete it."),
    ],
)
def test_a_character_is_told_by_its_code_its_name_its_place_and_the_cure(
    character: str, told: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        legible_line(f"eleven char{character}")
    assert refused.value.messages == [told]


@given(st.text())
def test_what_a_program_takes_out_of_a_text_is_a_line(text: str) -> None:
    legible_line(on_a_line(text))


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn"))))
def test_what_is_written_in_any_script_is_legible(text: str) -> None:
    legible(text)
    storable(text)


def test_line_ends_are_kept_as_one_character() -> None:
    field: Any = Statement._meta.get_field("summary")
    assert field.clean("a\r\nb\rc\n", None) == "a\nb\nc\n"
    form: Any = field.formfield()
    assert not form.has_changed("a\nb", "a\r\nb")
    captured: Any = Capture._meta.get_field("text")
    assert captured.clean("a\r\nb\x07", None) == "a\r\nb\x07"


def test_no_browser_cuts_off_what_is_too_long() -> None:
    for model, name in ((Stakeholder, "name"), (Source, "note"), (Source, "url")):
        field: Any = model._meta.get_field(name)
        assert "maxlength" not in field.formfield().widget.attrs


@pytest.mark.django_db
def test_limits_are_no_matter_of_the_database() -> None:
    call_command("makemigrations", "positions", check=True, dry_run=True, verbosity=0)
    assert Quotation._meta.get_field("exact").deconstruct()[1] == "django.db.models.TextField"


@pytest.mark.django_db
def test_words_without_the_character_that_is_refused_are_in_the_text_that_has_it() -> None:
    statement = said(words="It leaks.")
    quotation = statement.quotations.get()
    match = quotation.hold_against("They say: It l\x07eaks. So.")
    assert match is not None
    assert match.check == "typography"


@pytest.mark.django_db
def test_a_noun_with_a_bad_name_is_refused_by_full_clean() -> None:
    noun = StakeholderFactory.build(name="Example\x07 Watch", description="x" * 6_000_000)
    with pytest.raises(ValidationError) as refused:
        noun.full_clean()
    assert refused.value.message_dict == {
        "name": ["U+0007 (bell) at character 8: delete it."],
        "description": ["6,000,000 characters; at most 5,000."],
    }


PAGE = "https://paper.example/a"
ARCHIVED = f"https://archive.example/web/2018/{PAGE}?utm_source=x"


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        (f"{PAGE}?utm_source=x&utm_medium=y", PAGE),
        (f"{PAGE}?b=2&UTM_Source=x&a=1", f"{PAGE}?b=2&a=1"),
        (f"{PAGE}?utm%5Fsource=x&fbclid=y&id=%C3%A9", f"{PAGE}?id=%C3%A9"),
        (f"{PAGE}?gclid=x#words", f"{PAGE}#words"),
        (f"{PAGE}#utm_source=rss", PAGE),
        (f"{PAGE}?about=utm_source&a&b=", f"{PAGE}?about=utm_source&a&b="),
        ("http://[::1?utm_source=x", "http://[::1?utm_source=x"),
        (ARCHIVED, ARCHIVED),
    ],
)
def test_an_address_loses_its_tracking_and_nothing_else(written: str, kept: str) -> None:
    assert without_tracking(written) == kept


@given(st.text(max_size=20), st.text(max_size=20))
def test_an_address_without_tracking_stays_as_it_is(path: str, parameters: str) -> None:
    kept = without_tracking(f"{PAGE}/{path}?{parameters}")
    assert without_tracking(kept) == kept


@pytest.mark.django_db
@pytest.mark.parametrize(
    "copy",
    [
        ARCHIVED,
        f"https://archive.example/{PAGE}?id=1&fbclid=y",
        f"https://cache.example/?page=cache:{PAGE}?utm_source=x",
        "https://archive.example/web/https%3A%2F%2Fpaper.example%2Fa%3Futm_source%3Dx",
    ],
)
def test_a_copy_known_by_an_address_with_tracking_is_refused_with_the_cure(copy: str) -> None:
    source = SourceFactory.create(archived_url=f"https://archive.example/web/2018/{PAGE}?id=1")
    source.archived_url = copy
    with pytest.raises(ValidationError) as refused:
        source.full_clean()
    [said] = refused.value.message_dict["archived_url"]
    told = (
        r"“(utm_source|fbclid)=.” in it says how somebody came to the page\. Write it without that"
    )
    assert re.match(told, said)


@pytest.mark.django_db
def test_no_address_is_kept_with_tracking_by_whatever_way_it_comes() -> None:
    tracked = f"{PAGE}?utm_source=x&id=1"
    made = SourceFactory.create(url=tracked, archived_url=tracked)
    website = StakeholderFactory.create(website=tracked)
    made.refresh_from_db()
    website.refresh_from_db()
    assert [made.url, made.archived_url, website.website] == [f"{PAGE}?id=1"] * 3
    assert made.history.get().url == f"{PAGE}?id=1"
    Source.objects.update(archived_url=tracked)
    made.refresh_from_db()
    assert made.archived_url == f"{PAGE}?id=1"
    checked = SourceFactory.build(url=f"{PAGE}/b?utm_source=x")
    checked.full_clean()
    assert checked.url == f"{PAGE}/b"
    loaded = deserialize(
        "python", [{"model": "positions.source", "fields": {"url": f"{PAGE}/c?utm_source=x"}}]
    )
    assert [vars(each.object)["url"] for each in loaded] == [f"{PAGE}/c"]
