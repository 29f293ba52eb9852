"""For whom a person speaks, as the words beside the name or elsewhere in the text tell."""

import pytest

from positions.extraction import extract
from tests.extraction.reading import only


@pytest.mark.parametrize(
    ("named", "organisation"),
    [
        ("Ola Brindle, director of the Tarn Rowing Club", "Tarn Rowing Club"),
        ("Ola Brindle, the Tarn Rowing Club’s director", "Tarn Rowing Club"),
        ("Ola Brindle, Verrin Ltd’s chief executive", "Verrin Ltd"),
        ("Verrin chief executive Ola Brindle", "Verrin"),
        ("Verrin’s chief executive, Ola Brindle", "Verrin"),
        ("Verrin’s chief executive Ola Brindle", "Verrin"),
        ("Verrin CEO Ola Brindle", "Verrin"),
        ("Ola Brindle, chief executive of Verrin", "Verrin"),
        ("Ola Brindle, who heads Verrin", "Verrin"),
        ("Ola Brindle, who chairs the Tarn Rowing Club", "Tarn Rowing Club"),
        ("Ola Brindle, who has run the Tarn Rowing Club since 2011", "Tarn Rowing Club"),
        ("Ola Brindle, who founded the charity Warm Hands", "Warm Hands"),
        ("Ola Brindle, a spokeswoman for Verrin", "Verrin"),
        ("Ola Brindle, a policy analyst at the Halder Institute", "Halder Institute"),
        (
            "Ola Brindle, a professor of law at the University of Ostermoor",
            "University of Ostermoor",
        ),
        ("Ola Brindle, an economist with the Halder Institute", "Halder Institute"),
        (
            "Ola Brindle, who teaches economics at the University of Ostermoor",
            "University of Ostermoor",
        ),
        ("Ola Brindle, who works for Verrin", "Verrin"),
        ("Ola Brindle, who speaks for the Tarn Rowing Club", "Tarn Rowing Club"),
        ("Ola Brindle of Warm Hands", "Warm Hands"),
        ("Ola Brindle from the campaign group Warm Hands", "Warm Hands"),
        ("Ola Brindle at Warm Hands", "Warm Hands"),
        ("Ola Brindle, 45, a nurse at St Hilda’s Hospital", "St Hilda’s Hospital"),
        (
            "Ola Brindle, a farmer and member of the Tarn Growers Association",
            "Tarn Growers Association",
        ),
        ("Ola Brindle, co-founder and director of Warm Hands", "Warm Hands"),
        ("Ola Brindle, one of the founders of Warm Hands", "Warm Hands"),
        (
            "Ola Brindle, deputy director of the enforcement division at the Rivers Agency",
            "Rivers Agency",
        ),
        ("Ola Brindle, vice president for public affairs at Verrin", "Verrin"),
        ("Ola Brindle, Verrin’s vice president for public affairs", "Verrin"),
        ("Ola Brindle, head of policy at Verrin, a maker of locks", "Verrin"),
        ("the head of the Rivers Agency, Ola Brindle", "Rivers Agency"),
        ("the president of the Tarn Rowing Club, Ola Brindle", "Tarn Rowing Club"),
        ("the Rivers Agency’s Ola Brindle", "Rivers Agency"),
        ("Rivers Agency spokesman Ola Brindle", "Rivers Agency"),
        ("a spokesman for the Rivers Agency, Ola Brindle", "Rivers Agency"),
        ("Ola Brindle (Warm Hands)", "Warm Hands"),
        ("Ola Brindle, secretary-general of the Tarn Rowing Club", "Tarn Rowing Club"),
        ("Ola Brindle, secretary general of the Tarn Rowing Club", "Tarn Rowing Club"),
        ("Ola Brindle, whose group Warm Hands runs three kitchens", "Warm Hands"),
        ("Ola Brindle, whose company, Verrin, makes locks", "Verrin"),
        ("Ola Brindle, campaigns manager at the charity Warm Hands", "Warm Hands"),
        ("Ola Brindle, the campaigns manager for Warm Hands", "Warm Hands"),
        ("Ola Brindle, Warm Hands’ campaigns manager", "Warm Hands"),
        ("Ola Brindle, who sits on the parish council", "parish council"),
        ("Ola Brindle, a member of the parish council", "parish council"),
        ("Ola Brindle, clerk to the parish council", "parish council"),
        ("Ola Brindle, adviser to the Tarn Rowing Club", "Tarn Rowing Club"),
        ("Ola Brindle, the lawyer representing Verrin", "Verrin"),
        ("Ola Brindle, who represents Verrin", "Verrin"),
        ("the mayor of Great Aldbury, Ola Brindle", "Great Aldbury"),
        ("Ola Brindle, mayor of Great Aldbury", "Great Aldbury"),
        ("Ola Brindle, a baker in Great Aldbury", ""),
        ("Ola Brindle, a former director of Verrin", ""),
        ("Ola Brindle, who lives in Great Aldbury", ""),
        ("Ola Brindle, who once worked for Verrin", ""),
        ("Ola Brindle, a customer of Verrin", ""),
        ("Ola Brindle, a critic of Verrin", ""),
        ("Sen. Ola Brindle (D-Ostermoor)", ""),
        ("Rep. Ola Brindle, D-Ostermoor", ""),
        ("Education Secretary Ola Brindle", ""),
        ("council leader Ola Brindle", "council"),
        ("committee chairwoman Ola Brindle", "committee"),
        ("union president Ola Brindle", "union"),
        ("nurse Ola Brindle", ""),
        ("Warm Hands founder and director Ola Brindle", "Warm Hands"),
        ("Dr Ola Brindle, medical director of St Hilda’s Hospital", "St Hilda’s Hospital"),
        ("Professor Ola Brindle of the University of Ostermoor", "University of Ostermoor"),
        ("Ola Brindle of Great Aldbury Town Council", "Great Aldbury Town Council"),
        ("Ola Brindle, executive director of the non-profit Warm Hands", "Warm Hands"),
        ("Ola Brindle, executive director of the nonprofit group Warm Hands", "Warm Hands"),
        (
            "Ola Brindle, staff attorney for the Tarn Civil Rights Project",
            "Tarn Civil Rights Project",
        ),
        ("Ola Brindle, Tarn Rowing Club treasurer", "Tarn Rowing Club"),
        ("Ola Brindle, who leads the cycling campaign group Wheels First", "Wheels First"),
        ("Ola Brindle, owner of Brindle’s Bakery", "Brindle’s Bakery"),
        ("Ola Brindle, owner of the Lamb Inn in Great Aldbury", "Lamb Inn"),
        ("Ola Brindle, landlady of the Lamb Inn", "Lamb Inn"),
        ("Ola Brindle, a senior fellow at Halder, a research group", "Halder"),
        ("Great Aldbury Mayor Ola Brindle", "Great Aldbury"),
        ("Ola Brindle, Great Aldbury’s mayor", "Great Aldbury"),
        ("Ola Brindle, the ministry’s permanent secretary", "ministry"),
        ("Ola Brindle, the rail union’s general secretary", "rail union"),
        ("Ola Brindle, general secretary of the rail union", "rail union"),
        ("Ola Brindle, a director at the rail regulator", "rail regulator"),
        ("Ola Brindle, chief economist at the national bank", "national bank"),
        ("the national bank’s chief economist, Ola Brindle", "national bank"),
        ("the Greens’ transport spokesman, Ola Brindle", "Greens"),
        ("Ola Brindle, transport spokesman for the Greens", "Greens"),
        ("Ola Brindle of the Greens", "Greens"),
        ("the opposition’s Ola Brindle", "opposition"),
        ("Ola Brindle, Chief Medical Officer", ""),
        ("Ola Brindle, captain of the ferry", ""),
        ("Ola Brindle, director of public health for Quarry County", "Quarry County"),
        ("Ola Brindle, Quarry County’s director of public health", "Quarry County"),
        ("Quarry County Sheriff Ola Brindle", "Quarry County"),
        ("Quarry County Commissioner Ola Brindle", "Quarry County"),
        (
            "Ola Brindle, a spokesman for the Quarry County Sheriff’s Office",
            "Quarry County Sheriff’s Office",
        ),
        (
            "Sgt. Ola Brindle of the Quarry County Sheriff’s Office",
            "Quarry County Sheriff’s Office",
        ),
        ("Chief Inspector Ola Brindle of Tarn Police", "Tarn Police"),
        ("Ola Brindle, head teacher of Linden Road Primary", "Linden Road Primary"),
        ("Ola Brindle, head of Linden Road school", "Linden Road school"),
        ("Ola Brindle, a physicist at the university", "university"),
        ("Ola Brindle, who was speaking for the landlords’ association", "landlords’ association"),
        ("Ola Brindle, chairman of the landlords’ association", "landlords’ association"),
        ("the landlords’ association’s chairman, Ola Brindle", "landlords’ association"),
        ("the chairman of the landlords’ association, Ola Brindle", "landlords’ association"),
        ("Ola Brindle, marine lead at Tarn Coasts Trust", "Tarn Coasts Trust"),
        ("her solicitor, Ola Brindle of Marl Chambers", "Marl Chambers"),
        (
            "Ola Brindle, who studies battery safety at Ostermoor University",
            "Ostermoor University",
        ),
        ("Ola Brindle, who lives at Warm Hands House", ""),
        ("U.S. District Judge Ola Brindle", ""),
        (
            "Ola Brindle, manager of South Tarn Fire and Rescue Service",
            "South Tarn Fire and Rescue Service",
        ),
        (
            "Ola Brindle, who chairs the Tarn Creel and Line Association",
            "Tarn Creel and Line Association",
        ),
        ("Ola Brindle, president of Union Local 212", "Union Local 212"),
        ("Ola Brindle, president of Union Local 4-118", "Union Local 4-118"),
        ("Ola Brindle, 15, from Great Aldbury", ""),
        ("Ola Brindle, of the passenger watchdog Osk", "Osk"),
        ("Ola Brindle from Great Aldbury", ""),
        ("Ola Brindle from Tarn Anglers", "Tarn Anglers"),
        ("the leader of Tarn district council, Ola Brindle", "Tarn district council"),
        ("the Surveillance Commissioner, Ola Brindle", ""),
        ("Mayor Peter Osk’s spokeswoman, Ola Brindle", ""),
    ],
)
def test_the_words_beside_a_name_tell_for_whom_somebody_speaks(
    named: str, organisation: str
) -> None:
    speaker = only(f"“We agree,” said {named}.").speaker
    assert (speaker.name, speaker.organisation) == ("Ola Brindle", organisation)


@pytest.mark.parametrize(
    "name",
    [
        "the Society for the Protection of Hedges",
        "the Council on Energy",
        "the Bureau of Land and Water",
        "Parents for Safe Streets",
        "Tenants Together",
        "Friends of the Tarn",
        "Hartley and Sons",
        "Dunmore & Gale",
        "the Tenants’ Voice",
        "the Tarn and District Angling Club",
        "Brindle’s Bakery",
        "the landlords’ association",
        "the university of Lind",
    ],
)
def test_the_name_of_an_organisation_is_taken_whole(name: str) -> None:
    speaker = only(f"“We agree,” said Ola Brindle, director of {name}.").speaker
    assert speaker.organisation == name.removeprefix("the ")


@pytest.mark.parametrize(
    ("text", "name", "organisation"),
    [
        ("The Tarn Board met. “We agree,” a spokeswoman said.", "Tarn Board", "Tarn Board"),
        ("“We agree,” said a woman in the queue.", "", ""),
        ("“We agree,” said one shopper.", "", ""),
        ("The farmers met. “We agree,” they said.", "farmers", ""),
        ("“It leaks,” said a man on the bridge. “Again,” he said.", "", ""),
    ],
)
def test_whom_the_text_does_not_name_has_no_name(text: str, name: str, organisation: str) -> None:
    speaker = extract(text, "2024-05-08")[-1].speaker
    assert (speaker.name, speaker.organisation) == (name, organisation)


def test_a_role_that_a_name_follows_is_that_person() -> None:
    text = "The board’s chief engineer said it was safe.\n\n“We checked,” said Ola Brindle."
    speaker = extract(text, "2024-05-08")[-1].speaker
    assert (speaker.name, speaker.role, speaker.organisation) == (
        "Ola Brindle", "chief engineer", "board",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "organisation"),
    [
        ("“No,” said Local 9 President Ola Brindle.", "Ola Brindle", "Local 9"),
        (
            "Ola Brindle, whose firm, Osk Toys, makes dolls, fears it will rain.",
            "Ola Brindle",
            "Osk Toys",
        ),
        ("The Tarn Board met. “No,” said a spokeswoman for Mayor Peter Osk.", "", ""),
    ],
)
def test_what_stands_between_does_not_take_the_words(
    text: str, name: str, organisation: str
) -> None:
    speaker = extract(text, "2024-05-08")[-1].speaker
    assert (speaker.name, speaker.organisation) == (name, organisation)


def test_an_initial_makes_nobody_else() -> None:
    text = "Ola J. Brindle of the Tarn Board was cross. “We agree,” said Ola Brindle."
    speaker = only(text).speaker
    assert (speaker.name, speaker.organisation) == ("Ola J. Brindle", "Tarn Board")


def test_a_husband_has_a_first_name_only() -> None:
    text = "Ola Brindle left. Her husband, Peter, stayed. “I agree,” he said."
    assert only(text).speaker.name == "Peter"
