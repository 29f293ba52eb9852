"""How each source gives a statement, the fullest first, and where their wordings differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches
from heapq import nlargest

from positions.choices import QuotationCheck
from positions.dates import UncertainDate
from positions.models import Quotation, Source, Statement
from positions.quoting import Segment, counterparts, difference, fragment_link

PUNCTUATION = " .,;:!?…"
BEST = 6  # runs of words whose letters are compared
FEW = 3  # words of a fragment so short that a difference of spelling leaves nothing to match
SPELLING = 0.85  # how alike letters must be to be the same word in another spelling


@dataclass(slots=True)
class Given:
    """One quotation, the link to its words, and how it differs from the fullest account."""

    quotation: Quotation
    link: str
    differs: list[Segment] = field(default_factory=list)
    agrees: bool = False

    @property
    def in_words(self) -> bool:
        return not self.quotation.is_paraphrase


@dataclass(slots=True)
class Account:
    """What one source gives of a statement."""

    source: Source
    given: list[Given]

    @property
    def dated(self) -> Quotation | None:
        """The quotation that carries the date which this source gives the statement."""
        return next((each.quotation for each in self.given if each.quotation.date_edtf), None)

    @property
    def date(self) -> UncertainDate | None:
        return self.dated.date if self.dated else None

    def of_kind(self, kind: str) -> list[Given]:
        return [each for each in self.given if each.quotation.kind == kind]


def accounts_of(statement: Statement) -> list[Account]:
    """The accounts of a statement whose quotations and sources have been read; no query."""
    by_source: dict[Source, list[Given]] = {}
    for quotation in statement.quotations.all():
        by_source.setdefault(quotation.source, []).append(given(quotation))
    accounts = [Account(source, given) for source, given in by_source.items()]
    accounts.sort(key=_fullness, reverse=True)
    for account in accounts[1:]:
        _compare(accounts[0], account)
    return accounts


def given(quotation: Quotation) -> Given:
    """A quotation with the link to its words; of a paraphrase, to the source."""
    url = quotation.source.url
    if quotation.is_paraphrase:  # its words are ours, and not to be found on the page
        return Given(quotation, url)
    return Given(quotation, fragment_link(url, quotation.exact, quotation.prefix, quotation.suffix))


def _fullness(account: Account) -> tuple[int, int, bool]:
    """How much of the speaker's own words it gives; then how much of it was checked."""
    spoken = [each.quotation for each in account.given if each.in_words]
    checked = (QuotationCheck.EXACT, QuotationCheck.TYPOGRAPHY)
    return (
        sum(len(quotation.exact) for quotation in spoken),
        sum(quotation.check_result in checked for quotation in spoken),
        account.source.is_primary,
    )


def _compare(fullest: Account, other: Account) -> None:
    ours = [each for each in fullest.given if each.in_words]
    theirs = [each for each in other.given if each.in_words]
    pairs = counterparts(
        [each.quotation.exact for each in ours], [each.quotation.exact for each in theirs]
    )
    for mine, place in pairs:
        _mark(theirs[place], ours[mine].quotation.exact)
    for place in set(range(len(theirs))) - {place for _, place in pairs}:
        for each in ours:
            _mark_spelling(theirs[place], each.quotation.exact)


def _mark(given: Given, fullest: str) -> None:
    """Say how a quotation differs from what the fullest account gives of the same passage."""
    words = given.quotation.exact
    if len(words.split()) > len(fullest.split()):
        # It goes further than the fullest account; only that it has the same words can be said.
        given.agrees = _same(difference(fullest, _passage(fullest, words)))
        return
    segments = difference(_passage(words, fullest), words)
    given.agrees = _same(segments)
    given.differs = [] if given.agrees else segments


def _same(segments: Sequence[Segment]) -> bool:
    return all(segment.kind == "same" for segment in segments)


def _passage(fragment: str, text: str) -> str:
    """The run of words of ``text`` that is most like the shorter fragment.

    It begins and ends with the fragment's own punctuation: where a quotation was cut is no
    difference in its words.
    """
    sought, words = [_plain(word) for word in fragment.split()], text.split()
    plain = [_plain(word) for word in words]
    runs = [
        (start, start + size)
        for size in (len(sought), len(sought) - 1, len(sought) + 1)
        for start in range(len(words) - size + 1 if size > 0 else 0)
    ]
    # By words first, which is quick; by letters only among the best, for a word spelt otherwise.
    by_words = SequenceMatcher(autojunk=False)
    by_words.set_seq2(sought)
    by_letters = SequenceMatcher(autojunk=False)
    by_letters.set_seq2(" ".join(sought))

    def alike(matcher: SequenceMatcher[str], run: Sequence[str]) -> float:
        matcher.set_seq1(run)
        return matcher.ratio()

    likely = nlargest(BEST, runs, key=lambda run: alike(by_words, plain[slice(*run)]))
    start, end = max(likely, key=lambda run: alike(by_letters, " ".join(plain[slice(*run)])))
    passage = " ".join(words[start:end])
    before = fragment[: len(fragment) - len(fragment.lstrip(PUNCTUATION))]
    after = fragment[len(fragment.rstrip(PUNCTUATION)) :]
    return f"{before}{passage.strip(PUNCTUATION)}{after}"


def _plain(word: str) -> str:
    return "".join(filter(str.isalnum, word.casefold()))


def _mark_spelling(given: Given, fullest: str) -> None:
    """Say of a quotation of a few words that the fullest account spells them otherwise."""
    words, text = given.quotation.exact, fullest.split()
    size = len(words.split())
    if size > FEW or given.differs:
        return
    runs = [" ".join(text[start : start + size]) for start in range(len(text) - size + 1)]
    trimmed = [run.strip(PUNCTUATION) for run in runs]
    for nearest in get_close_matches(words, trimmed, n=1, cutoff=SPELLING):
        given.differs = difference(nearest, words)
