"""Stage 11: drafts from attributions and speakers: cue, channel, date, modality, confidence."""

import re

from positions.extraction.dating.occasion import Days, channel, when
from positions.extraction.draft import (
    NOT_SURE,
    CueWords,
    Draft,
    How,
    Modality,
    Pattern,
    Speaker,
    passage,
)
from positions.extraction.drafts.sureness import is_explicit, is_reporter, names_body, names_speaker
from positions.extraction.lexicon.roles import INTERVIEWERS
from positions.extraction.lexicon.verbs import UNSPOKEN
from positions.extraction.lexicon.words import MEDIA
from positions.extraction.people.persons import is_law
from positions.extraction.quotations.attribution import HEADING, Attribution

# Of each pattern's drafts in the development part of the gold articles, the share whose words and
# speaker were right, with one right and one wrong added so that few say little.
CONFIDENCE = {
    Pattern.SUBJECT_VERB: 0.97,
    Pattern.VERB_SUBJECT: 0.96,
    Pattern.TRANSCRIPT: 0.94,
    Pattern.LETTER: 0.94,
    Pattern.SIGNED: 0.9,
    Pattern.STATEMENT: 0.9,
    Pattern.ZERO_THAT: 0.93,
    Pattern.FLOATING: 0.91,
    Pattern.NO_REPLY: 0.91,
    Pattern.PARTICIPLE: 0.89,
    Pattern.COLON: 0.86,
    Pattern.CUE_BEFORE: 0.86,
    Pattern.THAT_CLAUSE: 0.86,
    Pattern.BLOCK: 0.8,
    Pattern.STANCE: 0.73,
    Pattern.TRAILING: 0.67,
}
_FEW = 4  # words in marks that are no quotation, unless somebody is known to have said them
_UNMEASURED = 0.5  # of a pattern that the gold articles hardly have
_UNKNOWN = 0.5  # of the pattern's confidence is left when the speaker is not known
# Of real articles, the share of what is told, and of what is said by whom the text only describes,
# that an editor would take as it stands, against what a quotation with a name reaches.
_OF_KIND = {"indirect": 0.75, "mixed": 0.9}
_OF_SPEAKER = {How.DOCUMENT: 0.6, How.HEAD_NOUN: 0.7, How.ROLE: 0.7, How.UNNAMED: 0.7}

_NUMBERS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_FIGURE = rf"(?:\d++|{'|'.join(_NUMBERS)})"
_COUNTED = frozenset(["both", *_NUMBERS])
_SHARE = re.compile(
    r"\A(?:most|half)\b|\b(?:per ?cent|percentage|proportion|a majority|majority of"
    rf"|(?:one|{_FIGURE}) (?:in|of|out of) (?:every )?{_FIGURE})\b",
    re.IGNORECASE,
)
_UNSAID = frozenset(["say", "mention", "tell", "write", "note", "explain", "state"])
"""Verbs of which "did not" tells no position: it did not say that …."""
_ASKED = ("whether ", "if ", "why ", "how ", "what ", "when ", "who ")


def draft(source: str, opaque: str, given: Attribution, speaker: Speaker, days: Days) -> Draft:
    """Make the draft of one attribution. Linear in its sentence."""
    said_at, modality = when(opaque, given, speaker, days), _modality(opaque, given)
    warnings = given.warnings
    if said_at.text and not said_at.edtf:
        warnings = [*warnings, f"it is not clear when “{said_at.text}” was"]
    confidence = CONFIDENCE.get(given.pattern, _UNMEASURED)
    if not speaker.name and speaker.how is not How.UNNAMED:
        confidence *= _UNKNOWN
    if warnings:
        confidence *= 0.8
    confidence *= _OF_KIND.get(given.kind, 1.0) * _OF_SPEAKER.get(speaker.how, 1.0)
    if warnings or not is_explicit(given, speaker, modality):
        confidence = min(confidence, NOT_SURE)
    whose = not warnings and names_speaker(given, speaker, modality)
    return Draft(
        kind=given.kind,
        passages=tuple(passage(source, start, end) for start, end in given.spans),
        speaker=speaker,
        cue=_cue(source, given),
        channel=channel(opaque, given),
        date=said_at,
        modality=modality,
        pattern=given.pattern,
        confidence=round(confidence, 2),
        warnings=tuple(dict.fromkeys(warnings)),
        likely=_is_likely(source, given, speaker),
        names_speaker=whose,
        names_body=whose and names_body(speaker),
    )


def _is_likely(source: str, given: Attribution, speaker: Speaker) -> bool:
    """Say whether somebody's position may stand there: no silence, no word at arm's length.

    What is told of nobody who is understood, and a few words in marks that are nobody's, are the
    reporter's own account more often than not.
    """
    if given.kind == "no_reply" or given.aside:
        return False
    described = speaker.how in {How.HEAD_NOUN, How.UNKNOWN, How.DOCUMENT}
    if HEADING in given.warnings and described and not speaker.organisation:
        return False
    if given.kind == "indirect" and (
        is_reporter(speaker)
        or _is_share(speaker)
        or (given.cue is not None and given.cue.lemma in UNSPOKEN)
        or (given.cue is not None and given.cue.negated and given.cue.lemma in _UNSAID)
    ):
        return False
    if _is_law(source, given, speaker):
        return False
    if _is_question(source, given, speaker):
        return False
    nobody = not speaker.name and speaker.how is How.UNKNOWN and not speaker.candidates
    nobody = nobody or _is_anybody(speaker)
    if given.kind == "mixed":
        words = sum(len(source[start:end].split()) for start, end in given.spans)
        return not (nobody and words <= _FEW)
    return not (nobody and given.kind == "indirect")


def _is_law(source: str, given: Attribution, speaker: Speaker) -> bool:
    """Say whether a bill or a law is told to provide something: it takes no side."""
    law = speaker.mention is not None and is_law(speaker.mention.text)
    short = sum(len(source[start:end].split()) for start, end in given.spans) <= _FEW
    return law and (given.kind == "indirect" or short)


def _is_question(source: str, given: Attribution, speaker: Speaker) -> bool:
    """Say whether quoted words are a question that an interviewer puts, which is no position."""
    if given.cue is None or given.cue.lemma != "ask" or given.kind != "direct":
        return False
    end = given.spans[-1][1]
    role = speaker.role.lower().split()
    asks = not role or role[-1] in INTERVIEWERS
    held = not speaker.organisation or not MEDIA.isdisjoint(speaker.organisation.lower().split())
    return asks and held and source[given.spans[-1][0] : end].rstrip(" ,”\"'’").endswith("?")


def _is_anybody(speaker: Speaker) -> bool:
    """Say whether people in general speak (some voters, an official), of whom no body is told.

    Ten senators and the leaders of two councils are some in particular.
    """
    if speaker.organisation or speaker.mention is None:
        return False
    if speaker.how is How.UNNAMED:
        return True
    words = speaker.mention.text.lower().split()
    counted = not _COUNTED.isdisjoint(words) or any(map(str.isdecimal, words))
    return speaker.how is How.HEAD_NOUN and not counted


def _is_share(speaker: Speaker) -> bool:
    """Say whether a share of people is said to hold something: a finding, nobody's position."""
    return speaker.mention is not None and _SHARE.search(speaker.mention.text) is not None


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
