"""Fields for texts: how long each may be, and which characters it may have.

A *line* is a name, a title, an address: one line, without anything that is not seen. *Prose* may
have line breaks and tabs, and something in it is seen. What is *captured* stays as somebody else
wrote it: only what no database can hold is refused. None of this is in the migrations, since the
database does not hold it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, ProhibitNullCharactersValidator
from django.db import models

if TYPE_CHECKING:
    _Line = models.CharField[str, str]
    _Text = models.TextField[str, str]
    _Address = models.URLField[str, str]
    _Field = models.Field[str, str]
else:  # Django's fields are not subscriptable when they run
    _Line, _Text, _Address, _Field = models.CharField, models.TextField, models.URLField, object

NOTE = 2_000
"""Characters of a note: what was put right, what a reader should know."""
PROSE = 5_000
"""Characters of a description, a summary, a reason."""
WORDS = 20_000
"""Characters of one quotation, which in a workbook's cell have room for 32,767."""
CAPTURED = 1_000_000
"""Characters of the whole text of a source."""

TRACKING = (
    "utm_",
    "mc_",
    "fbclid",
    "gclid",
    "dclid",
    "msclkid",
    "igshid",
    "cmpid",
    "ocid",
    "ref_src",
)
"""How parameters begin that say how a reader came to a page, not which page it is."""

_UNSTORABLE = "\x00\ud800-\udfff"
_CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef" + "".join(
    chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_UNSEEN = "\t\n\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"
_BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"  # letters and symbols without ink
_NOT_STORED = re.compile(f"[{_UNSTORABLE}]")
_NOT_PROSE = re.compile(f"[{_CONTROLS}]")
_NOT_A_LINE = re.compile(f"[{_CONTROLS}{_UNSEEN}]")
_LINE_END = re.compile("\r\n?")
_TRACKED = re.compile(rf"[?&#]((?:{'|'.join(TRACKING)})[^&#]*)", re.IGNORECASE)
# Control characters have no names in Unicode; these are what they are called.
_CALLED = {
    0x00: "null",
    0x07: "bell",
    0x08: "backspace",
    0x09: "tab",
    0x0A: "line break",
    0x0B: "vertical tab",
    0x0C: "form feed",
    0x0D: "carriage return",
    0x1B: "escape",
    0x7F: "delete",
    0x85: "next line",
}


def without_tracking(url: str) -> str:
    """An address without the parameters that say how a reader came to it; the rest as written.

    Left as it is: what is no address, and the address of a copy that has the address of the page
    within its own, since an archive may know the copy by no other; :func:`untracked` refuses it.
    """
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    if "://" in parts.path:
        return url
    query, fragment = _untracked(parts.query), parts.fragment
    if fragment.lower().startswith(TRACKING[0]):  # some feeds write theirs behind a “#”
        fragment = _untracked(fragment)
    if (query, fragment) == (parts.query, parts.fragment):
        return url
    page = url.partition("#")[0].partition("?")[0]
    return page + (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")


def _untracked(parameters: str) -> str:
    every = parameters.split("&")
    return "&".join(each for each in every if not unquote(each).lower().startswith(TRACKING))


def untracked(url: str) -> None:
    """Refuse an address that has another within it that says how a reader came to a page.

    It cannot be put right here: the archive may know the copy by no other.
    """
    if found := _TRACKED.search(unquote(url)):
        raise ValidationError(
            f"“{found[1]}” in it says how somebody came to the page. Write it without that; for a "
            "copy in an archive, archive the page without that.",
            code="tracked",
        )


class Longest(MaxLengthValidator):
    """Refuses a text that is too long, with its length and the limit."""

    def __call__(self, value: Any) -> None:
        if len(value) > self.limit_value:
            raise ValidationError(
                f"{len(value):,} characters; at most {self.limit_value:,}.", code="max_length"
            )


def storable(text: str) -> None:
    """Refuse what no database of ours can hold: the null character, and half of a pair."""
    _refuse(_NOT_STORED, text)


def legible(text: str) -> None:
    """Refuse control characters but tabs and line breaks, and what is no character."""
    _refuse(_NOT_PROSE, text)


def legible_prose(text: str) -> None:
    """Refuse what :func:`legible` does, and a text of which nothing can be seen."""
    legible(text)
    if not any(
        unicodedata.category(each)[0] in "LNPS" and each not in _BLANK_LETTERS for each in text
    ):
        raise ValidationError("Nothing of it can be seen: write it in words.", code="illegible")


def legible_line(text: str) -> None:
    """Refuse what :func:`legible` does, and all else that a line cannot show: it makes twins."""
    _refuse(_NOT_A_LINE, text)


def on_a_line(text: str) -> str:
    """The text without what :func:`legible_line` refuses, a blank in place of each tab and break.

    For what a program takes out of a captured text.
    """
    return _NOT_A_LINE.sub("", " ".join(text.split()))


def called(character: str) -> str:
    """The code point of a character and what it is called: "U+0007 (bell)"."""
    code = ord(character)
    if name := _CALLED.get(code) or unicodedata.name(character, "").lower():
        return f"U+{code:04X} ({name})"
    kinds = {"Cc": "control character", "Cs": "half of a pair", "Cn": "no character"}
    return f"U+{code:04X} ({kinds.get(unicodedata.category(character), 'no name')})"


def _refuse(pattern: re.Pattern[str], text: str) -> None:
    if found := pattern.search(text):
        cure = "write it on one line" if found[0] in "\n\u2028\u2029" else "delete it"
        place = f"{called(found[0])} at character {found.start() + 1:,}"
        raise ValidationError(f"{place}: {cure}.", code="illegible")


class _TextMixin(_Field):
    """A field whose length and characters the model's own validators tell, in one voice."""

    refused_by: Any

    def deconstruct(self) -> Any:
        name, _, args, kwargs = super().deconstruct()
        base = next(each for each in type(self).__mro__ if each.__module__.startswith("django."))
        return name, f"django.db.models.{base.__name__}", args, kwargs

    def _take_over(self, longest: int | None) -> None:
        """Put our validators in place of Django's for the same."""
        ours = [type(self).refused_by, *([Longest(longest)] if longest else [])]
        self.validators = [*_others(self.validators), *ours]

    def formfield(self, *args: Any, **kwargs: Any) -> Any:
        """Django's, which leaves it to the model to refuse, and to a browser to cut nothing off."""
        field: Any = super().formfield(*args, **kwargs)
        if field is not None:
            field.validators = _others(field.validators)
            field.widget.attrs.pop("maxlength", None)
        return field


def _others(validators: list[Any]) -> list[Any]:
    ours = (MaxLengthValidator, ProhibitNullCharactersValidator)
    return [each for each in validators if not isinstance(each, ours)]


class LineField(_TextMixin, _Line):
    """A name, a title: one line of at most ``max_length`` characters, all of which are seen."""

    refused_by = staticmethod(legible_line)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._take_over(self.max_length)


class AddressField(_TextMixin, _Address):
    """A web address of at most ``max_length`` characters, kept without tracking."""

    refused_by = staticmethod(legible_line)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._take_over(self.max_length)
        self.validators = [*self.validators, untracked]

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return without_tracking(text) if isinstance(text, str) else text

    def get_prep_value(self, value: Any) -> Any:
        """What is written, whether or not it was validated."""
        text = super().get_prep_value(value)
        return without_tracking(text) if isinstance(text, str) else text


class SelectorField(_TextMixin, _Line):
    """What stands beside words in a captured text, as it stands there."""

    refused_by = staticmethod(storable)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._take_over(self.max_length)


class ProseBox(forms.CharField):
    """Browsers send line ends as CR LF: a text that nobody touched is then no change."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return _LINE_END.sub("\n", text) if isinstance(text, str) else text


class ProseField(_TextMixin, _Text):
    """Text of at most ``longest`` characters; its lines end in a line feed, however they came."""

    refused_by = staticmethod(legible_prose)

    def __init__(self, *args: Any, longest: int = PROSE, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.longest = longest
        self._take_over(longest)

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        return _LINE_END.sub("\n", text) if isinstance(text, str) else text

    def formfield(self, **kwargs: Any) -> Any:
        return super().formfield(**{"form_class": ProseBox, **kwargs})

    def clone(self) -> Any:
        return type(self)(**{**self.deconstruct()[3], "longest": self.longest})


class CapturedField(ProseField):
    """The whole text of a source, as it came."""

    refused_by = staticmethod(storable)

    def __init__(self, *args: Any, longest: int = CAPTURED, **kwargs: Any) -> None:
        super().__init__(*args, longest=longest, **kwargs)

    def to_python(self, value: Any) -> Any:
        return models.TextField.to_python(self, value)
