"""A card made by hand: the words that an editor marks are found in the text and put on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from positions.choices import QuotationKind, SourceKind, StakeholderKind, StatementKind
from positions.extraction.lexicon import CAPITALS
from positions.extraction.lexicon.words import COMMON_CAPITALS, STOPPED_TITLES, TITLES
from positions.intake.card import Card, Party, Words
from positions.intake.party_names import kind_of_name
from positions.naming import Names
from positions.quoting import find, strip_marks

MOST_OFFERED = 8  # as a speaker, or as whom one speaks for
AROUND = 400  # characters before and behind the words, in which names are looked for
# The form of what a document says that is itself in that form.
KIND_BY_SOURCE = {
    SourceKind.LETTER.value: StatementKind.LETTER,
    SourceKind.BLOG_POST.value: StatementKind.BLOG_POST,
    SourceKind.PRESS_RELEASE.value: StatementKind.PRESS_STATEMENT,
    SourceKind.SPEECH.value: StatementKind.SPEECH,
}
_STOPPED = "|".join(sorted(each.capitalize() for each in STOPPED_TITLES))
_WORD = (
    rf"(?:(?:{_STOPPED})\.|(?>(?:[{CAPITALS}]\.)+)|[{CAPITALS}][\w'’&-]*+)"  # with a capital first
)
_RUN = re.compile(rf"(?<![\w'’-]){_WORD}(?>(?: (?:(?:of|for|on)(?: the)? )?{_WORD})*)")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_NO_NAMES = COMMON_CAPITALS | TITLES | STOPPED_TITLES  # before a name: The, But, Dr
_ENDS = frozenset('.!?:“”"‘\n')  # what a sentence begins behind


def add_manual_card(
    text: str,
    cards: list[Card],
    words: str,
    names: Names,
    before: str = "",
    source_kind: str = "",
) -> Card | str:
    """Add a card for these words of the text; else say where the text departs from them.

    Where they are more of what one undecided card has a part of, told or a fragment, that card is
    given them instead: who says it and when was found already.

    ``before`` is what stands before them, for words that occur more than once. Whoever of
    ``names`` is named around them or in them is offered as the speaker, then those who speak
    elsewhere in the article, nearest first; nobody is chosen. The form is that of a source of such
    a kind, else that of the nearest card whose words are not only reported.
    """
    bare = strip_marks(words.strip())
    match = find(text, bare, before[-32:])
    if match.selector is None:
        return match.explain()
    place = match.selector
    if (part := _part_within(cards, place.start, place.end)) is not None:
        part.words = [Words(place.start, place.end, place.exact, place.exact)]
        return part
    number = max((card.number for card in cards), default=0) + 1
    near = sorted(cards, key=lambda card: abs(card.start - place.start))
    speaker, behalf = _parties(names_around(text, place.start, place.end), near, names)
    card = Card(
        number=number,
        words=[Words(place.start, place.end, place.exact, place.exact)],
        speaker=speaker,
        behalf=behalf,
        kind=KIND_BY_SOURCE[source_kind].value if source_kind in KIND_BY_SOURCE else _kind(near),
    )
    same = next((each for each in near if _overlaps(each, place.start, place.end)), None)
    if same is not None:  # told of two at once: of the same day, in the same way
        card.date, card.basis, card.printed = same.date, same.basis, same.printed
        card.quotation = same.quotation
        card.kind = card.kind if source_kind in KIND_BY_SOURCE else same.kind
    cards.append(card)
    return card


def _part_within(cards: Iterable[Card], start: int, end: int) -> Card | None:
    """The one card that has words there, if they are told or a fragment and all of it is there."""
    there = [each for each in cards if _overlaps(each, start, end)]
    if len(there) != 1 or not there[0].is_new or there[0].quotation == QuotationKind.VERBATIM:
        return None
    within = all(start <= each.start and each.end <= end for each in there[0].words)
    return there[0] if within and there[0].found.pattern else None


def names_around(text: str, start: int, end: int) -> list[str]:
    """The names printed near a passage, those of its paragraph first, then those within it.

    A name is a run of words with capitals. One word stands for the longer name that it ends
    elsewhere, Example for Mara Example; else it is one where it does not open a sentence. Linear in
    the text.
    """
    found = list(_capitalised(text))
    full = {name.rsplit(" ", 1)[-1]: name for _, _, name, _ in reversed(found) if " " in name}
    placed = []
    for first, last, name, only_opens in found:
        if only_opens and name not in full:
            continue
        within = start <= first < end
        gap = max(start - last, first - end)
        if within or gap <= AROUND:
            apart = "\n" in (text[last:start] or text[end:first]) and not within
            placed.append(((within, apart, gap, first), full.get(name, name)))
    return list(dict.fromkeys(name for _, name in sorted(placed)))


def _capitalised(text: str) -> Iterator[tuple[int, int, str, bool]]:
    """Start, end and words of each run with capitals, and whether it only opens a sentence."""
    for run in _RUN.finditer(text):
        words = _POSSESSIVE.sub("", run[0]).split()
        before = text[max(run.start() - 2, 0) : run.start()]
        opens = not before.strip() or not _ENDS.isdisjoint(before)
        if words[0] == "By" and opens:
            continue  # the byline: whoever writes it
        while words and words[0].lower().rstrip(".") in _NO_NAMES:
            del words[0]
            opens = False
        if words:
            yield run.start(), run.end(), " ".join(words), opens and len(words) == 1


def _parties(named: Sequence[str], near: Sequence[Card], known: Names) -> tuple[Party, Party]:
    """Who may speak, and for whom: those known by these names or of other cards, or one new."""
    meant = [each for name in named for each in known.find(name)]
    bodies = [each.pk for each in meant if not each.is_person]
    others = [each.speaker for each in near], [each.behalf for each in near]
    unknown = [name for name in named if " " in name and not known.find(name)]
    unknown += [each.name for some in others for each in some if each.name and not each.offered]
    kinds = {name: kind_of_name(name) for name in unknown}
    people = [name for name, kind in kinds.items() if kind == StakeholderKind.PERSON]
    organisations = [name for name in kinds if name not in people]
    speaker = next(iter(kinds), "")
    behalf = next(iter(organisations), "") if speaker in people else ""
    return (
        _party(speaker, [each.pk for each in meant], others[0]),
        _party(behalf, bodies, others[1]),
    )


def _party(name: str, keys: Iterable[int], others: Iterable[Party]) -> Party:
    """Nobody chosen yet: these are offered, those of other cards behind them, and one as new."""
    elsewhere = (key for each in others for key in (each.key, *each.offered) if key is not None)
    offered = list(dict.fromkeys([*keys, *elsewhere]))[:MOST_OFFERED]
    return Party(name=name[:200], kind=kind_of_name(name).value, offered=offered)


def _kind(near: Sequence[Card]) -> str:
    said = (each.kind for each in near if not (each.is_silence or each.is_reported))
    return next(said, StatementKind.PRESS_STATEMENT.value)


def _overlaps(card: Card, start: int, end: int) -> bool:
    return any(each.start < end and start < each.end for each in card.words)
