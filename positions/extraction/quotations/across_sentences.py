"""Stage 5, across sentences and paragraphs: continuations, chains, blocks and floating words."""

from collections.abc import Sequence

from positions.extraction.draft import Pattern
from positions.extraction.lexicon.words import DASHES
from positions.extraction.phrases.nouns import Noun
from positions.extraction.phrases.nouns_after import phrase_after
from positions.extraction.phrases.subjects import subject_before
from positions.extraction.quotations.attribution import HEADING, Attribution
from positions.extraction.quotations.cues import cues
from positions.extraction.quotations.in_sentence import (
    BESIDE_CUE,
    in_sentence,
    leading,
    subject_of,
)
from positions.extraction.quotations.reported import reported
from positions.extraction.quotations.silence import no_replies
from positions.extraction.quotations.transcripts import transcript
from positions.extraction.quotations.whole_texts import issuer, letters, statements
from positions.extraction.text.blocks import Paragraph
from positions.extraction.text.marks import STRAY, Marks
from positions.extraction.text.outline import Sentence

_SIGNING = DASHES | {"-"}
_SIGNATURE = 25  # tokens of a line that names who has said what stands above
_UNSIGNED = frozenset([Pattern.FLOATING, Pattern.UNATTRIBUTED])
_ISSUES = frozenset(["released", "issued", "made", "gave", "published", "releases", "issues"])
_RELATIVE = frozenset(["who", "whose", "which", "after", "when", "although", "though", "because"])
_NEXT = 3  # characters between a quotation and the sentence after it
_FULL = 5  # words of a quotation that nothing attributes; shorter ones are scare quotes


def _is_relative(given: Attribution) -> bool:
    """Say whether something is told of a speaker in passing: N, whose club wants a dam."""
    tokens, noun = given.sentence.tokens, given.noun
    if noun is None or given.cue is None:
        return False
    low = min(noun.first, given.cue.low)
    before = {token.lower for token in tokens[max(0, low - 1) : given.cue.first]}
    return not _RELATIVE.isdisjoint(before)


def _noun_at(sentence: Sentence, place: tuple[int, int]) -> Noun:
    """Give the tokens of a sentence that stand between two places in the text."""
    start, end = place
    inside = [start <= token.start < end for token in sentence.tokens]
    first = inside.index(True) if True in inside else 0
    return Noun(first, first + sum(inside))


def _issuing(sentence: Sentence) -> Noun | None:
    """Give who "released the following statement" in a sentence."""
    words = [token.lower for token in sentence.tokens]
    verb = next((at for at, word in enumerate(words) if at and word in _ISSUES), None)
    return subject_before(sentence.tokens, verb, 0).noun if verb is not None else None


class Flow:
    """Goes through a text once, sentence by sentence. Linear in its length."""

    def __init__(self, text: str, opaque: str, marks: Marks, blocks: Sequence[Paragraph]) -> None:
        self.text = text
        self.opaque = opaque
        self.marks = marks
        self.blocks = blocks
        self.transcript = transcript(text, blocks)
        self.letters = letters(text, blocks)
        self.statements = statements(text, blocks)
        written = [span for spans, _ in self.letters.values() for span in spans]
        written += [span for spans in self.statements.values() for span in spans]
        self.written = frozenset(start for start, _ in written)  # where their paragraphs begin
        self.found: list[Attribution] = []
        self.quoted: Attribution | None = None  # what the last quotation went into
        self.here: Attribution | None = None  # the last attribution of this paragraph
        self.pending: list[Attribution] = []  # quotations of this paragraph before any cue
        self.before: Attribution | None = None  # whose words a floating paragraph goes on with
        self.dropped: Attribution | None = None  # a few quoted words that a line below may sign
        self.floated = -1  # the paragraph whose words were last given to whom another names
        self.block = False  # that sentence ended in a colon

    def attributions(self, outline: Sequence[Sentence]) -> list[Attribution]:
        """Attribute a whole text."""
        paragraph = -1
        last: Sentence | None = None
        for sentence in outline:
            if not sentence.tokens:
                continue
            if sentence.paragraph != paragraph:
                self._end_paragraph(last)
                paragraph = sentence.paragraph
                if paragraph in self.transcript.turns:
                    self._turn(sentence)
                elif paragraph in self.letters:
                    self._letter(sentence)
                elif paragraph in self.statements:
                    self._statement(sentence)
            if not self._is_read(paragraph):
                self._sentence(sentence)
                last = sentence
        self._end_paragraph(last)
        return self.found

    def _turn(self, sentence: Sentence) -> None:
        place, spans = self.transcript.turns[sentence.paragraph]
        noun = _noun_at(sentence, place) if place[0] < place[1] else None
        given = Attribution(
            "direct", list(spans), Pattern.TRANSCRIPT, sentence, None, noun,
            aside=sentence.paragraph in self.transcript.aside,
        )  # fmt: skip
        self.found.append(given)

    def _is_read(self, paragraph: int) -> bool:
        """Say whether a paragraph is the words of a turn, a letter or a statement."""
        whole = paragraph in self.transcript.paragraphs or paragraph in self.letters
        return whole or self.blocks[paragraph].start in self.written

    def _letter(self, sentence: Sentence) -> None:
        spans, place = self.letters[sentence.paragraph]
        noun = _noun_at(sentence, place)
        self.found.append(Attribution("direct", list(spans), Pattern.LETTER, sentence, None, noun))

    def _statement(self, sentence: Sentence) -> None:
        block = self.blocks[sentence.paragraph]
        noun = _issuing(sentence) or leading(sentence.tokens)
        if (place := issuer(self.text[block.start : block.end])) is not None:
            noun = _noun_at(sentence, (block.start + place[0], block.start + place[1]))
        spans = list(self.statements[sentence.paragraph])
        self.found.append(Attribution("direct", spans, Pattern.STATEMENT, sentence, None, noun))

    def _signed(self, sentence: Sentence) -> None:
        """Give the quotation before it to whom a line with a dash names: — N, director."""
        tokens = sentence.tokens
        noun = phrase_after(tokens, 1) if tokens[0].lower in _SIGNING and len(tokens) > 2 else None
        given = self.pending[-1] if self.pending else self.found[-1] if self.found else None
        if self.dropped is not None and sentence.paragraph - self.dropped.sentence.paragraph == 1:
            given = self.dropped
        if noun is None or given is None or not tokens[1].capital or len(tokens) > _SIGNATURE:
            return
        floated = self.floated if given is self.here or given in self.found[-1:] else -1
        near = sentence.paragraph - max(given.sentence.paragraph, floated) <= 1
        if near and given.kind == "direct" and given.cue is None and given.pattern in _UNSIGNED:
            given.noun, given.sentence, given.pattern = noun, sentence, Pattern.SIGNED
            given.same, given.optional = None, False
            if given in self.pending or given is self.dropped:
                self.pending = [each for each in self.pending if each is not given]
                self.found.append(given)
            self.here = given

    def _sentence(self, sentence: Sentence) -> None:
        all_cues = cues(sentence.tokens)
        if not all_cues:
            self._signed(sentence)
        given = in_sentence(self.text, sentence, all_cues, self.marks.quotations)
        taken = frozenset(each.cue.first for each in given if each.cue)
        rest: list[Attribution] = []
        if not self.blocks[sentence.paragraph].heading:
            silent = no_replies(self.opaque, sentence)
            ranges = [each.spans[0] for each in silent]
            rest = [*silent, *reported(sentence, all_cues, taken, ranges)]
        bare = all(not token.text[0].isalnum() for token in sentence.tokens)
        for each in sorted([*given, *rest], key=lambda one: one.spans[0]):
            if self.blocks[sentence.paragraph].heading:
                each.warnings.append(HEADING)
            if each.kind in {"direct", "mixed"}:
                self._quotation(each, bare=bare)
            else:
                self._keep(each)

    def _keep(self, given: Attribution) -> None:
        self.found.append(given)
        before = self.here
        within = before is not None and before.sentence is given.sentence
        if not (within and given.kind == "indirect" and _is_relative(given)):
            self.here = given

    def _quotation(self, given: Attribution, *, bare: bool) -> None:
        chained = self._is_chained(given)
        if chained and self.quoted is not None:
            self.quoted.spans.extend(given.spans)
            if not given.optional and self.quoted.cue is None and self.quoted.noun is None:
                self.quoted.cue, self.quoted.noun = given.cue, given.noun
                self.quoted.sentence, self.quoted.pattern = given.sentence, given.pattern
                self.quoted.same, self.quoted.optional = None, False
            self.here = self.quoted
            return
        if not given.optional:
            if self.pending and self._is_apart(given):
                self._float_all()
            elif self.pending and given.pattern in BESIDE_CUE:
                given.spans[:0] = [span for each in self.pending for span in each.spans]
                self.pending.clear()
            self.quoted = given
            self._keep(given)
        elif not bare:
            self.quoted = None  # a title, or words that the text holds at arm's length
        elif self.here is not None and self.here.kind == "direct":
            self.here.spans.extend(given.spans)
            self.here.warnings.extend(given.warnings)
            self.quoted = self.here
        elif self.here is not None and self.here.kind != "no_reply":
            given.same, given.pattern, given.optional = self.here, Pattern.CONTINUATION, False
            self.quoted = given
            self._keep(given)
        elif self.pending:
            self.pending[0].spans.extend(given.spans)
            self.quoted = self.pending[0]
        else:
            self.pending.append(given)
            self.quoted = given

    def _is_apart(self, given: Attribution) -> bool:
        """Say whether other sentences stand between the words without a cue and these."""
        return given.sentence.start - self.pending[-1].spans[-1][1] > _NEXT

    def _float_all(self) -> None:
        """Give the quotations of a paragraph without a cue to whoever spoke before it."""
        for given in self.pending:
            self._float(given)
        self.pending = []

    def _is_chained(self, given: Attribution) -> bool:
        return any(
            token.quotation >= 0 and self.marks.quotations[token.quotation].chained
            and self.marks.quotations[token.quotation].start == given.spans[0][0]
            for token in given.sentence.tokens[:1]
        )  # fmt: skip

    def _end_paragraph(self, last: Sentence | None) -> None:
        """Float what has no cue, and say whose words the next paragraph may go on with."""
        self._float_all()
        if last is None:
            return
        self.block = last.tokens[-1].lower == ":"
        if self.here is not None and self.here.sentence is last and not self.block:
            self.before = self.here
        elif (
            self.here is not None and self.found and self.found[-1] is self.here and not self.block
        ):
            self.before = self.here if self.here.spans[-1][1] >= last.start else self._subject(last)
        else:
            self.before = self._subject(last)
        self.here = None

    def _subject(self, last: Sentence) -> Attribution | None:
        """Make of a sentence's subject somebody whose words the next paragraph may give."""
        if self.blocks[last.paragraph].heading:
            return None
        noun = (
            subject_of(last.tokens, cues(last.tokens), None) if self.block else leading(last.tokens)
        )
        if noun is None or last.tokens[noun.first].lower in {"it", "they"}:
            return None
        return Attribution(
            "direct", [], Pattern.BLOCK if self.block else Pattern.FLOATING, last, None, noun
        )

    def _float(self, given: Attribution) -> None:
        before = self.before
        words = sum(len(self.text[start:end].split()) for start, end in given.spans)
        own = given.sentence.paragraph
        if before is None or own - max(before.sentence.paragraph, self.floated) > 1:
            given.pattern = Pattern.UNATTRIBUTED
            if words < _FULL:
                self.dropped = given
                return
        elif before.spans:
            given.same, given.pattern, given.optional = before, Pattern.FLOATING, False
        else:
            given.noun, given.sentence = before.noun, before.sentence
            given.pattern, given.optional = before.pattern, False
        if given.pattern is not Pattern.UNATTRIBUTED:
            self.floated = own
        if given.sentence.paragraph in self.marks.stray:
            given.warnings.append(STRAY)
        self.found.append(given)
        self.here = given
