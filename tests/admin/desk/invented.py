"""An invented article, and what an editor sends from the desk."""

from __future__ import annotations

from typing import Any

from django.test import Client

from positions.choices import StakeholderKind
from positions.models import Stakeholder
from tests.admin.forms import opened
from tests.factories import AffiliationFactory, PersonFactory, StakeholderFactory

DESK = "/admin/desk/"
WEIR = "We were handed a leaflet and a biscuit,"
SECOND = "That is not a consultation. Nobody asked the river, and nobody asked us."
TEXT = f"""Anglers reject the example weir

By Jane Sample
14 May 2024

The rebuilding of the example weir will go ahead, the Lowmere Example Board confirmed on Monday.

“{WEIR}” said Mara Example, director of the Upper Example Anglers. “{SECOND}”

“It is a staircase with no water on it,” Example said.

The Ministry of Example Rivers did not respond to a request for comment.
"""
MORE = "It is a staircase with no water on it,"


def anglers() -> Stakeholder:
    """The organisation that the article's speaker speaks for, known before."""
    made: Stakeholder = StakeholderFactory.create(
        name="Upper Example Anglers",
        abbreviation="UEA",
        slug="uea",
        kind=StakeholderKind.ADVOCACY,
    )
    return made


def mara(organisation: Stakeholder) -> Stakeholder:
    """The speaker, known before."""
    person: Stakeholder = PersonFactory.create(name="Mara Example", slug="mara-example")
    AffiliationFactory.create(member=person, group=organisation, role="director")
    return person


def laid(client: Client, text: str = TEXT, **fields: Any) -> str:
    """Lay an article on the desk; the address of its screen."""
    page = client.post(DESK, {"text": text, **fields})
    assert page.status_code == 302, page.context["form"].errors
    return str(page["Location"])


def numbered(client: Client, address: str, words: str) -> int:
    """The number of the card that has these words."""
    for each in client.get(address).context["cards"]:
        if any(words.lower() in one.kept.lower() for one in each.card.words):
            return int(each.card.number)
    raise AssertionError(f"No card has “{words}”.")


def sent(client: Client, address: str, do: str = "enter", /, **changes: Any) -> Any:
    """Send the screen as it is with these changes (c3_kind is c3-kind); the page that follows."""
    fields = opened(client, address)
    fields |= {name.replace("_", "-"): value for name, value in changes.items()}
    return client.post(address, {**fields, "do": do}, follow=True)


def refusals(page: Any) -> str:
    """What the page says is wrong."""
    errors = [each.errors for each in page.context["cards"]] + [page.context["head_errors"]]
    return " ".join(text for found in errors for texts in found.values() for text in texts)
