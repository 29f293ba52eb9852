"""The examples that forms and documents give are of this archive: each is understood."""

from __future__ import annotations

import pytest
from django.utils.http import urlencode

from positions.views.declarations import DECLARATIONS
from tests.filters.asked import problems


@pytest.mark.django_db
@pytest.mark.usefixtures("loaded_articles")
def test_every_example_is_understood() -> None:
    refused = {
        (declared.plural, key): problems(declared, urlencode({key: condition.example}))
        for declared in DECLARATIONS
        for key, condition in declared.filters.conditions().items()
    }
    assert {where: said for where, said in refused.items() if said} == {}
