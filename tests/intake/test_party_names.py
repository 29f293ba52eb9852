"""What kind of party a name speaks for, by its words."""

import pytest

from positions.intake.party_names import kind_of_name


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Amber Teachers' Union", "union"),
        ("Unison", "union"),
        ("Tarn Flight Attendants Association", "union"),
        ("Green Party", "party"),
        ("Liberal Democrats", "party"),
        ("Amber Democratic Party", "party"),
        ("Supreme Court", "court"),
        ("Amber Court of Appeals", "court"),
        ("Amber Bankers Association", "trade"),
        ("Confederation of Tarn Industry", "trade"),
        ("Tarn Chamber of Commerce", "trade"),
        ("Tarn City Council", "municipality"),
        ("Amber County", "municipality"),
        ("Home Office", "government"),
        ("Department for Rivers", "government"),
        ("China", "government"),
        ("White House", "government"),
        ("University of Amber", "university"),
        ("Rivers Institute", "research"),
        ("Tarn Water Ltd", "company"),
        ("Amber Airways", "company"),
        ("Tarn Police", "agency"),
        ("Environment Agency", "agency"),
        ("Commons rivers select committee", "legislature"),
        ("Senate", "legislature"),
        ("Tarn Herald", "outlet"),
        ("Save the Tarn Campaign", "advocacy"),
        ("Amber Rivers Alliance", "coalition"),
        ("Mara Vell", "person"),
        ("Tarnair", "company"),
        ("TARN", "advocacy"),
    ],
)
def test_the_kind_of_a_party_is_told_by_its_name(name: str, kind: str) -> None:
    assert kind_of_name(name) == kind
