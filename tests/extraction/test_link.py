"""Stage 9 knows the tracker's stakeholders by name and alias, and guesses at none."""

from positions.extraction import Known, extract

KNOWN = Known.of(
    {
        "Tarn Anglers' Union": ["TAU", "The anglers"],
        "Tarn Works": ["Tarn Works Limited"],
        "Vell (mayor)": ["Mara Vell"],
        "Vell (angler)": ["Mara Vell"],
    }
)


def test_an_alias_is_the_stakeholder() -> None:
    [draft] = extract("“We agree,” the TAU said.", known=KNOWN)
    assert draft.speaker.name == "Tarn Anglers' Union"


def test_case_punctuation_and_legal_forms_do_not_matter() -> None:
    [draft] = extract("“We agree,” Tarn Works Ltd said.", known=KNOWN)
    assert draft.speaker.name == "Tarn Works"


def test_a_name_of_two_stakeholders_is_only_a_suggestion() -> None:
    [draft] = extract("“We agree,” Mara Vell said.", known=KNOWN)
    assert draft.speaker.name == "Mara Vell"
    assert [each.name for each in draft.speaker.candidates] == ["Vell (angler)", "Vell (mayor)"]


def test_names_may_be_given_as_a_plain_mapping() -> None:
    [draft] = extract("“We agree,” Mara Vell said.", known={"Vell": ["Mara Vell"]})
    assert draft.speaker.name == "Vell"
