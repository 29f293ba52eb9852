"""What the words of a name tell of a party that is not recorded yet."""

import pytest

from positions.extraction import How, Speaker
from positions.intake.party_names import (
    is_document,
    kind_of,
    kind_of_line,
    kind_of_name,
    reads_as_person,
    refers_back,
    separate_groups,
)


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
        ("Tarn Dockworkers", "union"),
        ("F.B.I", "agency"),
        ("E.P.A.", "agency"),
        ("R.N.C. of Amber", "party"),
        ("U.S.", "government"),
        ("Ohio", "government"),
        ("TarnWorks", "company"),
        ("McBrae", "company"),
        ("tarnworks.com", "company"),
        ("Tarn Strategies", "company"),
        ("Low Mill Baptist Church", "advocacy"),
        ("Unions", "collective"),
        ("Kenyans", "collective"),
        ("Latinos", "collective"),
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
        ("Élodie Field", "person"),
        ("Zoë de la Øster", "person"),
        ("Amber Airways", "company"),
        ("Tarn Police", "agency"),
        ("Environment Agency", "agency"),
        ("Commons rivers select committee", "legislature"),
        ("Senate", "legislature"),
        ("Tarn Herald", "outlet"),
        ("Radio Tarn", "outlet"),
        ("Fox News", "outlet"),
        ("Odd Fox", "person"),
        ("Labour", "party"),
        ("Tarn Labour Union", "union"),
        ("Ministry of Labour", "government"),
        ("Save the Tarn Campaign", "advocacy"),
        ("Amber Rivers Alliance", "coalition"),
        ("Mara Vell", "person"),
        ("Tarnair", "company"),
        ("TARN", "advocacy"),
        ("Fire Brigades Union", "union"),
        ("National Union of Millers", "union"),
        ("Tarn Millers’ Union", "union"),
        ("Amber Employees International Union", "union"),
        ("Amber Civil Liberties Union", "advocacy"),
        ("National Union of Students", "advocacy"),
        ("Tarn Anglers’ Union", "advocacy"),
        ("Amber Farmers’ Union", "trade"),
        ("Conservative", "party"),
        ("Republican", "party"),
        ("Republican Rivers Coalition", "coalition"),
        ("Lind Review", "research"),
        ("Tarn Report", "research"),
        ("Amber Research Center", "research"),
        ("Centre for Weir Studies", "research"),
        ("Office of the Deputy Prime Minister", "government"),
        ("European Union", "government"),
        ("Palestinian Authority", "government"),
        ("Tarn Harbour Authority", "agency"),
        ("Weirs Audit Committee", "legislature"),
        ("Rivers Affairs Committee", "legislature"),
        ("Amber Public Affairs Committee", "advocacy"),
        ("Weirs and Rivers Executive", "agency"),
        ("Amber Aviation Administration", "agency"),
        ("Vell administration", "government"),
        ("The Australian", "outlet"),
        ("Sunday Anglers", "outlet"),
        ("Tarn Dispatch", "outlet"),
        ("Tarn Rowing Club", "advocacy"),
        ("Tarn International", "advocacy"),
        ("Planned Parenthood Action Fund", "advocacy"),
        ("United Nations Security Council", "agency"),
        ("European Commission", "government"),
    ],
)
def test_the_kind_of_a_party_is_told_by_its_name(name: str, kind: str) -> None:
    assert kind_of_name(name) == kind


@pytest.mark.parametrize(
    ("told", "how", "kind"),
    [
        (("anglers", ""), How.HEAD_NOUN, "collective"),
        (("Tarn shareholders", ""), How.HEAD_NOUN, "investors"),
        (("Tarn", "mayor"), How.NAME, "person"),
        (("Tarn Council", ""), How.NAME, "municipality"),
        (("Odd Brae’s campaign", "", "Odd Brae’s campaign"), How.HEAD_NOUN, "advocacy"),
    ],
)
def test_the_kind_of_a_speaker_is_told_by_how_the_text_calls_them(
    told: tuple[str, ...], how: How, kind: str
) -> None:
    name, role, *body = told
    assert kind_of(Speaker(None, name, how, (), role, "".join(body))) == kind


@pytest.mark.parametrize(
    ("name", "how", "document", "back"),
    [
        ("court order", How.DOCUMENT, True, False),
        ("Tarn Board", How.DOCUMENT, False, False),
        ("court order", How.HEAD_NOUN, False, False),
        ("both offices", How.HEAD_NOUN, False, True),
        ("Two Rivers Board", How.NAME, False, False),
        ("anglers", How.HEAD_NOUN, False, False),
    ],
)
def test_a_document_and_who_is_only_pointed_to_are_told_from_a_name(
    name: str, how: How, document: bool, back: bool
) -> None:
    speaker = Speaker(None, name, how, (), "", "")
    assert (is_document(speaker), refers_back(speaker)) == (document, back)


@pytest.mark.parametrize(
    ("name", "groups"),
    [
        ("canoe clubs and river wardens", ["Canoe clubs", "River wardens"]),
        ("groups of parents and teachers", ["groups of parents and teachers"]),
        ("the Board and the Council", ["the Board and the Council"]),
        ("anglers", ["anglers"]),
    ],
)
def test_groups_without_names_are_separated_where_each_can_be_one(
    name: str, groups: list[str]
) -> None:
    assert separate_groups(name) == groups


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("angry parents", "collective"),
        ("Tarn Council", "municipality"),
        ("Tarn River Watch (TRW)", "advocacy"),
        ("Mara Vell", "person"),
        ("Prof. Mara Vell (in a personal capacity)", "person"),
        ("Rev. Odd Fox, St. Anne's Parish", "person"),
    ],
)
def test_the_kind_of_a_line_is_told_by_its_name_and_what_stands_behind(
    line: str, kind: str
) -> None:
    assert kind_of_line(line) == kind


@pytest.mark.parametrize(
    ("line", "person"),
    [
        ("Mara Vell, director, Amber Union", True),
        ("Mara Vell (in a personal capacity)", True),
        ("Mara Vell, University of Amber", True),
        ("Dr. Mara Vell", True),
        ("Mara Vell", False),  # as many groups are called
        ("Public Tarn (PT)", False),
        ("Forward Tarn, Amberville", False),
        ("Tarn Council, director", False),
    ],
)
def test_a_line_is_a_persons_by_more_than_a_name(line: str, person: bool) -> None:
    assert reads_as_person(line) is person
