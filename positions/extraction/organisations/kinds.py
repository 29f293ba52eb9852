"""Stage 7: the kind of an organisation (the charity N), by which its name is no person's."""

from collections.abc import Sequence

from positions.extraction.lexicon.roles import ROLES
from positions.extraction.lexicon.verbs import FORMS
from positions.extraction.lexicon.words import (
    ARTICLES,
    BREAKS,
    COLLECTIVE,
    COMPANIES,
    DASHES,
    DETERMINERS,
    PREPOSITIONS,
)
from positions.extraction.people.cast import Cast
from positions.extraction.people.entity import Entity
from positions.extraction.people.name_context import describes
from positions.extraction.phrases.names import Name, bare
from positions.extraction.phrases.nouns import AUXILIARY, STOPS, phrase_before
from positions.extraction.text.outline import Token

_LONGEST = 14  # tokens of an apposition
_LOCATIVE = frozenset(["in", "near", "outside", "around", "across", "throughout"])
_OF_ITSELF = frozenset(["had", "has", "plans", "planned", "wants", "wanted", "hopes", "hoped"])
_KINDS = (COLLECTIVE | COMPANIES) - ROLES
_OWNING = frozenset(["developer", "owner", "manufacturer"])


def kinds(everybody: Cast) -> None:
    """Note of what kind the organisations are: the charity N, or N, a charity. Linear."""
    for sentence, name in everybody.named:
        entity = everybody.by_name.get(" ".join(name.words).lower())
        if entity is None or (entity.person and entity.gender):
            continue  # Mara is a person's first name, whatever stands beside it
        entity.sites += _is_site(sentence.tokens, name)
        if entity.person and (
            _is_the(sentence.tokens, name) or _is_it(sentence.tokens, name, entity)
        ):
            everybody.incorporate(entity)
        said = _kind_before(sentence.tokens, name.first, name.last)
        said = said or _kind_after(sentence.tokens, name.last)
        if said and not (entity.person and said & _OWNING):
            everybody.incorporate(entity, said)


def _is_the(tokens: Sequence[Token], name: Name) -> bool:
    """Say whether "the" stands right before a name of several words, as before no person's."""
    return len(name.words) > 1 and bool(name.first) and tokens[name.first - 1].lower == "the"


def _is_site(tokens: Sequence[Token], name: Name) -> bool:
    """Say whether "in N" stands there, or N opens a report as the place that it comes from."""
    if name.first and tokens[name.first - 1].lower in _LOCATIVE:
        return bare(tokens[name.last - 1].text) == tokens[name.last - 1].text
    if name.first:
        return False
    line = [token.text for token in tokens[name.last : name.last + 5]]
    dash = next((k for k, text in enumerate(line) if text in DASHES), None)
    return dash is not None and all(text in {",", "."} or text[0].isupper() for text in line[:dash])


def _is_it(tokens: Sequence[Token], name: Name, entity: Entity) -> bool:
    """Say whether "N, which" or "N said it" stands there, as of no person."""
    if entity.gender or name.title or name.last + 1 >= len(tokens):
        return False
    at = name.last
    if tokens[at].lower == ",":
        if tokens[at + 1].lower == "which":
            return True
        closing = (k + 1 for k in range(at + 1, min(len(tokens), at + 9)) if tokens[k].text == ",")
        at = next(closing, at)
    verb = FORMS.get(tokens[at].lower) if at < len(tokens) else None
    if verb is None or verb.sort != "say" or verb.form == "participle":
        return False
    said = [token.lower for token in tokens[at + 1 : at + 4] if token.lower != "that"]
    return said[:1] == ["its"] or (said[:1] == ["it"] and not _OF_ITSELF.isdisjoint(said[1:2]))


def _kind_before(tokens: Sequence[Token], first: int, last: int) -> frozenset[str]:
    """Read "the tenants group N" or "the developer, N,"."""
    at = first
    if (
        at > 2
        and tokens[at - 1].lower == ","
        and (last >= len(tokens) or tokens[last].lower in STOPS)
    ):
        noun = phrase_before(tokens, at - 1, max(0, at - 9))
        if noun is None or tokens[noun.first].lower != "the":
            return frozenset()
        words = [token.lower for token in tokens[noun.first : noun.last]]
        end = next((k for k, word in enumerate(words) if word in PREPOSITIONS), len(words))
        if end and words[end - 1] in _KINDS | _OWNING:
            return frozenset(words[1:end])
        return frozenset()
    if not at or tokens[at - 1].lower not in _KINDS or tokens[at - 1].capital:
        return frozenset()
    low = at - 1
    while (
        low
        and at - low < 4
        and tokens[low - 1].lower not in DETERMINERS
        and describes(tokens[low - 1])
    ):
        low -= 1
    kind = frozenset(token.lower for token in tokens[low:at])
    return kind if kind.isdisjoint(ROLES) else frozenset()  # secretary of state N


def _kind_after(tokens: Sequence[Token], last: int) -> frozenset[str]:
    """Read "N, a charity that …"."""
    if last + 2 >= len(tokens) or tokens[last].lower != ",":
        return frozenset()
    words = [token.lower for token in tokens[last + 1 : last + 7]]
    if words[0] not in ARTICLES:
        return frozenset()
    ends = next(
        (
            k
            for k, word in enumerate(words)
            if word in STOPS or word in PREPOSITIONS or word in BREAKS or word.endswith("ed")
        ),
        len(words),
    )
    if ends < 2 or tokens[last + ends].capital:
        return frozenset()  # N, a University of Amber professor
    if words[ends - 1] in _KINDS and _closes(tokens, last + 1):
        return frozenset(words[1:ends])
    return frozenset()


def _closes(tokens: Sequence[Token], at: int) -> bool:
    """Say whether an apposition ends before any verb, so that it is no clause's subject."""
    for token in tokens[at : at + _LONGEST]:
        if token.lower in STOPS or token.lower in {"that", "which", "who", "whose"}:
            return True
        if token.lower in AUXILIARY:
            return False
    return True
