"""The boxes of forms are drawn as Django's own templates draw them, to the letter but for space."""

from __future__ import annotations

import re
from typing import Any
from unittest.mock import patch

import pytest
from django.forms.renderers import DjangoTemplates
from django.template import TemplateDoesNotExist
from django.template.backends.jinja2 import Template as JinjaTemplate
from django.test import Client

from tests.addresses import editors
from tracker.renderer import QuickRenderer

PAGES = ("statement/{object_id}/change", "statement/add", "organisation/{object_id}/change")


def drawn(client: Client, address: str) -> list[str]:
    """The words and tags of a page, without the token and the moment of this request."""
    text = re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+", "", client.get(address).text)
    token = text.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    return text.replace(token, "").replace("&#34;", "&quot;").replace("&#39;", "&#x27;").split()


@pytest.mark.django_db
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_the_same_as_by_the_templates_of_django(path: str) -> None:
    client = Client()
    client.force_login(editors.put_rows())
    address = editors.filled(f"/admin/positions/{path}/")
    quick = drawn(client, address)
    with patch.object(QuickRenderer, "get_template", DjangoTemplates().get_template):
        assert quick == drawn(client, address)


def test_what_is_typed_is_escaped() -> None:
    value = "<b>\"'&"
    box = QuickRenderer().render(
        "django/forms/widgets/text.html",
        {"widget": {"type": "text", "name": "a", "value": value, "attrs": {}}},
    )
    assert "<b>" not in box
    assert box.count('"') == 6  # those of the three attributes


def test_what_only_django_has_is_drawn_by_django() -> None:
    renderer: Any = QuickRenderer()
    assert isinstance(renderer.get_template("django/forms/widgets/text.html"), JinjaTemplate)
    found = renderer.get_template("admin/widgets/foreign_key_raw_id.html")
    assert not isinstance(found, JinjaTemplate)
    with pytest.raises(TemplateDoesNotExist):
        renderer.get_template("no/such.html")
