"""Stage 10 reads the dates beside an attribution, no more exactly than printed."""

import pytest

from positions.extraction import extract
from positions.extraction.dating.expressions import Expressions, published_date
from tests.extraction.reading import only


@pytest.mark.parametrize(
    ("printed", "edtf"),
    [
        ("on Wednesday", "2024-05-08"),  # a Wednesday: today
        ("on Friday", "2024-05-03"),
        ("last Wednesday", "2024-05-01"),
        ("yesterday", "2024-05-07"),
        ("this morning", "2024-05-08"),
        ("last night", "2024-05-07"),
        ("last week", "2024-04-29/2024-05-05"),
        ("earlier this week", "2024-05-06/2024-05-08"),
        ("last month", "2024-04"),
        ("last year", "2023"),
        ("last summer", "2023-22"),
        ("this spring", "2024-21"),
        ("over a year ago", "../2023-05-08"),
        ("on the 5th", "2024-05-05"),
        ("on 3 and 4 May", "2024-05-03/2024-05-04"),
        ("two weeks ago", "2024-04-22/2024-04-28"),
        ("three months ago", "2024-02"),
        ("in March", "2024-03"),
        ("in June", "2023-06"),
        ("in March 2022", "2022-03"),
        ("on 3 May", "2024-05-03"),
        ("on May 3, 2023", "2023-05-03"),
        ("on Dec. 3", "2023-12-03"),
        ("in 2019", "2019"),
        ("on 2024-04-01", "2024-04-01"),
        ("on 31 February", ""),
    ],
)
def test_an_expression_is_as_exact_as_it_is_printed(printed: str, edtf: str) -> None:
    text = f"She left {printed} for good"
    found = Expressions(text, published_date("2024-05-08")).between(0, len(text))
    assert [each.edtf for each in found] == [edtf]


def test_words_that_end_at_a_place_are_before_it() -> None:
    text = "on Monday, on Tuesday"
    found = Expressions(text, published_date("2024-05-08"))
    assert [each.text for each in found.between(0, len("on Monday"))] == ["on Monday"]
    assert [each.text for each in found.between(3, len(text))] == ["on Tuesday"]


@pytest.mark.parametrize(
    ("published", "edtf"),
    [
        ("2024-05-08", "2024-05-08"),
        (" 2024-05 ", "2024-05"),
        ("2024", "2024"),
        ("2024-05-08T10:00:00Z", "2024-05-08"),
        ("2024-05~", "2024-05~"),
        *((text, None) for text in ("", "soon", "2024-13", "2024-05-32", "2024-21", "2024/2025")),
    ],
)
def test_an_article_is_of_a_day_a_month_or_a_year(published: str, edtf: str | None) -> None:
    known = published_date(published)
    assert (known and known.edtf) == edtf


def test_an_article_known_to_the_month_says_in_which_month_last_month_was() -> None:
    text = "last month, on Monday"
    found = Expressions(text, published_date("2024-05")).between(0, len(text))
    assert [(each.text, each.edtf) for each in found] == [("last month", "2024-04")]


@pytest.mark.parametrize("printed", ["since Monday", "by Monday", "before May", "next week"])
def test_when_something_began_or_ends_is_not_when_it_was_said(printed: str) -> None:
    assert Expressions(f"{printed} it", published_date("2024-05-08")).between(0, 99) == []


@pytest.mark.parametrize("printed", ["on 03/04/2024", "the previous week", "on 31 February"])
def test_what_does_not_say_which_time_it_means_is_asked(printed: str) -> None:
    draft = only(f"“It leaks,” Mara Vell told the council {printed}.")
    assert (draft.date.text, draft.date.edtf, draft.date.basis) == (printed, "", "clause")
    assert draft.warnings == (f"it is not clear when “{printed}” was",)


def test_without_the_article_s_day_only_whole_dates_are_known() -> None:
    text = "on Monday, on May 3, 2023 and last month"
    found = Expressions(text, None).between(0, len(text))
    assert [each.edtf for each in found] == ["2023-05-03"]


def test_the_clause_with_the_cue_gives_the_date() -> None:
    date = only("“It leaks,” Mara Vell told the council on Monday.").date
    assert (date.text, date.edtf, date.basis) == ("on Monday", "2024-05-06", "clause")


def test_the_day_after_an_object_is_the_statement_s_not_part_of_what_was_said() -> None:
    draft = only("Mara Vell defended the weir on Tuesday at a hearing.")
    assert (draft.passages[0].exact, draft.date.edtf) == ("the weir", "2024-05-07")


def test_a_date_inside_the_quoted_words_is_not_the_statement_s() -> None:
    date = only("“It broke on Monday and in 2019,” Mara Vell said.").date
    assert (date.text, date.edtf, date.basis) == ("", "2024-05-08", "article")


def test_a_date_about_the_speaker_s_life_is_not_the_statement_s() -> None:
    date = only("“It leaks,” said Mara Vell, who bought the mill in 2017.").date
    assert date.basis == "article"


def test_the_day_of_the_letter_is_that_of_what_it_says() -> None:
    text = "In a letter sent on Friday, the board warned of floods.\n\n“It leaks,” the board wrote."
    assert [draft.date.edtf for draft in extract(text, "2024-05-08")] == ["2024-05-03"] * 2


@pytest.mark.parametrize(
    ("text", "printed", "edtf"),
    [
        ("In an email statement given to us last month, the Tarn Board said that it was dry.",
         "last month", "2024-04"),
        ("The Tarn Board raised doubts in a letter to Mara Vell last year, writing, “It leaks.”",
         "last year", "2023"),
        ("Some anglers last year criticised the weir, pointing out that it leaked.",
         "last year", "2023"),
        ("Some anglers last month filed a motion to wait until they could say that “it is dry.”",
         "last month", "2024-04"),
        ("The weir broke in March. At the time, the Tarn Board said that it was dry.",
         "At the time", "2024-03"),
        ("The Tarn Board previously has answered by insisting that it was dry.",
         "previously", "../2024-05-08"),
        ("The Board previously answered by insisting it was dry, a point made in a post Monday.",
         "previously", "../2024-05-08"),
        ("The Tarn Board has been saying for long that it was dry.", "", "../2024-05-08"),
        ("In a report on the flood in March, the Tarn Board said that it was dry.",
         "", "2024-05-08"),
        ("“It leaks,” said Mara Vell, who in a letter to the board last month had been polite.",
         "", "2024-05-08"),
    ],
)  # fmt: skip
def test_a_month_or_a_year_dates_what_was_said_where_it_stands_with_the_form_or_the_verb(
    text: str, printed: str, edtf: str
) -> None:
    [date] = {each.date for each in extract(text, "2024-05-08")}
    assert (date.text, date.edtf) == (printed, edtf)


def test_a_spokesperson_goes_on_in_the_statement_that_the_organisation_made() -> None:
    text = (
        "In an email sent to us last month, Amber said that it was dry. “We checked it,” an "
        "Amber Water Services spokesperson said."
    )
    assert [draft.date.edtf for draft in extract(text, "2024-05-08")] == ["2024-04"] * 2


def test_a_publication_known_to_the_month_stays_a_month_and_nonsense_is_no_date() -> None:
    text = "“It leaks,” Mara Vell said on Monday."
    assert only(text, published="2024-05").date.edtf == "2024-05"
    assert only(text, published="soon").date.edtf == ""


def test_without_any_date_the_basis_is_unknown() -> None:
    assert only("“It leaks,” Mara Vell said.", published="").date.basis == "unknown"


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Mr Brae, who resigned last year over it, said: “Butt out.”", "2024-05-08"),
        ("Odd Brae, who on Monday backed the dam, said Tuesday he was glad.", "2024-05-07"),
        ("After last Friday's flood, Odd Brae said: “Never again.”", "2024-05-08"),
        ("In Monday's interview, Odd Brae said: “Never again.”", "2024-05-06"),
    ],
)
def test_a_time_of_something_else_does_not_date_the_words(text: str, edtf: str) -> None:
    assert extract(text, "2024-05-08")[-1].date.edtf == edtf


@pytest.mark.parametrize(
    "line",
    [
        "Published: May 2, 2024",
        "Thursday, 2 May, 2024, 12:06 GMT",
        "Published: 2024/05/02 12:06:55 GMT",
        "Posted on 2 May 2024 at 10:14 a.m. ET",
    ],
)
def test_a_line_that_says_when_a_text_was_published_is_its_day(line: str) -> None:
    draft = only(f"{line}\n\nThe Tarn Board said on Tuesday that the weir leaks.")
    assert (draft.date.edtf, draft.speaker.name) == ("2024-04-30", "Tarn Board")
