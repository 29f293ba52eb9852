"""A file calls nobody otherwise unasked, and new names that are like known ones are shown."""

from __future__ import annotations

import pytest
from django.test import Client

from positions.models import Stakeholder
from tests.admin.spreadsheets.files import ORGANISATIONS, as_csv, confirmed, shown
from tests.factories import StakeholderFactory

pytestmark = pytest.mark.django_db


def test_another_name_for_somebody_known_has_to_be_asked_for(editor: Client) -> None:
    StakeholderFactory.create(slug="example-works", name="Example Works")
    content = as_csv({"slug": "example-works", "name": "Example Works Worldwide"})
    page = shown(editor, ORGANISATIONS, content)
    (problem,) = page.context["result"].problems
    assert problem.column == "name"
    assert "is called “Example Works”, and would be called “Example Works World" in problem.reason
    confirmed(editor, ORGANISATIONS, shown(editor, ORGANISATIONS, content, renaming="on"))
    assert Stakeholder.objects.get().name == "Example Works Worldwide"


def test_a_new_name_that_is_like_a_known_one_is_shown_before_it_is_loaded(editor: Client) -> None:
    StakeholderFactory.create(name="Example Works", slug="works", abbreviation="")
    rows = [
        {"slug": slug, "name": name, "kind": "company"}
        for slug, name in (("wroks", "Example Wroks"), ("other", "Quite Another"))
    ]
    preview = shown(editor, ORGANISATIONS, as_csv(*rows))
    assert "Row 2, “Example Wroks”: did you mean Example Works [works]?" in preview.content.decode()
    assert len(preview.context["result"].near) == 1
    confirmed(editor, ORGANISATIONS, preview)
    assert Stakeholder.objects.filter(slug="wroks").exists()
