"""A page that is refused leads to each of its errors, named once."""

from __future__ import annotations

import re

from django.test import Client

from tests.admin.forms import opened
from tests.admin.statement.typed import ADD, filled, stance, voice, words
from tests.factories import PropositionFactory, StakeholderFactory


def test_each_field_with_an_error_is_linked_once_from_the_top(editor: Client) -> None:
    fields = filled(editor, title="", date_edtf="03/04/2014")
    fields |= {**voice(StakeholderFactory.create().pk), **words()}
    fields |= stance(PropositionFactory.create().pk, stance="mixed")
    shown = editor.post(ADD, fields).content.decode()
    (links,) = re.findall(r'<ul class="error-links".*?</ul>', shown, re.DOTALL)
    found = re.findall(r'href="#([^"]+)">([^<]+)<', links)
    assert ("id_title", "Title") in found
    assert ("id_date_edtf", "Date") in found
    assert ("id_quotations-0-source", "The words #1, Source") in found
    assert [name for _, name in found if name.startswith("What it says on which proposition #1")]
    assert len(found) == len(set(found))
    for place, _ in found:
        assert f'id="{place}"' in shown
    assert shown.index(links) < shown.index('id="id_title"')


def test_a_page_of_another_noun_has_them_too(editor: Client) -> None:
    address = "/admin/positions/person/add/"
    shown = editor.post(address, {**opened(editor, address), "name": ""}).content.decode()
    assert '<li><a href="#id_name">Name</a></li>' in shown


def test_a_page_that_is_only_opened_has_none(editor: Client) -> None:
    assert "error-links" not in editor.get(ADD).content.decode()
