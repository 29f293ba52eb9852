"""Asks a list for the page that an address names."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.http import QueryDict

from positions.listing import page, read_query


def asked(declaration: Any, url: str, *, numbered: bool = False) -> page.Page[Any]:
    return read_query(declaration, QueryDict(urlsplit(url).query)).page(numbered=numbered)
