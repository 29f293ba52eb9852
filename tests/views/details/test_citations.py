"""How a statement is cited, and what its page tells machines."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import parse_qs

import pytest
from django.test import Client

from positions.choices import (
    AliasKind,
    AttributionRole,
    Capacity,
    DateBasis,
    QuotationKind,
    StatementKind,
    WorkflowState,
)
from tests.factories import (
    AliasFactory,
    AttributionFactory,
    PersonFactory,
    QuotationFactory,
    SourceFactory,
    StakeholderFactory,
    StatementFactory,
    said,
)
from tests.views.pages import FOUND, opened

pytestmark = pytest.mark.django_db


def test_citation_prefers_the_source_that_was_checked() -> None:
    statement = StatementFactory.create(date_edtf="2018-06-01")
    letter = SourceFactory.create(title="Own", is_primary=True, url="https://union.example/letter")
    herald = SourceFactory.create(title="Account")
    QuotationFactory.create(statement=statement, source=letter, exact="We worry. " * 9)
    QuotationFactory.create(
        statement=statement,
        source=herald,
        exact="We worry.",
        date_edtf="2018",
        date_basis=DateBasis.REPORTED,
        **FOUND,
    )
    text = opened(statement.get_absolute_url()).text
    assert "1 June 2018 (Account gives 2018). As given in “Account”" in text
    assert "Document: https://union.example/letter." in text


def test_citation_and_bibtex_are_offered() -> None:
    statement = said(StakeholderFactory.create(name="Example Union"), title="Letter")
    page = opened(statement.get_absolute_url())
    assert "Example Union. [Letter]. Press statement, 15 June 2018." in page.text
    answer = Client().get(f"{statement.get_absolute_url()}cite.bib")
    assert answer["Content-Type"] == "application/x-bibtex; charset=utf-8"
    assert answer.content.decode().startswith(f"@incollection{{{statement.slug},")
    answer = Client().get(f"{statement.get_absolute_url()}cite.ris")
    assert answer["Content-Type"] == "application/x-research-info-systems; charset=utf-8"
    assert answer.content.decode().startswith("TY  - CHAP\r\nAU  - Example Union\r\n")


def test_nobody_is_cited_twice_or_beside_who_speaks_for_them() -> None:
    union, council = (StakeholderFactory.create(name=f"Example {n}") for n in ("Union", "Council"))
    person = PersonFactory.create(name="Robin Rivera")
    statement = said(union, council, title="Letter")
    AttributionFactory.create(
        statement=statement, stakeholder=council, role=AttributionRole.SIGNATORY, order=2
    )
    AttributionFactory.create(statement=statement, stakeholder=person, on_behalf_of=union, order=3)
    page = opened(statement.get_absolute_url())
    assert "Example Council and Robin Rivera (for Example Union). [Letter]." in page.text
    entry = Client().get(f"{statement.get_absolute_url()}cite.bib").content.decode()
    assert "= {{Example Council} and Rivera, Robin and {Example Union}}," in entry


def test_a_spokesperson_without_a_name_is_cited_as_the_source_calls_them() -> None:
    company, division = (StakeholderFactory.create(name=f"Example {n}") for n in ("Co", "Cloud"))
    statement = said(division, title="E-mail", kind=StatementKind.EMAIL)
    voice = statement.attributions.get()
    voice.role, voice.on_behalf_of = AttributionRole.SPOKESPERSON, company
    voice.name_printed = "a Cloud spokesperson"
    voice.save()
    page = opened(statement.get_absolute_url())
    assert "Cloud spokesperson (for Example Co). [E-mail]." in page.text
    assert [each["name"] for each in page.data["@graph"][0]["author"]] == ["Example Co"]
    voice.name_printed = "Example Cloud"
    voice.save()
    assert "Example Co. [E-mail]." in opened(statement.get_absolute_url()).text


def test_the_family_s_name_is_the_one_by_which_a_person_is_known() -> None:
    person = PersonFactory.create(name="Rivera Robin")
    AliasFactory.create(stakeholder=person, name="Rivera", kind=AliasKind.SHORT)
    statement = said(title="Letter")
    statement.attributions.update(stakeholder=person, capacity=Capacity.PERSONAL)
    [item] = Client().get(f"{statement.get_absolute_url()}cite.json").json()
    assert item["author"] == [{"family": "Rivera", "given": "Robin"}]


def test_a_page_tells_reference_managers_what_it_is_about() -> None:
    statement = said(StakeholderFactory.create(name="Union & Sons"), title="Letter & answer")
    statement.quotations.update(source=SourceFactory.create(title="What they said", url=""))
    page = opened(statement.get_absolute_url())
    [told] = re.findall(r'<span class="Z3988" title="([^"]+)">', page.html)
    fields = parse_qs(unescape(told))
    assert fields["rft_val_fmt"] == ["info:ofi/fmt:kev:mtx:book"]
    assert fields["rft.genre"] == ["bookitem"]
    assert fields["rft.atitle"] == ["[Letter & answer]"]
    assert fields["rft.btitle"] == ["What they said"]
    assert fields["rft.aulast"] == ["Union & Sons"]
    assert fields["rft.date"] == ["2018-06-15"]
    assert fields["rft_id"][0].endswith(statement.get_absolute_url())


def test_no_page_has_what_reference_managers_take_for_its_author() -> None:
    union = StakeholderFactory.create(name="Example Union")
    said(union, title="Letter")
    for path in (union.get_absolute_url(), "/statements/", "/search/?q=letter", "/sources/"):
        classes = re.findall(r'class="([^"]*)"', opened(path).html)
        assert not {"byline", "vcard"} & {each for names in classes for each in names.split()}


def test_csl_json_may_be_read_from_any_site_and_follows_a_move() -> None:
    statement = said(StakeholderFactory.create(name="Example Union"), title="Letter", slug="old")
    answer = Client().get("/statements/old/cite.json")
    assert answer["Content-Type"] == "application/vnd.citationstyles.csl+json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert answer.json()[0]["title"] == "[Letter]"
    statement.slug = "new"
    statement.save()
    moved = Client().get("/statements/old/cite.json")
    assert (moved.status_code, moved["Location"]) == (302, "/statements/new/cite.json")


def test_citation_files_of_drafts_are_not_found() -> None:
    draft = StatementFactory.create(state=WorkflowState.DRAFT)
    for name in ("cite.bib", "cite.json", "cite.ris"):
        assert Client().get(f"{draft.get_absolute_url()}{name}").status_code == 404


def test_data_for_machines_has_words_and_cannot_end_its_element() -> None:
    statement = said(words="</script><b>& more", title="</script>")
    page = opened(statement.get_absolute_url())
    act, quotation = page.data["@graph"]
    assert act["name"] == "</script>"
    assert quotation["text"] == "</script><b>& more"


def test_data_for_machines_leaves_paraphrases_out() -> None:
    statement = StatementFactory.create()
    QuotationFactory.create(statement=statement, kind=QuotationKind.PARAPHRASE)
    assert len(opened(statement.get_absolute_url()).data["@graph"]) == 1


def test_each_quotation_has_an_address_and_is_copied_with_who_when_and_where() -> None:
    given = QuotationFactory.create(
        exact="It should end,",
        source=SourceFactory.create(
            title="What they said",
            publisher=StakeholderFactory.create(name="Example Herald"),
            date_edtf="2018-05-24",
            url="https://herald.example/1",
        ),
        statement=said(StakeholderFactory.create(name="Example Union"), date_edtf="2018-05"),
    )
    page = opened(given.statement.get_absolute_url())
    place = f"http://testserver{given.statement.get_absolute_url()}#quotation-{given.pk}"
    assert f"quotation-{given.pk}" in page.ids
    assert f"#quotation-{given.pk}" in page.links
    copied = [unescape(each) for each in re.findall(r'data-copy="(“[^"]*)"', page.html)]
    assert (
        "“It should end” (Example Union, May 2018. As given in “What they said”, Example Herald, "
        f"24 May 2018, https://herald.example/1.) {place}"
    ) in copied
    given.date_edtf, given.date_basis = "2018", DateBasis.REPORTED
    given.save()
    html = unescape(opened(given.statement.get_absolute_url()).html)
    assert "(Example Union, May 2018; Example Herald gives 2018. As given in" in html
    [first] = given.statement.quotations.exclude(pk=given.pk)
    data = page.html.partition("ld+json")[2].partition("</script>")[0]
    assert (
        f'"@id": "http://testserver{given.statement.get_absolute_url()}#quotation-{first.pk}"'
        in data
    )
