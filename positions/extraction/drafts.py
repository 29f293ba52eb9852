"""Stage 11: drafts from attributions and speakers: cue, channel, date, modality, confidence."""

import re
from dataclasses import dataclass, field
from datetime import date

from positions.extraction.attribution import Attribution
from positions.extraction.dates import Expression, expressions
from positions.extraction.draft import CueWords, Draft, Modality, Speaker, When, passage
from positions.extraction.lexicon.words import DOCUMENTS

# Of each pattern's drafts in the development part of the gold articles, the share whose words and
# speaker were right, with one right and one wrong added so that few say little.
CONFIDENCE = {
    "quotation-subject-verb": 0.97,
    "quotation-verb-subject": 0.96,
    "transcript": 0.94,
    "zero-that": 0.93,
    "floating": 0.91,
    "no-reply": 0.91,
    "participle": 0.89,
    "colon": 0.86,
    "cue-before": 0.86,
    "that-clause": 0.86,
    "block": 0.8,
    "stance": 0.73,
    "trailing": 0.67,
}
_UNMEASURED = 0.5  # of a pattern that the gold articles hardly have
_UNKNOWN = 0.5  # of the pattern's confidence is left when the speaker is not known

_CHANNEL = re.compile(
    r"\b(?:[Ii]n|[Oo]n|through|via|from|during|by) (?:an?|the|his|her|its|their|that|this|another)"
    r" (?:[a-z-]+ ){0,2}?(letter|statement|post|interview|speech|report|email|e-mail|tweet"
    r"|newsletter|release|memo|article|submission|hearing|press conference|news conference"
    r"|meeting|debate|petition|resolution|broadcast|column|filing|complaint|message|brief|podcast|blog)\b"
)
_PRESS = re.compile(r"\b(?:told|tells|telling) (?:reporters|journalists|the press)\b")
_ASKED = ("whether ", "if ", "why ", "how ", "what ", "when ", "who ")
_DAY = len("2024-05-08")
_FILED = 60  # characters from a document to the day on which it was filed
_FAR = 300  # characters around an attribution in which its date and channel are looked for
_NEAR = 70  # characters after an attribution within which a date belongs to it


@dataclass(slots=True)
class Days:
    """The dates of the documents and speakers met so far."""

    published: date | None
    printed: str
    documents: dict[str, Expression] = field(default_factory=dict)
    written: tuple[int, Expression] | None = None  # the paragraph that last dated a document
    last: tuple[int, str, Expression] | None = None  # paragraph, speaker, when


def draft(source: str, opaque: str, given: Attribution, speaker: Speaker, days: Days) -> Draft:
    """Make the draft of one attribution. Linear in its sentence."""
    when = _when(opaque, given, speaker, days)
    confidence = CONFIDENCE.get(given.pattern, _UNMEASURED)
    if not speaker.name and speaker.how != "unnamed":
        confidence *= _UNKNOWN
    if given.warnings:
        confidence *= 0.8
    return Draft(
        kind=given.kind,
        passages=tuple(passage(source, start, end) for start, end in given.spans),
        speaker=speaker,
        cue=_cue(source, given),
        channel=_channel(opaque, given),
        date=when,
        modality=_modality(opaque, given),
        pattern=given.pattern,
        confidence=round(confidence, 2),
        warnings=tuple(dict.fromkeys(given.warnings)),
    )


def _cue(source: str, given: Attribution) -> CueWords | None:
    if given.cue is None:
        return None
    tokens = given.sentence.tokens
    start, end = tokens[given.cue.first].start, tokens[given.cue.last - 1].end
    return CueWords(start, end, source[start:end], given.cue.lemma)


def _modality(opaque: str, given: Attribution) -> Modality:
    cue = given.cue
    if cue is None:
        return "asserted"
    if cue.sort == "ask" and opaque.startswith(_ASKED, given.spans[0][0]):
        return "asked"
    if cue.negated:
        return "negated"
    return "conditional" if cue.modal else "asserted"


def _channel(opaque: str, given: Attribution) -> str:
    sentence = given.sentence
    if given.noun:
        for token in sentence.tokens[given.noun.first : given.noun.last]:
            if token.lower in DOCUMENTS:
                return token.lower
    if given.cue and given.cue.lemma == "tweet":
        return "tweet"
    low, high = _attribution(given)
    start, end = max(sentence.start, low - _FAR), min(sentence.end, high + _FAR)
    found = _CHANNEL.search(opaque, start, end)
    if found:
        return found.group(1).replace("e-mail", "email")
    return "press" if _PRESS.search(opaque, start, end) else ""


def _when(opaque: str, given: Attribution, speaker: Speaker, days: Days) -> When:
    sentence = given.sentence
    low, high = _attribution(given)
    start, end = max(sentence.start, low - _FAR), min(sentence.end, high + _FAR)
    found = expressions(opaque, start, end, days.published)
    _file(opaque, start, found, days)
    channel = _document(given)
    if not channel and speaker.how in {"pronoun", "document"} and speaker.name in days.documents:
        channel = speaker.name
    near = [each for each in found if _belongs(opaque, each, given, low, high)]
    if near:
        days.last = (sentence.paragraph, speaker.name, near[0])
        if channel:
            days.documents[channel] = near[0]
        if channel or _channel(opaque, given):
            days.written = (sentence.paragraph, near[0])
        return When(near[0].text, near[0].edtf, "clause")
    if channel and channel in days.documents:
        known = days.documents[channel]
        return When(known.text, known.edtf, "channel")
    writes = given.cue is not None and given.cue.lemma == "write"
    if writes and days.written and sentence.paragraph - days.written[0] <= 1:
        return When(days.written[1].text, days.written[1].edtf, "channel")
    if days.last and days.last[:2] == (sentence.paragraph, speaker.name) and speaker.name:
        return When(days.last[2].text, days.last[2].edtf, "paragraph")
    if days.printed:
        return When("", days.printed, "article")
    return When("", "", "unknown")


def _file(opaque: str, start: int, found: list[Expression], days: Days) -> None:
    """Remember the days on which documents were written: a resolution filed on Thursday."""
    for each in found:
        for word in opaque[max(start, each.start - _FILED) : each.start].lower().split():
            if word.strip(",") in DOCUMENTS and len(each.edtf) == _DAY:
                days.documents.setdefault(word.strip(","), each)


def _document(given: Attribution) -> str:
    if given.noun:
        for token in given.sentence.tokens[given.noun.first : given.noun.last]:
            if token.lower in DOCUMENTS:
                return token.lower
    return ""


def _attribution(given: Attribution) -> tuple[int, int]:
    """Give the edges of cue and subject in the text."""
    tokens = given.sentence.tokens
    low, high = given.sentence.start, given.sentence.start
    if given.cue:
        low, high = tokens[given.cue.low].start, tokens[given.cue.last - 1].end
    elif given.noun:
        low = high = tokens[given.noun.first].start
    if given.noun and given.noun.last <= len(tokens):
        low = min(low, tokens[given.noun.first].start)
        high = max(high, tokens[given.noun.last - 1].end)
    return low, high


def _belongs(opaque: str, each: Expression, given: Attribution, low: int, high: int) -> bool:
    """Say whether an expression stands in the attribution, not in what is reported."""
    for start, end in given.spans:
        if start <= each.start < end:
            last = given.pattern == "stance" and each.end >= end - 1
            return last and len(each.edtf) == _DAY  # promised a bill in January
    if low <= each.start <= high:
        said = given.sentence.tokens[given.cue.low].start if given.cue else each.end
        return len(each.edtf) == _DAY or "," not in opaque[each.end : said]
    if each.start < low:
        before = opaque[given.sentence.start : each.start]
        if len(each.edtf) < _DAY and before.strip():
            return False  # said that it would open in November and added
        return "," not in before or before.count(",") == 1
    between = opaque[high : each.start]
    return len(between) <= _NEAR and not re.search(r"[,;:\x02\x03.]|\bthat\b|\bwho\b", between)
