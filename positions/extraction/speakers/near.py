"""Stage 9: suggests known names that an unknown one may mean: misprinted, initials, a part."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

_SHORTEST, _LONGEST = 6, 60  # letters of a name of which a misprint is looked for
_COMMON = 100  # names with a word, above which the word tells nothing
_WORDS = 8  # of a name, of which parts are looked up
_SUGGESTED = 5
_MISPRINT, _INITIALS, _PART = 0.9, 0.8, 0.6


@dataclass(slots=True)
class Near:
    """An index of folded names, by misprints, initials and words. Linear in their letters."""

    forms: Mapping[str, frozenset[str]]
    """Whose each folded form is."""
    _misprints: dict[int, list[str]] = field(default_factory=dict)
    _initials: dict[str, list[str]] = field(default_factory=dict)
    _words: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for form in self.forms:
            words = form.split()
            for key in _shortened(form):
                self._misprints.setdefault(hash(key), []).append(form)
            if len(words) > 1:
                self._initials.setdefault("".join(word[0] for word in words), []).append(form)
            for word in set(words):
                self._words.setdefault(word, []).append(form)

    def suggestions(self, form: str) -> list[tuple[str, float]]:
        """Give names that a folded form may mean with scores, the best first; five at most.

        Costs what the form is long, whatever the number of names.
        """
        scores: dict[str, float] = {}
        for score, forms in (
            (_MISPRINT, self._misprinted(form)),
            (_INITIALS, self._abbreviated(form)),
            (_PART, self._parts(form)),
        ):
            for each in forms:
                for name in self.forms[each] if each != form else ():
                    scores[name] = max(score, scores.get(name, 0.0))
        ranked = sorted(scores.items(), key=lambda one: (-one[1], one[0]))
        return ranked[:_SUGGESTED]

    def _misprinted(self, form: str) -> Iterator[str]:
        for key in _shortened(form):
            for each in self._misprints.get(hash(key), ())[:_COMMON]:
                if _is_near(form, each):
                    yield each

    def _abbreviated(self, form: str) -> Iterator[str]:
        words = form.split()
        if len(words) == 1:
            yield from self._initials.get(form, ())[:_SUGGESTED]
        elif (short := "".join(word[0] for word in words)) in self.forms and len(short) > 1:
            yield short

    def _parts(self, form: str) -> Iterator[str]:
        """Find longer names that have these words in a row, and names that are a part of these."""
        words = form.split()[:_WORDS]
        rarest = min((self._words.get(word, []) for word in words), key=len, default=[])
        if len(rarest) <= _COMMON:
            yield from (each for each in rarest if f" {form} " in f" {each} ")
        for first in range(len(words)):
            for last in range(first + 2, len(words) + 1):
                part = " ".join(words[first:last])
                if part in self.forms:
                    yield part


def _shortened(form: str) -> Iterable[str]:
    """Give a name and what is left of it without each of its letters.

    Names that are one edit apart, or have two neighbouring letters exchanged, share one of these.
    """
    if not _SHORTEST <= len(form) <= _LONGEST:
        return ()
    return (form, *(form[:at] + form[at + 1 :] for at in range(len(form))))


def _is_near(one: str, other: str) -> bool:
    """Say whether two names are one letter apart: more, less, another, or two exchanged."""
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    rest, others = one[start:], other[start:]
    if rest[1:] == others[1:] or rest == others[1:] or rest[1:] == others:
        return True
    return rest[:2] == others[:2][::-1] and rest[2:] == others[2:]
