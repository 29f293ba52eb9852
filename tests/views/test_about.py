"""The pages about the record: nothing that leaves the site is left unexplained."""

from __future__ import annotations

import pytest

from positions import choices
from positions.formats.files import formats_of
from positions.views.about import VOCABULARIES
from positions.views.declarations import DESCRIBED
from tests.views.pages import opened

# These stay inside: no page or file carries them.
INSIDE = {
    *(choices.WorkflowState, choices.CaptureOrigin, choices.ReplyKind, choices.AliasKind),
    choices.Grouping,
}


def test_every_vocabulary_that_leaves_is_explained() -> None:
    assert set(VOCABULARIES.values()) == set(choices.Vocabulary.__subclasses__()) - INSIDE


@pytest.mark.parametrize("vocabulary", VOCABULARIES.values())
def test_every_value_is_explained(vocabulary: type[choices.Vocabulary]) -> None:
    text = opened("/about/data/").text
    for value in vocabulary:
        assert f"{value.value} {value.label}: {value.meaning}" in text


def test_every_list_has_its_filters_and_formats() -> None:
    page = opened("/about/data/")
    for declaration in DESCRIBED:
        assert declaration.title in page.text
        assert declaration.url in page.links
        for form in formats_of(declaration):
            assert declaration.data_url(form.suffix) in page.links
        for key in declaration.filters.conditions():
            assert key in page.text


def test_every_field_of_a_record_has_a_type_and_a_meaning() -> None:
    page = opened("/about/data/")
    for declaration in DESCRIBED:
        assert declaration.record.__name__ in page.ids
        for name in declaration.record.__struct_fields__:
            assert f'<th scope="row"><code>{name}</code></th>' in page.html
    assert "<td></td>" not in page.html
    assert "any value" not in page.text


def test_type_of_a_vocabulary_is_its_name() -> None:
    assert "one of Stance" in opened("/about/data/").text


def test_method_explains_each_stance_and_silence() -> None:
    text = opened("/about/method/").text
    for stance in choices.Stance:
        assert f"{stance.label} {stance.meaning}" in text
    assert "asked, no reply Was asked about it, and gave no reply." in text


def test_method_states_the_rule() -> None:
    text = opened("/about/method/").text
    for heading in (
        "What is taken in.",
        "In which order.",
        "How long a position holds.",
        "What a shift is.",
        "What conflicts.",
        "As of a day.",
        "Who agrees.",
        "Groups.",
    ):
        assert heading in text
