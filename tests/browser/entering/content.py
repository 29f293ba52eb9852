"""What is to be entered: two articles, retold for this with the words that the fixtures hold."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a statement says on a proposition; ``number`` is that of the words that carry it."""

    proposition: str
    stance: str
    number: int = 1
    directness: str = "explicit"


@dataclass(frozen=True, slots=True)
class Said:
    """One act of saying, as it is to stand in the tracker. ``date`` is what is typed for it."""

    voice: str
    title: str
    kind: str
    date: str
    edtf: str
    basis: str
    words: tuple[tuple[str, str], ...]  # (kind of quotation, words)
    judgements: tuple[Judgement, ...] = ()
    on_behalf_of: str = ""
    asked_about: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A text with what is known of it and everything that is said in it."""

    file: str
    address: str
    published: str
    statements: tuple[Said, ...]

    @property
    def text(self) -> str:
        return (HERE / self.file).read_text("utf-8")

    @property
    def title(self) -> str:
        return self.text.partition("\n")[0]

    def between(self, begin: str, end: str) -> str:
        """The words of the text from where ``begin`` stands to the end of ``end``."""
        start = self.text.index(begin)
        return self.text[start : self.text.index(end, start) + len(end)]


SHAREHOLDERS = Article("shareholders.txt", "https://example.org/investors", "2018-06-18", ())
GUIDELINES = Article("guidelines.txt", "https://example.org/guidelines", "2019-02-07", ())


def _words(article: Article, *ends: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """Whole sentences of the article, each from its first words to its last."""
    return tuple(("verbatim", article.between(begin, end)) for begin, end in ends)


AMAZON, ACLU, INVESTORS = "Amazon", "American Civil Liberties Union", "Amazon shareholders"
ORLANDO, CAUCUS, COUNSEL = "Orlando", "Congressional Black Caucus", "Neema Singh Guliani"
RIGHTS = "Police use threatens civil rights"
SALES = "Sales to government should end"

ARTICLES = (
    replace(
        SHAREHOLDERS,
        statements=(
            Said(
                INVESTORS,
                "Amazon shareholders, letter, June 2018",
                "letter",
                *("Friday", "2018-06-15", "reported"),
                _words(SHAREHOLDERS, ("While", "human rights,"), ("We are con", "regimes.")),
                (Judgement(RIGHTS, "supports"),),
            ),
            Said(
                ACLU,
                "ACLU, letter, June 2018",
                "letter",
                *("Monday", "2018-06-18", "reported"),
                (("paraphrase", "The company should provide no such system to the government"),),
                (Judgement(SALES, "strongly_supports"),),
            ),
            Said(
                ORLANDO,
                "Orlando on tracking faces",
                "report",
                *("2018-05", "2018-05", "reported"),
                (("paraphrase", "It tracked nobody's face in real time"),),
            ),
            Said(
                AMAZON,
                "Amazon, e-mail, May 2018",
                "email",
                *("last month", "2018-05", "reported"),
                (
                    ("fragment", "be responsible"),
                    *_words(
                        SHAREHOLDERS,
                        ("When we", "services,"),
                        ("Amazon Rek", "uploaded by the customer."),
                    ),
                ),
                (Judgement("Customers should answer for misuse, not vendors", "supports", 2),),
            ),
            Said(
                AMAZON,
                "Amazon, no reply, June 2018",
                "no_reply",
                *("2018-06-18", "2018-06-18", "publication"),
                (("paraphrase", f"D{SHAREHOLDERS.between('id not immediately', 'the letters')}"),),
                asked_about=SALES,
            ),
        ),
    ),
    replace(
        GUIDELINES,
        statements=(
            Said(
                AMAZON,
                "Amazon, blog post, February 2019",
                "blog_post",
                *("2019-02-07", "2019-02-07", "publication"),
                _words(
                    GUIDELINES,
                    ("In the two", "enforcement,"),
                    ("Even with", "discriminate."),
                    ("New technology", "misuse,"),
                    ("Instead", "enhanced."),
                    ("We support", "recognition technology,"),
                ),
                (
                    Judgement("Possible misuse is no reason to ban new technology", "supports", 3),
                    Judgement("National legislation is needed", "supports", 5),
                ),
            ),
            Said(
                INVESTORS,
                "Amazon shareholders, resolution, January 2019",
                "resolution",
                *("last month", "2019-01", "reported"),
                _words(GUIDELINES, ("the technology does", "human rights.")),
                (
                    Judgement(
                        "More government sales should wait for the board", "strongly_supports"
                    ),
                ),
            ),
            Said(
                COUNSEL,
                "ACLU, press statement, February 2019",
                "press_statement",
                *("Thursday", "2019-02-07", "reported"),
                (
                    ("fragment", "weak"),
                    ("fragment", "hollow"),
                    *_words(GUIDELINES, ("Amazon says that face", "at all,")),
                    ("fragment", GUIDELINES.between("does nothing", "of color.")),
                    *_words(GUIDELINES, ("Amazon’s framework", "altogether,")),
                ),
                (
                    Judgement("A 99% threshold and human review suffice", "opposes", 4),
                    Judgement(SALES, "strongly_supports", 5, "implied"),
                ),
                on_behalf_of=ACLU,
            ),
            Said(
                CAUCUS,
                "Congressional Black Caucus, letter, 2018",
                "letter",
                *("last year", "2018", "reported"),
                _words(GUIDELINES, ("We are troubled", "protesters.")),
                (Judgement(RIGHTS, "supports", 1, "implied"),),
            ),
        ),
    ),
)
