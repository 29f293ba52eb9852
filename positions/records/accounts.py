"""How each source gives a statement, the checked and fullest first, and how wordings differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches

from positions.quoting import Segment, counterparts, difference, fragment_link
from positions.records.parts import DateRecord
from positions.records.quotation import QuotationRecord
from positions.records.source import DocumentRecord

PUNCTUATION = " .,;:!?…"
NEAR = 3  # words by which the place of a passage may be off, where some were left out or put in
ENDS = 12  # words at either end by whose letters the best run is told
FEW = 3  # words of a fragment so short that a difference of spelling leaves nothing to match
SPELLING = 0.85  # how alike letters must be to be the same word in another spelling


@dataclass(slots=True)
class Given:
    """One quotation, the link to its words, and how it differs from the fullest account."""

    quotation: QuotationRecord
    link: str
    differs: list[Segment] = field(default_factory=list)
    agrees: bool = False

    @property
    def in_words(self) -> bool:
        return not self.quotation.is_paraphrase

    @property
    def opens_at_words(self) -> bool:
        """Whether the link leads to its words: they were found in the text of that document."""
        return self.quotation.is_found and bool(self.quotation.source.address)


@dataclass(slots=True)
class Account:
    """What one source gives of a statement."""

    source: DocumentRecord
    given: list[Given]

    @property
    def in_words(self) -> bool:
        """Whether it gives any of the speaker's own words."""
        return any(each.in_words for each in self.given)

    @property
    def dated(self) -> DateRecord | None:
        """The date which this source gives the statement, as its first dated quotation has it."""
        return next((each.quotation.date for each in self.given if each.quotation.date), None)

    def other_date(self, statement: DateRecord) -> DateRecord | None:
        """The date which this source gives, where that of the statement is another."""
        given = self.dated
        return given if given and given.edtf != statement.edtf else None

    def of_kind(self, kind: str) -> list[Given]:
        return [each for each in self.given if each.quotation.kind == kind]


def accounts_of(
    quotations: Sequence[QuotationRecord], documents: Mapping[str, DocumentRecord]
) -> list[Account]:
    """The accounts of a statement, those that were checked first, the fullest first; no query.

    ``documents`` has the sources of its quotations by slug.
    """
    by_source: dict[str, list[Given]] = {}
    for quotation in quotations:
        by_source.setdefault(quotation.source.slug, []).append(given(quotation))
    accounts = [Account(documents[slug], given) for slug, given in by_source.items()]
    accounts.sort(key=_standing, reverse=True)
    for account in accounts[1:]:
        _compare(accounts[0], account)
    return accounts


def given(quotation: QuotationRecord) -> Given:
    """A quotation with the link to its words where they are known to stand, else to the source."""
    made = Given(quotation, quotation.source.address)
    if made.opens_at_words:
        made.link = fragment_link(
            quotation.source.address, quotation.exact, quotation.prefix, quotation.suffix
        )
    return made


def _standing(account: Account) -> tuple[bool, int, bool, bool]:
    """Words that were checked; then how many of the speaker's own; then whether it was read."""
    return (
        any(each.quotation.is_found for each in account.given),
        sum(len(each.quotation.exact) for each in account.given if each.in_words),
        any(each.quotation.start is not None for each in account.given),
        account.source.primary,
    )


def _compare(fullest: Account, other: Account) -> None:
    ours = [each for each in fullest.given if each.in_words]
    theirs = [each for each in other.given if each.in_words]
    pairs = counterparts(
        [each.quotation.words for each in ours], [each.quotation.words for each in theirs]
    )
    for mine, place in pairs:
        _mark(theirs[place], ours[mine].quotation.words)
    for place in set(range(len(theirs))) - {place for _, place in pairs}:
        for each in ours:
            _mark_spelling(theirs[place], each.quotation.words)


def _mark(given: Given, fullest: str) -> None:
    """Say how a quotation differs from what the fullest account gives of the same passage."""
    words = given.quotation.words
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
    # Aligned once, which says about where it lies; letters are compared only around there.
    aligned = SequenceMatcher(None, sought, plain, autojunk=False)
    longest = aligned.find_longest_match()
    about = longest.b - longest.a
    starts = range(max(0, about - NEAR), min(len(words), about + NEAR) + 1)
    sizes = {len(sought) - 1, len(sought), len(sought) + 1} - {0}
    by_letters = SequenceMatcher(autojunk=False)

    def alike(run: tuple[int, int]) -> float:
        """How alike the ends are, by letters; between them both have the same stretch."""
        start, end = run
        by_letters.set_seq2(" ".join(sought[:ENDS] + sought[-ENDS:]))
        by_letters.set_seq1(" ".join(plain[start:end][:ENDS] + plain[start:end][-ENDS:]))
        return by_letters.ratio()

    start, end = max(((at, at + size) for at in starts for size in sizes), key=alike)
    passage = " ".join(words[start:end])
    before = fragment[: len(fragment) - len(fragment.lstrip(PUNCTUATION))]
    after = fragment[len(fragment.rstrip(PUNCTUATION)) :]
    return f"{before}{passage.strip(PUNCTUATION)}{after}"


def _plain(word: str) -> str:
    return "".join(filter(str.isalnum, word.casefold()))


def _mark_spelling(given: Given, fullest: str) -> None:
    """Say of a quotation of a few words that the fullest account spells them otherwise."""
    words, text = given.quotation.words, fullest.split()
    size = len(words.split())
    if size > FEW or given.differs:
        return
    runs = [" ".join(text[start : start + size]) for start in range(len(text) - size + 1)]
    trimmed = [run.strip(PUNCTUATION) for run in runs]
    for nearest in get_close_matches(words, trimmed, n=1, cutoff=SPELLING):
        given.differs = difference(nearest, words)
