"""The fixed vocabularies: every value with its label and one sentence of meaning."""

from __future__ import annotations

from typing import Self

from django.db import models


class Vocabulary(models.TextChoices):
    """Choices whose members also say, in one sentence, what they mean."""

    meaning: str

    def __new__(cls, value: str, meaning: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.meaning = meaning
        return member


class StakeholderKind(Vocabulary):
    """What kind of party it is that takes a position."""

    COMPANY = "company", "A business, listed or not.", "Company"
    DIVISION = "division", "A named part of a larger organisation.", "Division"
    INVESTORS = "investors", "Shareholders or funds that act together.", "Investors"
    ADVOCACY = "advocacy", "An organisation that campaigns for a cause.", "Advocacy group"
    COALITION = "coalition", "Organisations that speak jointly, for once or for long.", "Coalition"
    CAUCUS = "caucus", "Members of a legislature who act together.", "Caucus"
    LEGISLATURE = "legislature", "A body that makes law.", "Legislature"
    AGENCY = "agency", "A public office or authority, police included.", "Public agency"
    GOVERNMENT = "government", "A government, or a country that speaks as one.", "Government"
    MUNICIPALITY = "municipality", "A town, city, county or its council.", "Municipality"
    COURT = "court", "A court or tribunal.", "Court"
    PARTY = "party", "A political party.", "Political party"
    UNION = "union", "Organised employees.", "Trade union"
    TRADE = "trade", "Businesses or a profession that speak for their trade.", "Trade association"
    UNIVERSITY = "university", "A university, college or school.", "University"
    OUTLET = "outlet", "A publisher of news.", "News outlet"
    RESEARCH = "research", "A body or team that publishes findings.", "Research body"
    COLLECTIVE = "collective", "Several who are not named one by one.", "Unnamed collective"
    PERSON = "person", "One human being.", "Person"


class AliasKind(Vocabulary):
    """Why a stakeholder has another name."""

    SHORT = "short", "A shorter form in common use.", "Short form"
    FORMER = "former", "A name that it had before.", "Former name"
    MISPRINT = "misprint", "A form printed by mistake, kept so that it is found.", "Misprint"
    VARIANT = "variant", "Another way to write or describe the same name.", "Variant"


class AffiliationKind(Vocabulary):
    """How a member is tied to a group."""

    DIVISION_OF = "division_of", "Is a part of the other.", "division of"
    MEMBER_OF = "member_of", "Belongs to the other.", "member of"
    SIGNATORY_OF = "signatory_of", "Signed together with the others of the group.", "signatory of"
    WORKS_FOR = "works_for", "Is employed or holds an office there.", "works for"


class SourceKind(Vocabulary):
    """What kind of document a source is."""

    ARTICLE = "article", "A piece of journalism.", "Article"
    LETTER = "letter", "The text of a letter.", "Letter"
    BLOG_POST = "blog_post", "A post on the stakeholder's own site.", "Blog post"
    PRESS_RELEASE = "press_release", "A release issued to the press.", "Press release"
    FILING = "filing", "A document filed with an authority or a company.", "Filing"
    RECORDS = "records", "Documents released or obtained.", "Records"
    STUDY = "study", "A published piece of research.", "Study"
    SPEECH = "speech", "The text or recording of a speech.", "Speech"
    OTHER = "other", "A document of another kind.", "Other document"


class CaptureOrigin(Vocabulary):
    """How the text of a source came to us."""

    PASTE = "paste", "Pasted by an editor.", "Pasted"
    FILE = "file", "Taken from a file that an editor uploaded.", "File"


class StatementKind(Vocabulary):
    """In which form something was said, or not."""

    LETTER = "letter", "A letter to named addressees.", "Letter"
    OPEN_LETTER = "open_letter", "A letter meant for the public.", "Open letter"
    BLOG_POST = "blog_post", "A post on the speaker's own site.", "Blog post"
    PRESS_STATEMENT = "press_statement", "A statement given to the press.", "Press statement"
    EMAIL = "email", "An e-mail to a reporter.", "E-mail"
    RESOLUTION = "resolution", "A motion put to a vote.", "Resolution"
    GUIDELINES = "guidelines", "Principles proposed for oneself or for law.", "Guidelines"
    TESTIMONY = "testimony", "Words given to a legislature or a court.", "Testimony"
    INTERVIEW = "interview", "Answers to a reporter's questions.", "Interview"
    SPEECH = "speech", "Words spoken to an audience.", "Speech"
    SOCIAL_POST = "social_post", "A post on a social network.", "Social post"
    PUBLICATION = "publication", "Documents made public.", "Publication of documents"
    FINDING = "finding", "A result of research.", "Finding"
    REPORT = "report", "A report of the speaker's own, or words reported by others.", "Report"
    NO_REPLY = "no_reply", "Was asked, and gave no reply.", "Asked, no reply"

    @property
    def told_by_others(self) -> bool:
        """Whether it is known from another's account, so that its voices are no authors."""
        return self in (StatementKind.REPORT, StatementKind.NO_REPLY)


class WorkflowState(Vocabulary):
    """How far a statement is on its way to readers."""

    DRAFT = "draft", "Being written; only editors see it.", "Draft"
    IN_REVIEW = "in_review", "Waiting for an editor's decision.", "In review"
    PUBLISHED = "published", "Public, and counted in positions.", "Published"
    WITHDRAWN = "withdrawn", "Taken back by the editors; no longer counted.", "Withdrawn"


class CorrectionKind(Vocabulary):
    """What was done to a statement after readers had seen it."""

    CORRECTED = "corrected", "Something in it was put right.", "Corrected"
    WITHDRAWN = "withdrawn", "It was taken back.", "Withdrawn"
    RESTORED = "restored", "It was published again after it had been withdrawn.", "Published again"


class ChallengeState(Vocabulary):
    """What became of somebody's dispute of a statement or a judgement."""

    OPEN = "open", "It is being looked into.", "Being looked into"
    UPHELD = "upheld", "The one who disputed it was right.", "Upheld"
    UPHELD_IN_PART = (
        "upheld_in_part",
        "They were right in part; the outcome says in which.",
        "Upheld in part",
    )
    NOT_UPHELD = "not_upheld", "It was looked into, and stands.", "Not upheld"
    WITHDRAWN = "withdrawn", "They took it back.", "Withdrawn by the challenger"


class DateBasis(Vocabulary):
    """How a date is known."""

    PRINTED = "printed", "The date stands on the document itself.", "printed on the document"
    PUBLICATION = "publication", "The date is that of publication.", "date of publication"
    REPORTED = "reported", "Somebody else's account gives the date.", "reported"
    INFERRED = "inferred", "The editors worked the date out; the note says how.", "inferred"


class AttributionRole(Vocabulary):
    """What part somebody has in a statement."""

    AUTHOR = "author", "Wrote or made the statement.", "author"
    SIGNATORY = "signatory", "Signed it with others.", "signatory"
    SPOKESPERSON = "spokesperson", "Spoke for the one named beside.", "spokesperson"


class Capacity(Vocabulary):
    """For whom somebody speaks."""

    ORGANISATIONAL = "organisational", "Speaks as, or for, an organisation.", "for an organisation"
    PERSONAL = "personal", "Speaks for nobody but themselves.", "in a personal capacity"
    AFFILIATION_ONLY = (
        "affiliation_only",
        "Names an organisation to say who they are; speaks for themselves.",
        "affiliation for identification only",
    )


class QuotationKind(Vocabulary):
    """How closely a quotation keeps to the words."""

    VERBATIM = "verbatim", "Whole sentences or clauses, to the letter.", "Verbatim"
    FRAGMENT = "fragment", "A few words, to the letter, out of a sentence.", "Fragment"
    PARAPHRASE = "paraphrase", "The content in the editors' words.", "Paraphrase"


class QuotationCheck(Vocabulary):
    """What came of holding a quotation against its source's text."""

    NOT_CHECKED = "not_checked", "Not yet held against the source's text.", "Not checked"
    EXACT = "exact", "Stands in the source to the letter.", "Matches exactly"
    TYPOGRAPHY = (
        "typography",
        "Stands in the source but for marks, dashes or spaces.",
        "Matches but for typography",
    )
    NOT_FOUND = "not_found", "Does not stand in the text that was checked.", "Not found"


FOUND_IN_SOURCE = (QuotationCheck.EXACT, QuotationCheck.TYPOGRAPHY)
"""What came of the check of words that stand in their source."""


class ReplyKind(Vocabulary):
    """What one statement does to another."""

    ANSWERS = "answers", "Responds to the other.", "answers"
    SUPERSEDES = "supersedes", "Takes the place of the other.", "supersedes"
    CLARIFIES = "clarifies", "Says more exactly what the other meant.", "clarifies"
    RETRACTS = "retracts", "Takes the other back.", "retracts"
    REAFFIRMS = "reaffirms", "Says the same again.", "reaffirms"


class Directness(Vocabulary):
    """Whether the words say it or imply it."""

    EXPLICIT = "explicit", "The words say it.", "explicit"
    IMPLIED = "implied", "It follows from the words; the reason says how.", "implied"


class Grouping(Vocabulary):
    """What the rows of the matrix are grouped by."""

    KIND = "kind", "Organisations of a kind stand together.", "kind of organisation"


class Stance(Vocabulary):
    """Where a statement stands on a proposition."""

    STRONGLY_SUPPORTS = "strongly_supports", "Demands or champions it.", "strongly supports"
    SUPPORTS = "supports", "Is for it.", "supports"
    NEUTRAL = "neutral", "Says that it takes no side.", "neutral"
    MIXED = "mixed", "Is for it in part, or under a condition.", "mixed or conditional"
    UNCLEAR = "unclear", "Speaks of it, but the words do not settle a side.", "unclear"
    OPPOSES = "opposes", "Is against it.", "opposes"
    STRONGLY_OPPOSES = "strongly_opposes", "Demands that it end or not be.", "strongly opposes"

    @property
    def side(self) -> str:
        """The side on which shifts and conflicts turn: ``for``, ``against`` or the value itself."""
        if self in (Stance.STRONGLY_SUPPORTS, Stance.SUPPORTS):
            return "for"
        if self in (Stance.STRONGLY_OPPOSES, Stance.OPPOSES):
            return "against"
        return str(self.value)


# From against, through those on neither side, to for: the way in which a shift is said to go.
_ORDER = ("against", "neither", "for")


class Direction(Vocabulary):
    """Which way a shift went."""

    TOWARDS_SUPPORT = (
        "towards_support",
        "From against to any other side, or from mixed or neutral to for.",
        "towards support",
    )
    TOWARDS_OPPOSITION = (
        "towards_opposition",
        "From for to any other side, or from mixed or neutral to against.",
        "towards opposition",
    )
    ON_NEITHER_SIDE = (
        "on_neither_side",
        "Between mixed and neutral, neither of which is nearer to for or to against.",
        "between mixed and neutral",
    )

    @classmethod
    def of(cls, before: Stance, now: Stance) -> Direction:
        """The way from one clear stance to another on a different side."""
        came, went = (
            _ORDER.index(stance.side if stance.side in _ORDER else "neither")
            for stance in (before, now)
        )
        if came == went:
            return cls.ON_NEITHER_SIDE
        return cls.TOWARDS_SUPPORT if went > came else cls.TOWARDS_OPPOSITION


class Agreement(Vocabulary):
    """How those who are compared stand to each other on one proposition, as of a day."""

    AGREE = "agree", "All who have spoken, two at least, are for it, or all against.", "agree"
    DIFFER = "differ", "One at least is for it and one against.", "differ"
    UNSAID = (
        "unsaid",
        "Two at least have spoken, but mixed, neutral or unclear words stand between.",
        "cannot be said",
    )
    ONE_SPOKEN = "one_spoken", "Only one of them has spoken on it.", "only one has spoken"
    NONE_SPOKEN = "none_spoken", "None of them has spoken on it.", "none has spoken"


def stance_in_words(stance: Stance | None, directness: str | None = "") -> str:
    """A stance as every page, card, picture and feed prints it; None is silence.

    Of one judgement: "opposes", or "opposes, implied" where it only follows from the words. Without
    ``directness``, of many at once: "opposes".
    """
    if stance is None:
        return "asked, no reply"
    implied = directness == Directness.IMPLIED
    return f"{stance.label}, {Directness.IMPLIED.label}" if implied else str(stance.label)
