"""The examples of the search find something in the archive that comes with the program."""

from __future__ import annotations

import pytest
from django.utils.http import urlencode

from positions.views.search.pages import EXAMPLES
from tests.views.pages import opened


@pytest.mark.django_db
@pytest.mark.usefixtures("loaded_articles")
def test_every_example_finds_statements() -> None:
    for typed in EXAMPLES:
        page = opened(f"/search/?{urlencode({'q': typed})}")
        assert '<h2 id="said">Statements</h2>' in page.html, typed
