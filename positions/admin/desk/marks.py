"""The mark of a stance, drawn by the public pages' own macro: colour, shape and word."""

from __future__ import annotations

from functools import cache
from typing import Any, cast

from django.template import engines
from django.utils.safestring import SafeString, mark_safe


@cache
def stance_mark(stance: str) -> SafeString:
    """The mark of that stance; drawn once."""
    pages = cast("Any", engines["jinja2"]).env
    macros = pages.get_template("components/stance.html").make_module({})
    return mark_safe(str(macros.mark(stance)))  # noqa: S308 - a macro of ours, escaped by Jinja2
