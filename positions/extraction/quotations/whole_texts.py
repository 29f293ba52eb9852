"""Stage 5, whole paragraphs of one hand: turns of a transcript, signed letters, statements."""

import re
from collections.abc import Mapping, Sequence

from positions.extraction.lexicon.words import MEDIA
from positions.extraction.text.blocks import Paragraph
from positions.extraction.text.clean import BOILERPLATE, RELEASE

_TURN = re.compile(
    r"(?<![\w.'’-])(?P<name>[A-ZÀ-Þ][A-ZÀ-Þ.'’-]++(?: [A-ZÀ-Þ][A-ZÀ-Þ.'’-]++){0,3}"
    r"|(?:[A-ZÀ-Þ][\w.'’-]++ ){0,3}[A-ZÀ-Þ][\w'’-]++)\s?:\s++(?=\S)"
)
_ASKED = re.compile(r"(?P<sort>Q|A|Question|Answer|QUESTION|ANSWER)\s?[:.]\s++(?=\S)")
_INTERVIEWERS = frozenset(
    ["interviewer", "moderator", "host", "presenter", "anchor", "reporter", "journalist"]
)
_REMARK = 8  # words; of fewer is what an interviewer puts in between: Thank you for your time
_HALF, _MOSTLY, _HARDLY = 0.5, 0.65, 0.25  # shares of somebody's turns that ask
_FEWEST = 2  # turns of a transcript
_SPOKEN = 4  # words of a turn; shorter ones alone are a list, or headings
_NOT_A_NAME = re.compile(
    r"q|a|note|photo|update|updated|image|question|answer|source|read|by|published|posted"
    r"|(?:media |press )?(?:contacts?|enquiries|inquiries)|tel|telephone|phone|e-?mail|fax"
    r"|website|date|time|place|location|venue|subject|re|from|to|cc|who|what|when|where|why|how|topics?"
    r"|tags?|title|headline|summary|background|embargo|" + RELEASE.pattern,
    re.IGNORECASE,
)
"""What stands before a colon at the head of a release, or of a list, and names nobody."""
_COLUMN = re.compile(
    r"(?:letters?(?: (?:to the editor|from readers|page))?|dear (?:editor|sirs?|sir or madam)"
    r"|(?:your|readers['’]?) (?:letters|views|comments|say)|to the editor|facebook|twitter"
    r"|comments|talk to us)[.:,]?",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"(?:[—–-] ?)?((?<![\w'’-])[A-Z][\w'’-]{1,30}+\.?+"
    r"(?: (?:[A-Z]\.|de|van|von|la|[A-Z][\w'’-]{1,30}+)){1,4}+)(?:, \w[\w .,'’-]{1,60})?\.?"
)
_STATEMENT = re.compile(
    r"(?:joint )?statement (?:by|from|of) ((?:[^\W\d_][\w.'’&,-]*+ ?){1,12}?)"
    r"(?= on | regarding | about |$)",
    re.IGNORECASE,
)
_FOLLOWING = re.compile(
    r"\b(?:following|this) (?:joint )?(?:statement|declaration)\b[^.:]{0,120}:$"
    r"|\b(?:released|issued) an? (?:joint )?statement\b[^.:]{0,120}:$"
)
_ENDS = re.compile(
    r"(?i:for (?:more|further) information\b|(?:(?<![-*])[-*]{3,}+|-30-|ends|background):?$)"
    r"|(?i:(?:media |press )?contacts?) [A-Z]"
)
_GREETING = re.compile(r"Dear [^.!?\n]{2,70}[,:]|To [Ww]hom it may concern[,:]")
_LEAVE = re.compile(
    r"(?:yours(?: (?:sincerely|faithfully|truly|respectfully))?|sincerely(?: yours)?"
    r"|respectfully(?: submitted| yours)?|(?:kind |best )?regards|signed)[,:.]?",
    re.IGNORECASE,
)
_OF_WRITER = re.compile(
    r"(?:The|This) (?:writer|author|letter.writer) (?:is|was|has|works|runs|leads)\b"
)
_OPENING = "\"“«„‘'"
_LEAST = 8  # words of a letter
_LONGEST = 90  # characters of a signature with its place

Turn = tuple[tuple[int, int], list[tuple[int, int]]]
"""Where the name of a turn stands, and its words."""
Letter = tuple[list[tuple[int, int]], tuple[int, int]]


def turns(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, Turn]:
    """Give the paragraphs that are turns: where the name and where the words stand.

    A text with fewer than two turns, or of short lines each with a name of its own (547 votes, 46
    votes), is no transcript. Linear in the number of paragraphs.
    """
    found = {}
    for index, paragraph in enumerate(paragraphs):
        match = _TURN.match(text, paragraph.start, min(paragraph.end, paragraph.start + 80))
        if match and not _NOT_A_NAME.fullmatch(match["name"]):
            if text[match.end()] in "“\"‘'":
                continue
            found[index] = (match.span("name"), [(match.end(), paragraph.end)])
    said: dict[str, list[int]] = {}
    for (start, end), [(words, close)] in found.values():
        said.setdefault(text[start:end], []).append(len(text[words:close].split()))
    returns = len(said) > 1 and any(len(lengths) > 1 for lengths in said.values())
    spoken = all(max(lengths) >= _SPOKEN for lengths in said.values())
    return found if len(found) >= _FEWEST and (returns or spoken) else {}


def asking(text: str, given: Mapping[int, Turn]) -> frozenset[int]:
    """Give the turns of those who interview the others: an outlet, or whoever puts the questions.

    Who asks half of the time, while nobody else asks much, puts them; her longer turns without a
    question are her own view, unless she does little but ask. Linear.
    """
    said: dict[str, list[int]] = {}
    for at, ((start, end), _) in given.items():
        said.setdefault(text[start:end], []).append(at)
    asked: dict[str, set[int]] = {}
    share: dict[str, float] = {}
    for name, turns_of in said.items():
        questions = {at for at in turns_of if "?" in _words(text, given[at])}
        remarks = {at for at in turns_of if len(_words(text, given[at]).split()) < _REMARK}
        asked[name] = questions | remarks
        share[name] = len(questions) / (len(questions) + len(set(turns_of) - asked[name]) or 1)
    folded: set[int] = set()
    for name, turns_of in said.items():
        others = max((share[each] for each in said if each != name), default=1.0)
        if (_is_outlet(name) and share[name]) or (share[name] >= _MOSTLY and others <= _HARDLY):
            folded.update(turns_of)
        elif share[name] >= _HALF and others <= _HARDLY:
            folded |= asked[name]
    return frozenset(folded) if len(folded) < len(given) else frozenset()


def _words(text: str, turn: Turn) -> str:
    return text[turn[1][0][0] : turn[1][-1][1]]


def _is_outlet(name: str) -> bool:
    words = name.lower().split()
    return words[-1] in MEDIA or words[-1] in _INTERVIEWERS or words[0] in MEDIA


def is_short(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Say whether a turn is of a few words, which tell nothing by themselves: Yes; 1,769."""
    return sum(len(text[start:end].split(None, _SPOKEN)) for start, end in spans) < _SPOKEN


def answers(text: str, paragraphs: Sequence[Paragraph]) -> tuple[dict[int, Turn], frozenset[int]]:
    """Find what follows "A:" in an interview up to the next "Q:", and all its paragraphs.

    Linear. A text without both has none.
    """
    found: dict[int, Turn] = {}
    covered: set[int] = set()
    last: Turn | None = None
    for number, each in enumerate(paragraphs):
        match = _ASKED.match(text, each.start, each.end)
        if match is not None:
            last = None
            if match["sort"][0] == "A":
                last = found[number] = (match.span("sort"), [(match.end(), each.end)])
            covered.add(number)
        elif BOILERPLATE.match(text, each.start, each.end) or each.heading:
            last = None
        elif last is not None and text[each.start] not in _OPENING:
            last[1].append((each.start, each.end))
            covered.add(number)
    both = 0 < len(found) < len(covered)
    return (found, frozenset(covered)) if both else ({}, frozenset())


def letters(text: str, blocks: Sequence[Paragraph]) -> dict[int, Letter]:
    """Find signed letters: by the signature's paragraph, where its words and its name stand.

    Only a text that calls itself a column of letters has any, from there on, or one that greets
    somebody (Dear Minister,) and takes its leave (Yours sincerely,). Linear.
    """
    found: dict[int, Letter] = {}
    body: list[tuple[int, int]] = []
    opened = False
    lines = [text[each.start : each.end] for each in blocks]
    leave = max(
        (at for at, line in enumerate(lines) if _LEAVE.fullmatch(line[:_LONGEST])), default=-1
    )
    for number, each in enumerate(blocks):
        line = lines[number]
        greeted = number < leave and _GREETING.fullmatch(line[:_LONGEST]) is not None
        if greeted or (len(line) <= _LONGEST and _COLUMN.fullmatch(line)):
            opened, body = True, []
            continue
        if _LEAVE.fullmatch(line[:_LONGEST]):
            continue
        if not opened or _OF_WRITER.match(line):
            continue
        signed = _SIGNED.fullmatch(line) if len(line) <= _LONGEST else None
        if signed is None:
            body = [*body, (each.start, each.end)] if len(line.split()) >= _LEAST else body
        elif body:
            place = each.start + signed.start(1), each.start + signed.end(1)
            found[number] = (body, place)
            body = []
    return found


def statements(text: str, blocks: Sequence[Paragraph]) -> dict[int, list[tuple[int, int]]]:
    """Find statements that a line announces: by its paragraph, where the words stand.

    "Statement by N on the dam", or "N released the following statement:", and all paragraphs
    from there to the boilerplate, where they stand without marks. Linear.
    """
    found: dict[int, list[tuple[int, int]]] = {}
    said: list[tuple[int, int]] | None = None
    for number, each in enumerate(blocks):
        line = text[each.start : each.end]
        if (each.heading and _STATEMENT.match(line)) or _FOLLOWING.search(line[-_LONGEST * 2 :]):
            said = found[number] = []
        elif BOILERPLATE.match(line) or _ENDS.match(line) or line[0] in _OPENING:
            said = None
        elif said is not None and not each.heading:
            said.append((each.start, each.end))
    return {number: spans for number, spans in found.items() if spans}


def issuer(line: str) -> tuple[int, int] | None:
    """Give where the name stands in "Statement by N on the dam"; None in any other line."""
    found = _STATEMENT.match(line)
    return (found.start(1), len(line[: found.end(1)].rstrip(" ,"))) if found else None
