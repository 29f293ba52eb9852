"""Which objects have all of the words and phrases that somebody typed.

A word is found where a word starts with it, a phrase in quotation marks where it stands whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import F, Model, Q, QuerySet, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat, Lower, Replace
from django.db.models.lookups import Contains

from positions.models import IndexEntry, Proposition, Source, Stakeholder, StatementText
from positions.models.statement_text import word_forms

M = TypeVar("M", bound=Model)

TYPED = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]|([^\s\"“”„«»]+)")
# The marks that the database takes out of names and titles: of all that texts are folded by, those
# that names have. Not more, for SQLite's parser gives up where functions nest deeply.
MARKS = {"'": "", "’": "", "&": "", "(": "", "“": ""}
JOINING_MARKS = "-."


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase to look for, in each of the forms that it may stand in."""

    forms: tuple[str, ...]
    accented: tuple[str, ...] = ()
    whole: bool = False

    @property
    def patterns(self) -> list[str]:
        """What folded text contains that has the term."""
        return [self._bounded(form) for form in self.forms]

    @property
    def patterns_in_names(self) -> list[str]:
        """The same of names, in which the database leaves the accents."""
        return [self._bounded(form) for form in dict.fromkeys(self.forms + self.accented)]

    def _bounded(self, form: str) -> str:
        return f" {form} " if self.whole else f" {form}"


def terms(q: str) -> list[Term]:
    """What is looked for, each once; of marks alone, nothing."""
    found = [
        Term(
            word_forms(phrase or word),
            word_forms(phrase or word, accents=True),
            whole=bool(phrase),
        )
        for phrase, word in TYPED.findall(q)
    ]
    return [term for term in dict.fromkeys(found) if term.forms]


def having_words(rows: QuerySet[M], q: str, *fields: str) -> QuerySet[M]:
    """Rows in which each term of ``q`` occurs in one of the fields, which are short texts."""
    for term in terms(q):
        rows = rows.filter(_in_any(term, fields))
    return rows


def matching_stakeholders(q: str) -> QuerySet[Stakeholder, int]:
    """Ids of those with each term of ``q`` in their name, abbreviation or an alias."""
    return _named(terms(q)).values_list("pk", flat=True)


def matching_statements(q: str) -> QuerySet[StatementText, int]:
    """Ids of published ones that have each term of ``q``.

    It may stand in the title, the summary, the words, the kind, a name of a voice, or in a
    proposition on which they take a stance or were asked.
    """
    rows = StatementText.objects.all()
    entries = IndexEntry.objects.order_by()
    for term in terms(q):
        about = _having(Proposition.objects.all(), term, "short_label", "text")
        voiced = entries.filter(voice__in=_named([term]).values("pk"))
        concerned = entries.filter(proposition__in=about.order_by().values("pk"))
        said = Q()
        for pattern in term.patterns:
            said |= Q(folded__contains=pattern)
        rows = rows.filter(
            said
            | Q(statement__in=voiced.values("statement"))
            | Q(statement__in=concerned.values("statement"))
        )
    return rows.values_list("statement_id", flat=True)


def matching_sources(rows: QuerySet[Source], q: str) -> QuerySet[Source]:
    """Those with each term of ``q`` in their title, the byline or a name of the publisher."""
    for term in terms(q):
        published = Q(publisher__in=_named([term]).values("pk"))
        rows = rows.filter(_in_any(term, ["title", "byline"]) | published)
    return rows


def _named(sought: Iterable[Term]) -> QuerySet[Stakeholder]:
    rows = Stakeholder.objects.order_by()
    everyone = Stakeholder.objects.order_by()
    for term in sought:
        named = _having(everyone, term, "name", "abbreviation")
        known = _having(everyone, term, "aliases__name")
        rows = rows.filter(Q(pk__in=named.values("pk")) | Q(pk__in=known.values("pk")))
    return rows


def _having(rows: QuerySet[M], term: Term, *fields: str) -> QuerySet[M]:
    return rows.filter(_in_any(term, fields))


def _in_any(term: Term, fields: Iterable[str]) -> Q:
    found = Q()
    for field in fields:
        for joined in (False, True):
            words = _words_of(field, joined=joined)
            for pattern in term.patterns_in_names:
                found |= Q(Contains(words, pattern))
    return found


def _words_of(field: str, *, joined: bool) -> Combinable:
    """The field as the database can fold it: case as far as it knows it, and accents stay."""
    words: Combinable = Lower(F(field))
    for mark, becomes in {**MARKS, **dict.fromkeys(JOINING_MARKS, "" if joined else " ")}.items():
        words = Replace(words, Value(mark), Value(becomes), output_field=TextField())
    return Concat(Value(" "), words, Value(" "), output_field=TextField())
