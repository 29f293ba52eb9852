"""The stages in order: from a pasted text to drafts."""

from collections.abc import Mapping, Sequence

from positions.extraction.dating.expressions import (
    Expressions,
    dateline_date,
    line_date,
    published_date,
)
from positions.extraction.dating.occasion import Days
from positions.extraction.draft import Draft
from positions.extraction.drafts.acts import with_acts
from positions.extraction.drafts.drafting import draft
from positions.extraction.people.gathering import cast
from positions.extraction.quotations.across_sentences import Flow
from positions.extraction.speakers.link import Known
from positions.extraction.speakers.naming import speakers
from positions.extraction.text.blocks import Paragraph, paragraphs, sentences
from positions.extraction.text.clean import clean
from positions.extraction.text.marks import Marks, quotations
from positions.extraction.text.outline import Sentence, masked, tokens

_HEAD = 2000  # characters in which a line may give the day of the text


def extract(
    text: str, published: str = "", known: Mapping[str, Sequence[str]] | Known | None = None
) -> list[Draft]:
    """Propose the statements of an article, in the order of the text.

    `published` is the article's day (YYYY-MM-DD), or its month or year; `known` gives the names
    that are in use already, each with its aliases. Linear in the length of the text; never raises
    on any text.
    """
    cleaned = clean(text)
    blocks = paragraphs(cleaned)
    marks = quotations(cleaned.text, blocks)
    opaque = masked(cleaned.text, marks.quotations)
    outline = _outline(opaque, cleaned.text, blocks, marks)
    given = Flow(cleaned.text, opaque, marks, blocks).attributions(outline)
    index = known if isinstance(known, Known) else Known.of(known or {})
    headings = frozenset(at for at, each in enumerate(blocks) if each.heading)
    everybody = cast(outline, headings)
    body = [each for each in outline if each.paragraph not in headings]
    named = speakers(text, given, everybody, body, index)
    own = dateline_date(cleaned.dateline) or line_date(cleaned.text[:_HEAD].split("\n"))
    printed = published_date(published)
    day = own or printed
    # A day that the text itself gives is told apart where it is not that of the publication.
    basis = "dateline" if own and own != printed else "article"
    days = Days(day.edtf if day else "", Expressions(opaque, day), basis)
    return with_acts([draft(text, opaque, each, speaker, days) for each, speaker in named])


def _outline(opaque: str, text: str, blocks: Sequence[Paragraph], marks: Marks) -> list[Sentence]:
    numbers = {each.opened: index for index, each in enumerate(marks.quotations)}
    ranges: list[list[tuple[int, int]]] = [[] for _ in blocks]
    for each in marks.quotations:
        ranges[each.paragraph].append((each.opened, each.closed))
    return [
        Sentence(tokens(opaque, start, end, numbers), index, start, end)
        for index, paragraph in enumerate(blocks)
        for start, end in sentences(text, paragraph, ranges[index])
    ]
