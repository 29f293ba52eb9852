"""The pictures of links: for whatever is published, kept for an hour, and for any site."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from PIL import Image

from positions.choices import WorkflowState
from tests.cast import Cast
from tests.factories import StatementFactory, said

pytestmark = pytest.mark.usefixtures("cast")


@pytest.mark.parametrize(
    "address",
    [
        *(f"/statements/{name}/card.png" for name in ("plea", "counsel", "silence", "guidelines")),
        *(f"/propositions/{slug}/card.png" for slug in ("sales", "law", "toys")),
        *("/organisations/amazon/card.png", "/topics/faces/card.png"),
        "/compare/card.png?organisation=aclu&organisation=amazon",
    ],
)
def test_picture_is_a_png_of_the_agreed_size(address: str) -> None:
    answer = Client().get(address)
    assert answer["Content-Type"] == "image/png"
    assert Image.open(io.BytesIO(answer.content)).size == (1200, 630)
    assert answer["Cache-Control"] == "public, max-age=3600"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not answer.cookies
    again = Client().get(address, headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304


def test_draft_has_no_picture() -> None:
    draft = StatementFactory.create(state=WorkflowState.DRAFT)
    assert Client().get(f"{draft.get_absolute_url()}card.png").status_code == 404
    assert Client().get("/propositions/nothing/card.png").status_code == 404


def test_picture_follows_a_move(cast: Cast) -> None:
    plea = cast.statements["plea"]
    plea.slug = "appeal"
    plea.save()
    assert Client().get("/statements/plea/card.png")["Location"] == "/statements/appeal/card.png"


@pytest.mark.parametrize(
    ("page", "picture"),
    [
        ("/organisations/amazon/", "/organisations/amazon/card.png"),
        ("/propositions/sales/", "/propositions/sales/card.png"),
        ("/positions/?topic=faces", "/topics/faces/card.png"),
    ],
)
def test_the_picture_of_a_page_as_of_a_day_is_of_that_day(
    cast: Cast, page: str, picture: str
) -> None:
    joined = "&" if "?" in page else "?"
    html = Client().get(f"{page}{joined}as_of=2002-01-01").content.decode()
    assert f'property="og:image" content="http://testserver{picture}?as_of=2002-01-01"' in html
    then, now = (Client().get(each) for each in (f"{picture}?as_of=2002-01-01", picture))
    assert then["Content-Type"] == now["Content-Type"] == "image/png"
    assert then.content != now.content
    assert Client().get(f"{picture}?as_of=soon").status_code == 400


def test_picture_changes_with_the_words() -> None:
    one, other = said(words="This is said."), said(words="That is said.")
    pictures = {Client().get(f"{each.get_absolute_url()}card.png").content for each in (one, other)}
    assert len(pictures) == 2
