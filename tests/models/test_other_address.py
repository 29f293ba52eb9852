"""Other addresses of a source: known however they are written, and of one source only."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError

from positions.models import OtherAddress, Source
from tests.factories import SourceFactory

pytestmark = pytest.mark.django_db
URL = "https://mirror.example/a"


def test_a_source_is_known_at_its_other_addresses() -> None:
    made = OtherAddress.objects.create(source=SourceFactory.create(), url=URL)
    assert Source.objects.at_address("http://www.mirror.example/a/?utm_source=x").get() == (
        made.source
    )
    assert OtherAddress.objects.get_by_natural_key(*made.natural_key()) == made
    made.full_clean()


def test_a_second_source_at_one_is_refused() -> None:
    made = OtherAddress.objects.create(source=SourceFactory.create(), url=URL)
    with pytest.raises(ValidationError, match=made.source.title):
        SourceFactory.build(url=URL).full_clean()


def test_an_address_that_another_source_has_is_refused() -> None:
    known = SourceFactory.create(url=URL)
    for source in (known, SourceFactory.create()):
        with pytest.raises(ValidationError, match="belongs to"):
            OtherAddress(source=source, url=URL).full_clean()
