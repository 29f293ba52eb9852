"""What the tests of the extraction ask of a text, in few words."""

from positions.extraction import Draft, extract, joined
from positions.extraction.text.blocks import paragraphs
from positions.extraction.text.clean import clean
from positions.extraction.text.marks import Marks, quotations

DAY = "2024-05-08"
"""When the articles were published."""


def marks(text: str) -> Marks:
    """The quotations of a text."""
    cleaned = clean(text)
    return quotations(cleaned.text, paragraphs(cleaned))


def quoted(text: str) -> list[str]:
    """The words between the marks of a text."""
    return [text[each.start : each.end] for each in marks(text).quotations]


def only(text: str, published: str = DAY) -> Draft:
    """The one draft of a text."""
    [draft] = extract(text, published)
    return draft


def words(draft: Draft) -> list[str]:
    """The words that a draft selects."""
    return [passage.exact for passage in draft.passages]


def told(text: str, published: str = DAY) -> list[tuple[str, str, str]]:
    """Kind, speaker and first words of each draft of a text."""
    return [
        (draft.kind, draft.speaker.name, draft.passages[0].exact)
        for draft in extract(text, published)
    ]


def acts(text: str) -> list[tuple[str, str, int]]:
    """Speaker, organisation and number of passages of each act of saying that is likely wanted."""
    return [
        (each.speaker.name, each.speaker.organisation, len(each.passages))
        for each in joined(extract(text, DAY))
        if each.likely
    ]
