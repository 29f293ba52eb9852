"""Choices of a filter, too many for a form: the likeliest, those chosen, and a way to all."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from positions.choices import Stance
from positions.formats.as_html import LIKELIEST, MOST_BOXES
from positions.models import Proposition
from tests.cast import Cast
from tests.factories import PropositionFactory, said
from tests.views.pages import opened

PAGES = ("/statements/", "/positions/", "/timeline/", "/organisations/", "/compare/")


def boxes(html: str) -> list[str]:
    """The propositions that may be ticked."""
    return re.findall(r'name="proposition" value="([^"]+)"', html)


@pytest.fixture
def many(cast: Cast) -> list[Proposition]:
    """More propositions than a form shows boxes; the last one was spoken of."""
    made = PropositionFactory.create_batch(MOST_BOXES + 1, topic=cast.faces)
    said(cast.aclu, on={made[-1]: Stance.OPPOSES})
    return made


def test_of_many_choices_a_form_has_the_likeliest_and_those_chosen(many: list[Proposition]) -> None:
    spoken_of, chosen = many[-1].slug, many[-2].slug
    found = opened("/statements/")
    assert len(boxes(found.html)) == LIKELIEST
    assert spoken_of in boxes(found.html)
    assert f"{LIKELIEST} of {Proposition.objects.count()}. Show all" in found.text
    found = opened(f"/statements/?proposition={chosen}")
    assert {spoken_of, chosen} < set(boxes(found.html))


@pytest.mark.parametrize("page", PAGES)
def test_all_of_them_stand_at_an_address_of_the_same_page(
    many: list[Proposition], page: str
) -> None:
    chosen = f"{page}?proposition={many[-2].slug}"
    [link] = [each for each in opened(chosen).links if "open=proposition" in each]
    found = opened(link.partition("#")[0])
    assert set(boxes(found.html)) == set(Proposition.objects.values_list("slug", flat=True))
    # They stay when one is ticked, and can be folded; what is passed on is the shorter address.
    assert '<input type="hidden" name="open" value="proposition">' in found.html
    assert f"{chosen}#filter-proposition" in found.links
    assert f'<link rel="canonical" href="http://testserver{chosen}">' in found.html
    assert not [each for each in found.links if "open=" in each]


def test_a_look_at_more_choices_leaves_the_page_where_it_is(many: list[Proposition]) -> None:
    shown = "/statements/?stance=opposes&after=2030-01-01~1"
    [link] = [each for each in opened(shown).links if "open=proposition" in each]
    assert link.startswith(f"{shown}&open=")
    headers = {"HX-Request": "true", "HX-Current-URL": f"http://testserver{shown}"}
    answer = Client().get(link, headers=headers)
    assert answer["HX-Push-Url"] == "false"
    assert len(boxes(answer.content.decode())) == Proposition.objects.count()


def test_what_has_no_choices_cannot_be_opened(cast: Cast) -> None:
    client = Client()
    assert client.get("/statements/?open=organisation").status_code == 400
    assert client.get("/compare/?open=stance").status_code == 400
    assert client.get("/statements.json?open=proposition").status_code == 400
