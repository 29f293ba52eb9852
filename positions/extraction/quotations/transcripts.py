"""Stage 5, transcripts: turns under the names of their speakers, and answers in an interview."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from positions.extraction.lexicon import CAPITALS
from positions.extraction.lexicon.roles import INTERVIEWERS
from positions.extraction.lexicon.words import MEDIA
from positions.extraction.quotations.interviews import interview
from positions.extraction.text.blocks import Paragraph
from positions.extraction.text.marks import OPENING
from positions.extraction.text.releases import CONTACTS, LABEL, SENDER

_TURN = re.compile(
    rf"(?<![\w.'’-])(?P<name>[{CAPITALS}][{CAPITALS}.'’-]++"
    rf"(?: [{CAPITALS}][{CAPITALS}.'’-]++){{0,3}}"
    rf"|(?:[{CAPITALS}][\w.'’-]++ ){{0,3}}[{CAPITALS}][\w'’-]++)\s?:\s++(?=\S)"
)
_ASKED = re.compile(r"(?P<sort>Q|A|Question|Answer|QUESTION|ANSWER)\s?[:.]\s++(?=\S)")
_REMARK = 8  # words; of fewer is what an interviewer puts in between: Thank you for your time
_HALF, _MOSTLY, _HARDLY = 0.5, 0.65, 0.25  # shares of somebody's turns that ask
_FEWEST = 2  # turns of a transcript
_SPOKEN = 4  # words of a turn; shorter ones alone are a list, or headings
_NAME_WITHIN = 80  # characters at the beginning of a turn
_NOT_A_NAME = re.compile(
    r"q|a|note|photo|update|updated|image|question|answer|source|read|by|published|posted"
    rf"|{CONTACTS}|tel|telephone|phone|e-?mail|fax"
    r"|website|date|time|place|location|venue|subject|re|from|to|cc|who|what|when|where|why|how"
    rf"|topics?|tags?|title|headline|summary|background|{LABEL.pattern}",
    re.IGNORECASE,
)
"""What stands before a colon at the head of a release, or of a list, and names nobody."""

Turn = tuple[tuple[int, int], list[tuple[int, int]]]
"""Where the name of a turn stands (nowhere, where nobody is named), and its words."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """The turns of a text, by their first paragraphs."""

    turns: Mapping[int, Turn]
    paragraphs: frozenset[int]
    """All that belong to it, those of the questions, too."""
    aside: frozenset[int]
    """Turns that tell no position: of who only asks, and of a few words (Yes; 1,769)."""


def transcript(text: str, blocks: Sequence[Paragraph]) -> Transcript:
    """Read a text as an interview of questions and answers, or else as turns with names. Linear."""
    turns, paragraphs = _answers(text, blocks)
    answers, whole = interview(text, blocks) if not turns else ({}, paragraphs)
    if answers:
        unnamed = {at: ((spans[0][0],) * 2, spans) for at, spans in answers.items()}
        few = {at for at, turn in unnamed.items() if len(_words(text, turn).split()) < _SPOKEN}
        return Transcript(unnamed, whole, frozenset(few))
    if not turns:
        turns = _named(text, blocks)
        paragraphs = frozenset(turns)
    short = {at for at, turn in turns.items() if len(_words(text, turn).split()) < _SPOKEN}
    return Transcript(turns, paragraphs, _asking(text, turns) | short)


def _named(text: str, blocks: Sequence[Paragraph]) -> dict[int, Turn]:
    """Find the paragraphs that begin with a name and a colon.

    A text with fewer than two turns, or of short lines each with a name of its own (547 votes, 46
    votes), is no transcript.
    """
    found: dict[int, Turn] = {}
    for number, each in enumerate(blocks):
        match = _TURN.match(text, each.start, min(each.end, each.start + _NAME_WITHIN))
        if match is None or _NOT_A_NAME.fullmatch(match["name"]) or text[match.end()] in OPENING:
            continue
        found[number] = (match.span("name"), [(match.end(), each.end)])
    lengths = [
        [len(_words(text, found[at]).split()) for at in turns_of]
        for turns_of in _by_name(text, found).values()
    ]
    returns = len(lengths) > 1 and any(len(each) > 1 for each in lengths)
    spoken = all(max(each) >= _SPOKEN for each in lengths)
    return found if len(found) >= _FEWEST and (returns or spoken) else {}


def _answers(text: str, blocks: Sequence[Paragraph]) -> tuple[dict[int, Turn], frozenset[int]]:
    """Find what follows "A:" in an interview up to the next "Q:", and all its paragraphs.

    A text without both has none.
    """
    found: dict[int, Turn] = {}
    covered: set[int] = set()
    last: Turn | None = None
    for number, each in enumerate(blocks):
        match = _ASKED.match(text, each.start, each.end)
        if match is not None:
            last = None
            if match["sort"][0] == "A":
                last = found[number] = (match.span("sort"), [(match.end(), each.end)])
            covered.add(number)
        elif SENDER.match(text, each.start, each.end) or each.heading:
            last = None
        elif last is not None and text[each.start] not in OPENING:
            last[1].append((each.start, each.end))
            covered.add(number)
    both = 0 < len(found) < len(covered)
    return (found, frozenset(covered)) if both else ({}, frozenset())


def _asking(text: str, turns: Mapping[int, Turn]) -> frozenset[int]:
    """Give the turns of those who interview the others, unless all would be.

    An interviewer is an outlet that asks anything, or who asks in most turns that are more than a
    remark, while nobody else asks much. Of one who asks in about half of them, a longer turn that
    has no question is a view of his own.
    """
    by_name = _by_name(text, turns)
    asked: dict[str, set[int]] = {}
    share: dict[str, float] = {}
    for name, turns_of in by_name.items():
        questions = {at for at in turns_of if "?" in _words(text, turns[at])}
        remarks = {at for at in turns_of if len(_words(text, turns[at]).split()) < _REMARK}
        asked[name] = questions | remarks
        views = len(turns_of) - len(asked[name])
        share[name] = len(questions) / (len(questions) + views or 1)
    found: set[int] = set()
    highest = sorted(share.values())[-2:]
    for name, turns_of in by_name.items():
        others = highest[0] if share[name] == highest[-1] else highest[-1]
        others = others if len(by_name) > 1 else 1.0
        if (_is_outlet(name) and share[name]) or (share[name] >= _MOSTLY and others <= _HARDLY):
            found.update(turns_of)
        elif share[name] >= _HALF and others <= _HARDLY:
            found |= asked[name]
    return frozenset(found) if len(found) < len(turns) else frozenset()


def _by_name(text: str, turns: Mapping[int, Turn]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, ((start, end), _) in turns.items():
        found.setdefault(text[start:end], []).append(at)
    return found


def _words(text: str, turn: Turn) -> str:
    return text[turn[1][0][0] : turn[1][-1][1]]


def _is_outlet(name: str) -> bool:
    words = name.lower().split()
    return words[-1] in MEDIA | INTERVIEWERS or words[0] in MEDIA
