"""Stage 8: what a phrase that names no person may be: people, a body, somebody, or no name."""

from collections.abc import Sequence

from positions.extraction.draft import How, Speaker
from positions.extraction.lexicon.places import COUNTRY_OF
from positions.extraction.lexicon.roles import SPEAKING_FOR
from positions.extraction.lexicon.verbs import FORMS, NOUN_LIKE
from positions.extraction.lexicon.words import (
    ADVERBS,
    ARTICLES,
    BREAKS,
    COLLECTIVE,
    FEMALE,
    FINDINGS,
    GENDERED,
    MALE,
    ORGANISATION,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)
from positions.extraction.people.mentions import Mention
from positions.extraction.phrases.nouns import AUXILIARY, GENERIC, is_adverb
from positions.extraction.phrases.nouns_after import VERBS

_SOMEBODY = frozenset(["a", "an", "one", "another"])
_CUT_SHORT = ("n’t", "’re", "’ve", "’m", "’ll", "’d")
_CUT_PRONOUNS = PRONOUNS | frozenset(["i", "we", "you", "that", "what", "who", "there"])
_PARTICLES = frozenset(["up", "off", "out", "down", "away", "back", "as", "how", "that"])
_LONGEST = 12  # words of a phrase for a group
_NO_PART = (
    AUXILIARY
    | ADVERBS
    | BREAKS - {"who"}
    | PRONOUNS
    | frozenset(
        ["came", "followed", "speaking", "both", "seem", "seems", "seemed", "appear", "appears"]
    )
)
_NOUNS = GENERIC | NOUN_LIKE
_AFTER_VERBS = PREPOSITIONS | ARTICLES | _PARTICLES
_NOBODY = COLLECTIVE | ORGANISATION | FINDINGS


def is_voice(speaker: Speaker, pronoun: str) -> bool:
    """Say whether a body spoke by a spokeswoman or a spokesman, whom she or he means."""
    words = speaker.mention.text.split() if speaker.mention else []
    head = words[-1].lower() if words else ""
    if head not in SPEAKING_FOR or not is_body(speaker):
        return False
    return pronoun == ("she" if head in FEMALE else "he") or (
        pronoun in {"he", "she"} and head not in GENDERED
    )


def is_spokesman(speaker: Speaker, pronoun: str) -> bool:
    """Say whether "he" may be a body's spokesman whom the text does not name."""
    head = speaker.role.rpartition(" ")[2]
    if head not in SPEAKING_FOR or not speaker.organisation or speaker.how is not How.UNNAMED:
        return False
    gender = "she" if head in FEMALE else "he" if head in MALE else ""
    return pronoun == gender or (not gender and pronoun in {"he", "she"})


def without(words: list[str], opening: frozenset[str]) -> list[str]:
    """Take the determiners off a phrase, but for its last word."""
    while len(words) > 1 and words[0].lower() in opening:
        words = words[1:]
    return words


def is_same_office(held: str, said: str) -> bool:
    """Say whether one is the other with a country before it: British prime minister."""
    return held == said or (held.endswith(f" {said}") and held.split(maxsplit=1)[0] in COUNTRY_OF)


def is_phrase(words: Sequence[str]) -> bool:
    """Say whether words may name a group: few, without a verb, a dash or a clause among them."""
    if len(words) > _LONGEST:
        return False
    for at, word in enumerate(words):
        lower = word.lower().strip("()")
        named = at > 0 and word[:1].isupper()  # the Homes First campaign
        if not lower[:1].isalnum() or (lower in _NO_PART and not named):
            return False
        verb = FORMS.get(lower)
        small = word.islower() and lower not in NOUN_LIKE and lower not in GENERIC
        if verb is not None and small and verb.form in {"past", "finite"} and at:
            return False
    last = words[-1].lower()
    ends = last in VERBS or last.removesuffix("s") in TIMES or last.endswith(_CUT_SHORT)
    return not (ends or is_adverb(last) or last in PREPOSITIONS) and not _is_clause(words)


def _is_clause(words: Sequence[str]) -> bool:
    """Say whether words open with a verb, or hold one cut short: digging up dirt, we're folks."""
    first = words[0].lower()
    following = words[1].lower() if len(words) > 1 else ""
    opens = first.endswith(("ing", "ed")) or first in FORMS
    opens = opens and first not in _NOUNS
    if opens and (following in _AFTER_VERBS or not following):
        return True
    return first in VERBS or any(
        word.lower().endswith(_CUT_SHORT) or word.lower().partition("’")[0] in _CUT_PRONOUNS
        for word in map(_typographic, words)
        if "’" in word
    )


def _typographic(word: str) -> str:
    return word.replace("'", "’")


def is_somebody(mention: Mention) -> bool:
    """Say whether "a woman" or "one shopper" is a person whom the text does not name."""
    head = mention.head
    plural = head.endswith("s") and not head.endswith("ss")
    if mention.text.split()[0].lower() not in _SOMEBODY or plural:
        return False
    return head not in _NOBODY and head.isalpha()


def is_body(speaker: Speaker) -> bool:
    """Say whether a speaker is an organisation or a group, which "it" and "they" may mean."""
    return bool(speaker.name) and speaker.name == speaker.organisation
