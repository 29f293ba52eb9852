"""Organisations that are told in another sentence than the words."""

import pytest

from positions.extraction import extract
from tests.extraction.reading import DAY, only


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("“No,” Ola Brindle of the Tarn Rowing Club said.", "Tarn Rowing Club"),
        ("The head of the Rivers Agency, Ola Brindle, said: “No.”", "Rivers Agency"),
        ("Speaking for the Tarn Rowing Club, Ola Brindle said: “No.”", "Tarn Rowing Club"),
        ("For the Tarn Rowing Club, Ola Brindle said: “No.”", "Tarn Rowing Club"),
        ("On behalf of the Tarn Rowing Club, Ola Brindle said: “No.”", "Tarn Rowing Club"),
        (
            "Ola Brindle, director of the Tarn Rowing Club, told the hearing: “No.”",
            "Tarn Rowing Club",
        ),
        (
            "Ola Brindle, director of the Tarn Rowing Club, is worried. “It is cold,” she said.",
            "Tarn Rowing Club",
        ),
        (
            "Ola Brindle is the director of the Tarn Rowing Club. “It is cold,” she said.",
            "Tarn Rowing Club",
        ),
        ("Ola Brindle runs the Tarn Rowing Club. “It is cold,” she said.", "Tarn Rowing Club"),
        ("Ola Brindle works for Verrin. “It is cold,” Brindle said.", "Verrin"),
        (
            "The Tarn Rowing Club is worried. “It is cold,” said its director, Ola Brindle.",
            "Tarn Rowing Club",
        ),
        (
            "The Tarn Rowing Club is worried. “It is cold,” said Ola Brindle, its director.",
            "Tarn Rowing Club",
        ),
        (
            "The Tarn Rowing Club is worried. “It is cold,” said the club’s director, Ola Brindle.",
            "Tarn Rowing Club",
        ),
        (
            "The Tarn Rowing Club is worried. “It is cold,” said Ola Brindle, the club’s director.",
            "Tarn Rowing Club",
        ),
        (
            "The Tarn Rowing Club is cross. “It is cold,” said Ola Brindle, director of the club.",
            "Tarn Rowing Club",
        ),
        (
            "The Tarn Rowing Club is worried. “It is cold,” said club secretary Ola Brindle.",
            "Tarn Rowing Club",
        ),
        (
            "The Rivers Agency opened the gate. “It is cold,” said Ola Brindle, a spokeswoman.",
            "Rivers Agency",
        ),
        (
            "The Rivers Agency opened the gate. “It is cold,” said spokeswoman Ola Brindle.",
            "Rivers Agency",
        ),
        (
            "The school board met on Tuesday. “It is cold,” said board member Ola Brindle.",
            "school board",
        ),
        ("Verrin denies it. The firm’s lawyer, Ola Brindle, said: “No.”", "Verrin"),
        ("Verrin denies it. Its lawyer Ola Brindle said: “No.”", "Verrin"),
        ("Verrin denies it. “No,” said Ola Brindle, a lawyer for the company.", "Verrin"),
        (
            "The Rivers Agency said it would act. Director Ola Brindle told reporters: “No.”",
            "Rivers Agency",
        ),
        (
            "The Rivers Agency said it acted. Chief executive Ola Brindle told reporters: “No.”",
            "Rivers Agency",
        ),
        (
            "The Rivers Agency said it would act. The director, Ola Brindle, told reporters: “No.”",
            "Rivers Agency",
        ),
        ("A teacher, Ola Brindle, told reporters: “No.”", ""),
        ("The Rivers Agency said it would act. Resident Ola Brindle told reporters: “No.”", ""),
        ("The Rivers Agency said it would act. Mayor Ola Brindle told reporters: “No.”", ""),
        (
            "The Save Our Sails campaign handed in a petition. Its chair, Ola Brindle, said: “No.”",
            "Save Our Sails campaign",
        ),
        ("That was news to the QBX. The union’s officer, Ola Brindle, said: “No.”", "QBX"),
        (
            "Osk Paddle Company, a firm in Low Aldbury, sued. “No,” said its owner, Ola Brindle.",
            "Osk Paddle Company",
        ),
        (
            "TILLMAN, Ore. — It belongs to Osk Health. “No,” said the company’s Ola Brindle.",
            "Osk Health",
        ),
        (
            "The Tarn Players’ Union met. General secretary Ola Brindle told reporters: “No.”",
            "Tarn Players’ Union",
        ),
        ("The Tarn Farmers’ Union met. Health secretary Ola Brindle told reporters: “No.”", ""),
        ("Plans for a mast were refused. “No,” said the firm’s owner, Ola Brindle.", "firm"),
        ("Planning officer Ola Brindle told reporters: “No.”", ""),
        ("Music director Ola Brindle told reporters: “No.”", ""),
        ("Board chair Ola Brindle told reporters: “No.”", "Board"),
        (
            "The Home Office set the rent. Surveillance commissioner Ola Brindle said: “No.”",
            "",
        ),
        (
            "TILLMAN, Ore. (Oct. 2) — Osk Oil will shut. “No,” said Chief Executive Ola Brindle.",
            "Osk Oil",
        ),
        (
            "Osk’s managing director refused to budge. “There is no money,” Ola Brindle said.",
            "Osk",
        ),
        (
            "The drivers’ union, QBX, counted. “No,” said its secretary, Ola Brindle.",
            "QBX",
        ),
        (
            "Osk Homes built. Tarn Against Rain met. “No,” said the group’s chair, Ola Brindle.",
            "Tarn Against Rain",
        ),
        (
            "It was backed by the leader of Tarn district council, Ola Brindle: “We were not.”",
            "Tarn district council",
        ),
        (
            "Not so, says Ola Brindle of Osk, a start-up: “Ours does four a minute.”",
            "Osk",
        ),
        ("The Tarn League met. “No,” said commissioner Ola Brindle.", "Tarn League"),
        (
            "At the Tarn Rowing Club, director Ola Brindle was blunt. “It is cold,” she said.",
            "Tarn Rowing Club",
        ),
    ],
)
def test_what_stands_elsewhere_tells_for_whom_somebody_speaks(text: str, organisation: str) -> None:
    speaker = extract(text, "2024-05-08")[-1].speaker
    assert (speaker.name, speaker.organisation) == ("Ola Brindle", organisation)


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("“It stinks,” said Jane Brae, 45, a nurse from Amber.", ""),
        ("Jane Brae, a lecturer in marine law at Tarn University, said: “No.”", "Tarn University"),
        ("Jane Brae, speaking at the Amber Congress, said: “No.”", ""),
        ("Senate Majority Leader Odd Brae said: “No.”", "Senate"),
        ("The report, by the Tarn Audit Office, said it was “poor value”.", "Tarn Audit Office"),
    ],
)
def test_for_whom_is_told_by_the_office_and_by_no_town_or_meeting(
    text: str, organisation: str
) -> None:
    assert only(text).speaker.organisation == organisation


@pytest.mark.parametrize(
    ("said", "organisation"),
    [
        ("a professor of Political Science at Amber University", "Amber University"),
        ("Professor of Hydrology at Amber University", "Amber University"),
        ("a professor of law and public policy at Amber University", "Amber University"),
        ("a professor of civil and river engineering at Amber University", "Amber University"),
        ("a senior lecturer in Law and Politics at Amber University", "Amber University"),
        ("head of policy and research at the Tarn Trust", "Tarn Trust"),
        ("a professor of Political Science", ""),
        ("a professor at Amber University", "Amber University"),
        ("professor of the University of Amber", "University of Amber"),
        ("director of the Water Institute at Amber University", "Water Institute"),
    ],
)
@pytest.mark.parametrize("text", ["“No,” Odd Brae, {}, said.", "Odd Brae, {}, said: “No.”"])
def test_the_field_of_a_scholar_is_no_organisation(text: str, said: str, organisation: str) -> None:
    speaker = only(text.format(said)).speaker
    assert (speaker.name, speaker.organisation) == ("Odd Brae", organisation)


@pytest.mark.parametrize(
    "name",
    [
        "Odd Brae (a professor of law at Amber University)",
        "Dr. Odd Brae (director of Amber University)",
        "Odd Brae, Ph.D., of Amber University,",
        "Odd Brae, M.D., a professor at Amber University,",
        "Odd Brae (PhD), a professor at Amber University,",
    ],
)
def test_whom_brackets_or_degrees_describe_is_the_speaker(name: str) -> None:
    for text in (f"{name} said: “It leaks.”", f"“It leaks,” {name} said."):
        speaker = only(text).speaker
        assert (speaker.name, speaker.organisation) == ("Odd Brae", "Amber University")


def held(text: str) -> str:
    return extract(text, DAY)[-1].speaker.organisation


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("The Tarn Union met. “It leaks,” regional officer Mara Vell said.", "Tarn Union"),
        ("Tarn Water is glad. “It leaks,” said its vice president for dams, Mara Vell.",
         "Tarn Water"),
        ("The Tarn Union, whose president, Mara Vell, said: “It leaks.”", "Tarn Union"),
        (
            "Speaking on behalf of the owner, Amber Homes, land agent Mara Vell said it leaked.",
            "Amber Homes",
        ),
        ("“It leaks,” said Mara Vell at broker Amber Stone.", "Amber Stone"),
        ("Amber Dams chairman Sir Odd Brae said: “It leaks.”", "Amber Dams"),
        ("The House Roads and Rail Committee chairman, Odd Brae, said: “It leaks.”",
         "House Roads and Rail Committee"),
        ("The deputy head of Norway’s delegation, Odd Brae, said: “It leaks.”",
         "Norway’s delegation"),
    ],
)  # fmt: skip
def test_the_body_of_an_office_is_found(text: str, organisation: str) -> None:
    assert held(text) == organisation


@pytest.mark.parametrize(
    "text",
    [
        "The country's housing minister, Mara Vell, said: “It leaks.”",
        "“It leaks,” said Her party colleague, Mara Vell.",
        "Army veteran Mara Vell said: “It leaks.”",
        "TV chef Mara Vell said: “It leaks.”",
        "Senate candidate Mara Vell said: “It leaks.”",
        "The minister of Town Planning, Mara Vell, said: “It leaks.”",
        "Mara Vell has defended it for the construction of dams. “It leaks,” Vell said.",
    ],
)  # fmt: skip
def test_what_is_no_body_is_none(text: str) -> None:
    assert held(text) == ""


@pytest.mark.parametrize(
    ("text", "organisation"),
    [
        ("Odd Brae ran. “No,” said Mr. Brae's campaign chairman, Steffen Lund.",
         "Odd Brae’s campaign"),
        ("Odd Brae ran. “No,” said Ola Lund, an aide working for Brae’s campaign.",
         "Odd Brae’s campaign"),
        ("“No,” said a prominent Tarn Rivers Committee member.", "Tarn Rivers Committee"),
        ("Odd Brae ran. “No,” said Steffen Lund, Mr. Brae's spokesman.", ""),
        ("“No,” said Mara Vell of Amber, Ohio, who farms.", ""),
        ("“No,” said Amber lawyer Mara Vell.", ""),
        ("“No,” said Amber-based engineer Mara Vell.", ""),
        ("“No,” said Ohio businessman Mara Vell.", ""),
        ("Mara Vell speaks at the Tarn Rowing Club. “No,” Vell said.", ""),
        ("Mara Vell runs for Congress. “No,” Vell said.", ""),
        ("Some Democrats said the weir would break.", ""),
    ],
)  # fmt: skip
def test_a_town_a_person_or_a_crowd_is_no_body(text: str, organisation: str) -> None:
    assert extract(text, DAY)[-1].speaker.organisation == organisation
