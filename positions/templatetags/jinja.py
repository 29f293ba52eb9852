"""The environment in which the public pages' Jinja2 templates are drawn."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from types import FunctionType
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils import timezone
from jinja2 import Environment
from jinja2.runtime import Context, Macro
from markupsafe import Markup

from positions.choices import (
    AffiliationKind,
    QuotationCheck,
    SourceKind,
    StakeholderKind,
    Stance,
    StatementKind,
    Vocabulary,
    stance_in_words,
)
from positions.citing import LICENCE, SITE
from positions.quoting import NO_ADDRESS, begins_a_sentence
from positions.records import byline
from positions.records.lead import lead_of
from positions.templatetags.faces import scripts, style_sheets

# What HTML's <time datetime> can hold; a season or an interval is printed without it.
_MACHINE = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2])(-[0-3][0-9])?)?")


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes this site; each "" where it is not known."""

    name: str
    email: str
    address: str


# What would end a script element or start a comment inside one (HTML, "Restrictions for script").
_SCRIPT = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


# Filters that give the word for a value, one for each vocabulary that pages print.
WORDS: dict[str, type[Vocabulary]] = {
    "affiliation_word": AffiliationKind,
    "check_word": QuotationCheck,
    "kind_word": StatementKind,
    "source_word": SourceKind,
    "stakeholder_word": StakeholderKind,
}


class Calls(Context):
    """What templates call, called at once where it is a macro or a plain function.

    Jinja asks of each call whether the context is to be passed on; a page makes some hundreds.
    """

    def call(self, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        kind = type(called)
        if kind is Macro or (kind is FunctionType and not hasattr(called, "jinja_pass_arg")):
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return called(*args, **kwargs)
        return super().call(called, *args, **kwargs)


class Strict(Environment):
    """An environment in which what a template reads by name is always there, or never.

    A key of a dict is there on some days only: a template that reads one as an attribute draws its
    page until the day when it is not. So it is refused at once, whatever the dict holds; what a
    template needs is given to it as an object with fields, or under a name of its own.
    """

    context_class = Calls

    def getattr(self, obj: Any, attribute: str) -> Any:
        try:
            return getattr(obj, attribute)
        except AttributeError:
            if not isinstance(obj, dict):
                return super().getattr(obj, attribute)
        hint = f"“{attribute}” is asked of a dict, which may lack it: give the page an object."
        return self.undefined(hint, obj, attribute)


def environment(**options: Any) -> Environment:
    """Jinja2's environment with the functions and filters that the pages' templates use."""
    made = Strict(**options)
    made.globals.update(
        byline=byline,
        drawn_once=drawn_once,
        lead_of=lead_of,
        licence=LICENCE,
        no_address=NO_ADDRESS,
        publisher=publisher,
        scripts=scripts,
        site_name=SITE,
        stance=stance,
        stance_in_words=stance_in_words,
        static=static,
        style_sheets=style_sheets,
        today=timezone.localdate,
        url=url,
    )
    made.filters.update(
        begins_a_sentence=begins_a_sentence,
        count=count,
        day=day,
        json_data=json_data,
        machine_date=machine_date,
        number=number,
        **{name: words(vocabulary) for name, vocabulary in WORDS.items()},
    )
    return made


@lru_cache(maxsize=512, typed=True)  # a text and the same text marked as safe are two
def drawn_once(macro: Callable[..., Markup], *values: str) -> Markup:
    """What a macro that reads nothing else draws of these values; drawn once, and kept."""
    return macro(*values)


def url(name: str, *, args: Sequence[str] = ()) -> str:
    """The address of that name, with these parts; those of the whole site are worked out once."""
    return reverse(name, args=args) if args else _fixed(name, get_urlconf(), get_script_prefix())


@lru_cache(maxsize=128)
def _fixed(name: str, urlconf: str | None, _script_prefix: str) -> str:
    return reverse(name, urlconf)


def publisher() -> Publisher:
    """Who publishes this site, as its operator has set."""
    return Publisher(settings.PUBLISHER_NAME, settings.PUBLISHER_EMAIL, settings.PUBLISHER_ADDRESS)


def words(vocabulary: type[Vocabulary]) -> Callable[[str], str]:
    """A filter for values of the vocabulary: "open_letter" gives "Open letter"."""
    labels = {member.value: str(member.label) for member in vocabulary}
    return labels.__getitem__


def stance(value: str) -> Stance | None:
    """The stance of that value, with its ``label``, ``meaning`` and ``side``; None for ""."""
    return Stance(value) if value else None


def day(value: date | datetime | None) -> str:
    """A day in words, "15 June 2018"; the year 1 stands for a beginning that is not known."""
    if value is None or value.year == 1:
        return ""
    return f"{value.day} {value:%B} {value.year}"


def machine_date(text: str) -> str:
    """The EDTF text if it may stand in ``<time datetime>``, else nothing."""
    return text if _MACHINE.fullmatch(text) else ""


def number(value: int) -> str:
    """A whole number with a narrow no-break space between thousands: 12 345."""
    return f"{value:,}".replace(",", "\u202f")


def count(value: int, one: str, many: str = "") -> str:
    """A number with its noun: ``3|count("statement")`` gives "3 statements"."""
    return f"{number(value)}\u00a0{one if value == 1 else many or one + 's'}"


def json_data(value: Any) -> Markup:
    """JSON for a data block in a page, in which nothing can end the script element."""
    text = json.dumps(value, ensure_ascii=False, indent=1).translate(_SCRIPT)
    return Markup(text)  # noqa: S704 - escaped in the line above
