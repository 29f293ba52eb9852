"""A person's name taken apart as reference managers and catalogues want it: given, family, suffix.

A record keeps a name as it is written. In most, the last word is the family's, with the small
words before it (“von der Leyen”); where it is another, a shorter form by which the person is known
tells which (“Xi” of Xi Jinping).
"""

from __future__ import annotations

import re
from typing import NamedTuple

_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|II|III|IV")


class PersonName(NamedTuple):
    """The parts of a name, each "" where there is none; a single word is the family's."""

    given: str
    family: str
    suffix: str

    @property
    def inverted(self) -> str:
        """“Family, Given”, or “Family, Suffix, Given” as BibTeX writes it."""
        return ", ".join(filter(None, (self.family, self.suffix, self.given)))


def taken_apart(name: str, called: str = "") -> PersonName:
    """The parts of a person's name; ``called`` is a shorter form in use, or ""."""
    words = name.split()
    suffix = words.pop() if len(words) > 2 and _SUFFIX.fullmatch(words[-1]) else ""
    if suffix:
        words[-1] = words[-1].removesuffix(",")
    known = called.split()
    if known and len(known) < len(words) and words[: len(known)] == known:
        return PersonName(" ".join(words[len(known) :]), called, suffix)
    begin = len(words) - 1
    if known and len(known) < len(words) and words[-len(known) :] == known:
        begin = len(words) - len(known)
    while begin > 1 and words[begin - 1].islower():
        begin -= 1
    begin = max(begin, 0)
    return PersonName(" ".join(words[:begin]), " ".join(words[begin:]), suffix)
