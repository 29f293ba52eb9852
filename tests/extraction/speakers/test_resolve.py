"""Stage 8 finds whom a mention means, and says so when nothing tells."""

import pytest

from positions.extraction import extract, joined
from tests.extraction.reading import DAY, only, told, words


def speakers(text: str) -> list[str]:
    return [draft.speaker.name for draft in extract(text, "2024-05-08")]


def test_she_is_the_woman_of_whom_the_sentence_before_spoke() -> None:
    text = (
        "“It leaks,” said Mara Vell.\n\nOdile Brae, who runs the mill, disagrees. “It does not,” "
        "she said."
    )
    assert speakers(text)[-1] == "Odile Brae"


def test_he_is_not_a_woman() -> None:
    text = "Thomas Brae met Mary Vell. “It leaks,” he said."
    assert speakers(text) == ["Thomas Brae"]


def test_a_surname_shared_by_two_is_unknown_with_both_as_candidates() -> None:
    text = "Mara Vell and Odile Vell met. “It leaks,” Vell said."
    speaker = only(text).speaker
    assert (speaker.name, speaker.how) == ("", "unknown")
    assert {each.name for each in speaker.candidates} == {"Mara Vell", "Odile Vell"}


def test_a_shared_surname_with_a_first_name_is_that_person() -> None:
    text = "Mara Vell and Odile Vell met. “It leaks,” Odile Vell said."
    assert speakers(text) == ["Odile Vell"]


def test_a_name_that_only_the_heading_gives_in_full_is_used() -> None:
    text = "Mara Vell defends the weir\n\n“It is safe,” Vell said."
    assert speakers(text) == ["Mara Vell"]


def test_it_and_the_company_are_the_organisation_last_named() -> None:
    text = (
        "Tarn Works Ltd said the weir was safe. “We checked,” the company said. “Twice,” it said."
    )
    assert set(speakers(text)) == {"Tarn Works Ltd"}


def test_a_head_noun_is_the_group_first_named_in_full() -> None:
    text = "Nearly 19 groups of Tarn shareholders met. “It leaks,” the shareholders wrote."
    assert told(text) == [("direct", "Nearly 19 groups of Tarn shareholders", "It leaks,")]


def test_a_document_speaks_for_its_issuer() -> None:
    text = "Tarn Works Ltd put a post on its site. “It leaks,” the post reads."
    speaker = only(text).speaker
    assert (speaker.name, speaker.how) == ("Tarn Works Ltd", "document")


def test_an_unnamed_spokesperson_speaks_as_the_organisation() -> None:
    speaker = only("“It leaks,” a Tarn Board spokesperson said.").speaker
    assert (speaker.name, speaker.how, speaker.role, speaker.organisation) == (
        "Tarn Board", "unnamed", "spokesperson", "Tarn Board",
    )  # fmt: skip


def test_a_sentence_that_breaks_off_after_it_is_read() -> None:
    assert speakers("The company, Tarn Rowing, stressed that it") == ["Tarn Rowing"]


def test_a_pronoun_that_nothing_precedes_is_unknown() -> None:
    assert only("“It leaks,” she said.").speaker.how == "unknown"


def test_its_director_is_of_the_organisation_that_the_sentence_before_is_about() -> None:
    text = "The bus company is pleased. “It rolls,” said its director, Mara Vell."
    speaker = only(text).speaker
    assert (speaker.role, speaker.organisation) == ("director", "bus company")


def test_the_undersigned_are_those_of_whom_the_text_has_just_told() -> None:
    drafts = extract(
        "Some 19 groups of anglers expressed reservations over the weir, Amber News and TV Tarn "
        "report.\n\nIn a letter to Mara Vell, the undersigned warn against floods."
    )
    assert [each.speaker.name for each in drafts] == ["Some 19 groups of anglers"] * 2
    assert words(drafts[0]) == ["the weir"]


def test_all_of_a_list_speak() -> None:
    draft = only("Young anglers, canoe clubs and river wardens met at the weir last year, "
                 "pointing out that it leaked.")  # fmt: skip
    assert draft.speaker.name == "Young anglers, canoe clubs and river wardens"


def test_she_is_who_says_it_not_of_whom_it_is_said() -> None:
    text = (
        "“It leaks,” Mara Vell said.\n\nMs Vell is right, says Hannah Brae, who built it. "
        "“It does,” she says."
    )
    assert speakers(text)[-1] == "Hannah Brae"


def test_an_occupation_before_a_first_name_is_not_part_of_it() -> None:
    text = "Neurologist Hannah Brae was cross. “It leaks,” she said."
    assert speakers(text) == ["Hannah Brae"]


def test_an_official_there_is_of_the_organisation_before() -> None:
    text = "The Ministry of Rain said it would act. “It leaks,” an official there said."
    speaker = extract(text, "2024-05-08")[-1].speaker
    assert (speaker.name, speaker.organisation) == ("", "Ministry of Rain")


def test_the_manufacturer_is_the_only_maker_named_before() -> None:
    text = "The buses were built by Torrance. “They are safe,” the manufacturer said."
    assert speakers(text) == ["Torrance"]


def test_the_holder_of_an_office_is_who_is_named_beside_it() -> None:
    text = "The Rain Commissioner, Hannah Brae, wrote to the board. “It leaks,” she wrote."
    assert speakers(text)[-1] == "Hannah Brae"


def test_a_title_after_a_role_is_not_part_of_the_name() -> None:
    text = "Rain Commissioner Sir Thomas Brae was cross. “It leaks,” he said."
    assert speakers(text) == ["Thomas Brae"]


def test_it_is_the_organisation_that_the_same_sentence_is_about() -> None:
    text = "The Tarn Board blames the Rain Office. The QBX was “deeply concerned”, it said."
    assert speakers(text)[-1] == "QBX"


def test_a_former_rower_beside_a_role_is_who_is_meant() -> None:
    text = (
        "Vell’s coach, the former rower Thomas Brae, was cross. “It leaks,” he said.\n\n“It does "
        "not,” said Mary Vell."
    )
    assert speakers(text) == ["Thomas Brae", "Mary Vell"]


def test_who_goes_on_is_who_spoke_while_nobody_else_was_named() -> None:
    text = (
        "Mayor Bill Lund closed it.\n\n“Open it,” Odd Brae told Radio Tarn.\n\n“Use your head,” "
        "he went on.\n\nIt was a “good thing,” he remarked."
    )
    assert [name for _, name, _ in told(text)] == ["Odd Brae"] * 3


def test_a_pronoun_in_the_sentence_of_a_speaker_is_that_speaker() -> None:
    text = (
        "Odd Brae met Mr Vell. He said it was “tough”. Earlier, Mr Vell said he had not seen “a "
        "step” – though he acknowledged that it was winter."
    )
    assert [name for _, name, _ in told(text)] == ["Odd Brae", "Vell", "Vell"]


def test_the_second_verb_of_a_sentence_goes_with_its_subject_not_with_whom_it_tells_of() -> None:
    text = "Mr Brae acknowledged some people believed him weak, but said the farmers needed help."
    assert [name for _, name, _ in told(text)] == ["Brae", "Brae"]


def test_the_select_committee_is_the_one_that_was_named_in_full() -> None:
    text = (
        "The Commons rivers select committee called it “indefensible”. Others left. The select "
        "committee found that it was “too keen”."
    )
    assert {name for _, name, _ in told(text)} == {"Commons rivers select committee"}


def test_a_kind_of_scheme_is_no_body() -> None:
    text = "A failed government scheme has gone. But the government said it had “helped”."
    assert told(text) == [("mixed", "government", "helped")]


def test_whoever_is_first_called_by_an_office_is_who_is_named_next() -> None:
    text = (
        "The deputy head of Amber's delegation said the others should leave.\n\n“It is time,” "
        "Rear Admiral Odd Brae told reporters."
    )
    assert [name for _, name, _ in told(text)] == ["Odd Brae", "Odd Brae"]


@pytest.mark.parametrize("matter", ["fate was not clear", "plan was dead", "letter had come"])
def test_she_is_whose_matter_the_sentence_before_told_of(matter: str) -> None:
    text = f"Ola Lind met Mara Vell. Vell’s {matter}. “It leaks,” she said."
    assert only(text).speaker.name == "Mara Vell"


def test_a_surname_of_two_means_of_whom_the_text_mainly_tells() -> None:
    text = (
        "Hillary Brae opened it. She was with her rival Odd Lund. Hillary Brae has a dam.\n\n"
        "Bill Brae was a mayor.\n\nThe town was glad, and the weir was too, although the rain had "
        "come early and the fair was not to be held before the summer, which nobody in the valley "
        "had expected, and the anglers least of all.\n\nBrae said it was “grand”."
    )
    assert told(text)[-1] == ("mixed", "Hillary Brae", "grand")


def test_a_surname_of_two_is_not_told_where_the_other_was_named_just_before() -> None:
    text = (
        "Hillary Brae opened it. Hillary Brae has a dam. Bill Brae came. Brae said it was “grand”."
    )
    [draft] = extract(text)
    assert draft.speaker.name == ""
    assert {each.name for each in draft.speaker.candidates} == {"Hillary Brae", "Bill Brae"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“You need to act,” Representative Mara Vell, Republican of Amber, said.", "Mara Vell"),
        ("“You need to act,” Mara Vell, R-Tarn., told us.", "Mara Vell"),
        ("“You need to act,” Ms. Vell said by telephone.", "Vell"),
        ("Odd Brae left.\n\nContinued Brae: “It is real, I think.”", "Odd Brae"),
        ("“It is wet,” Odd Brae said. “It is cold,” the 45-year-old said.", "Odd Brae"),
    ],
)
def test_who_is_named_with_party_or_before_a_colon_or_by_age(text: str, name: str) -> None:
    assert extract(text)[-1].speaker.name == name


def test_a_lead_describes_whom_the_text_names_next() -> None:
    text = (
        "A federal judge said the weir was “a trap”.\n\n"
        "Judge Mara Vell of Amber ruled on it. “It catches trout,” Judge Vell said."
    )
    assert {each.speaker.name for each in extract(text, DAY)} == {"Mara Vell"}


def test_a_report_of_a_lead_is_the_body_that_is_named_next() -> None:
    text = (
        "The river is too low for trout, according to a report.\n\n"
        "The Tarn Rivers Institute says that the weir has to go."
    )
    assert {each.speaker.name for each in extract(text, DAY)} == {"Tarn Rivers Institute"}


def test_a_denial_that_follows_a_lead_is_not_the_word_of_its_report() -> None:
    text = (
        "The river is too low for trout, according to a new book.\n\n"
        "“Nonsense,” Mara Vell said on Monday."
    )
    assert [each.speaker.name for each in extract(text, DAY)] == ["new book", "Mara Vell"]


def test_the_spokesman_of_the_paragraph_before_goes_on() -> None:
    text = "A spokesman for the Tarn Board said the weir was old.\n\n“We like it,” he said."
    assert {each.speaker.name for each in extract(text, DAY)} == {"Tarn Board"}


def test_the_official_is_who_was_brought_in_without_a_name() -> None:
    text = "“It leaks,” said a senior river official.\n\n“It always did,” the official said."
    assert {each.speaker.role for each in extract(text, DAY)} == {"senior river official"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (  # others were named in passing
            "“It leaks,” said Mara Vell, who met Odile Brae in Amber.\n\n“It broke,” she said.",
            "Mara Vell",
        ),
        (  # the subject with which the sentence began
            "“It leaks,” said Odd Huck. Mark Brae came to Amber, where he said: “It is dry.”",
            "Mark Brae",
        ),
        ("Mary Vell met Mark Vell. “It leaks,” Mrs. Vell said.", "Mary Vell"),
        ("Mary Vell met Mark Vell. “It leaks,” Baroness Vell said.", "Mary Vell"),
        ("Odd Brae ran in May. His campaign said the weir would go.", "Odd Brae’s campaign"),
        ("Russia closed the port. Moscow said the port was unsafe.", "Russia"),
        ("Odd Lund wrote it down. According to Mr Lund the board said: “No.”", "board"),
    ],
)
def test_a_pronoun_or_another_word_for_somebody_is_understood(text: str, name: str) -> None:
    assert speakers(text)[-1] == name


def test_an_unnamed_official_goes_on_as_the_same() -> None:
    text = "A Tarn Board official said the weir leaked. “It is old,” the official said."
    [act] = joined(extract(text, DAY))
    assert (act.speaker.name, act.speaker.organisation) == ("", "Tarn Board")
