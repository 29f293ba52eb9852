"""Stage 8: the speaker of a mention once it is understood: a name, an entity, several, another."""

from positions.extraction.draft import Candidate, How, Speaker, Words
from positions.extraction.people.entity import Entity
from positions.extraction.people.mentions import Mention
from positions.extraction.people.persons import is_people


def made(
    mention: Mention,
    name: str,
    how: How,
    role: str = "",
    organisation: str = "",
    candidates: tuple[Candidate, ...] = (),
) -> Speaker:
    """Give a mention as a speaker of that name; not understood if it has none and somebody may."""
    words = Words(mention.start, mention.end, mention.text)
    how = how if name or how is How.UNNAMED else How.UNKNOWN
    return Speaker(words, name, how, candidates, role, organisation)


def as_entity(mention: Mention, entity: Entity, how: How) -> Speaker:
    """Give a mention as somebody whom the text names; people in general count for no body."""
    if entity.person:
        return made(mention, entity.name, how, entity.role, entity.organisation)
    people = entity.gender == "plural" or is_people(entity.name)
    return made(mention, entity.name, how, "", "" if people else entity.name)


def as_speaker(mention: Mention, speaker: Speaker) -> Speaker:
    """Give a mention as who has spoken before, with a name or without one."""
    how = How.UNNAMED if speaker.how is How.UNNAMED else How.PRONOUN
    return made(mention, speaker.name, how, speaker.role, speaker.organisation)


def several(mention: Mention) -> Speaker:
    """Give all of several as one speaker, each by the full name: N and M."""
    together = " and ".join(each.name for each in mention.candidates)
    bodies = together if not any(each.person for each in mention.candidates) else ""
    held = {each.organisation for each in mention.candidates}
    common = held.pop() if len(held) == 1 and not bodies else bodies
    return made(mention, together, How.HEAD_NOUN, "", common)
