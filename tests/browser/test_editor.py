"""An editor's journeys, through a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from positions.choices import StakeholderKind
from positions.models import Stakeholder
from tests.browser.accounts import log_in
from tests.documents.samples import SENTENCE, pdf, word
from tests.documents.samples import WORDS as SAID
from tests.factories import (
    PropositionFactory,
    QuotationFactory,
    SourceFactory,
    StakeholderFactory,
    said,
)

TITLE = "Example coalition on sales of example systems"
WORDS = "We ask that no example system be sold to any government."
PROPOSITION = "Sales of example systems should end"
ADD = "/admin/positions/statement/add/"


@pytest.fixture
def union(transactional_db: None) -> Stakeholder:
    return StakeholderFactory.create(
        name="Example Liberties Union", abbreviation="ELU", kind=StakeholderKind.ADVOCACY
    )


@pytest.fixture
def northern(transactional_db: None) -> Stakeholder:
    return StakeholderFactory.create(name="The Northern Example Coalition")


def complete(page: Page, field: str, typed: str, choice: str) -> None:
    """Choose in a box that completes names; ``field`` is the id of the select behind it."""
    page.locator(f"#{field} + .select2-container").click()
    page.locator(".select2-search__field").last.press_sequentially(typed)
    page.locator(".select2-results__option", has_text=choice).first.click()
    expect(page.locator(f"#{field}")).not_to_have_value("")


def save_and_stay(page: Page) -> None:
    page.get_by_role("button", name="Save and continue editing").click()
    expect(page.locator(".messagelist .success")).to_be_visible()


def add_the_statement(page: Page, site: str) -> None:
    """A statement with a new source, two signatories, a quotation and a stance; published."""
    page.goto(f"{site}{ADD}")
    page.locator("summary", has_text="A new source").click()
    page.get_by_label("Address:").fill("https://example.org/letter")
    page.locator("#id_source_title").fill("Letter of the example coalition")
    page.locator("#id_source_kind").select_option("letter")
    page.locator("#id_source_date_edtf").fill("2019-03-04")
    page.locator("#id_source_date_basis").select_option("printed")
    page.locator("#id_source_text").fill(f"To whom it concerns. {WORDS} Sincerely.")

    page.locator("#id_title").fill(TITLE)
    page.locator("#id_kind").select_option("open_letter")
    page.locator("#id_date_edtf").fill("last month")

    page.locator("summary", has_text="Many signatories").click()
    page.locator("#id_signatories").fill("1. northern example coalition, Inc.")
    complete(page, "id_attributions-0-stakeholder", "elu", "(ELU) · Advocacy group")
    page.locator("#id_attributions-0-role").select_option("signatory")

    page.locator("#id_quotations-0-exact").fill(f"“{WORDS}”")
    page.locator("#id_quotations-0-kind").select_option("verbatim")

    complete(page, "id_assessments-0-proposition", "example systems", PROPOSITION)
    page.locator("#id_assessments-0-stance").select_option("strongly_supports")
    page.locator("#id_assessments-0-directness").select_option("explicit")
    page.locator("#id_assessments-0-quotation_number").select_option("1")
    page.locator("#id_assessments-0-reason").fill("“No example system be sold” asks for an end.")

    page.locator("#id_state").select_option("published")
    save_and_stay(page)


def test_an_editor_enters_publishes_corrects_and_takes_back_a_statement(
    site: str, editors: None, union: Stakeholder, northern: Stakeholder, watched: Page
) -> None:
    PropositionFactory.create(short_label=PROPOSITION)
    holders = [union.get_absolute_url(), northern.get_absolute_url()]
    # Where readers meet a statement: the list, the feed, who made it.
    places = [f"{site}{address}" for address in ("/statements/", "/statements.atom", *holders)]

    def where_shown(title: str) -> list[bool]:
        return [title in watched.request.get(place).text() for place in places]

    log_in(watched, site, "first-editor")
    add_the_statement(watched, site)
    told = watched.locator(".messagelist")
    expect(told).to_contain_text("“last month” was understood as February 2019 (2019-02)")
    expect(told).to_contain_text("The quotation marks around")
    expect(told).to_contain_text(f"Signatories added: {northern.name}")
    derived = watched.locator("table.derived")
    for holder in (union, northern):
        expect(derived.get_by_role("row", name=holder.name)).to_contain_text(PROPOSITION)
    desk = watched.url

    watched.get_by_role("link", name="View on site").click()
    expect(watched.get_by_text(WORDS).first).to_be_visible()
    public = watched.url
    assert where_shown(TITLE) == [True] * 4

    watched.goto(desk)
    watched.locator("#id_title").fill(f"{TITLE}, corrected")
    watched.get_by_label("Note to readers").fill("The title was too short.")
    save_and_stay(watched)
    assert where_shown(f"{TITLE}, corrected") == [True] * 4
    watched.get_by_role("link", name="History").click()
    newest = watched.locator(".entries > li").first
    expect(newest).to_contain_text("first-editor")
    expect(newest.locator("del")).to_have_text(TITLE)
    expect(newest.locator("ins")).to_have_text(f"{TITLE}, corrected")

    watched.goto(f"{site}/admin/positions/statement/")
    watched.get_by_role("row", name=TITLE).get_by_role("checkbox").check()
    watched.locator("select[name=action]").select_option("withdraw")
    watched.get_by_role("button", name="Go").click()
    expect(watched.locator("#content-main")).to_contain_text(PROPOSITION)
    watched.get_by_label("Note to readers").fill("The example letter was never sent.")
    watched.get_by_role("button", name="Withdraw them").click()
    expect(watched.locator(".messagelist")).to_contain_text("1 statement is withdrawn")
    assert where_shown(TITLE) == [False] * 4
    assert watched.request.get(public).status == 410

    watched.goto(desk)
    watched.get_by_role("link", name="History").click()
    expect(watched.locator(".entries > li").first.locator("ins")).to_have_text("Withdrawn")
    watched.get_by_role("link", name="Go back to this").first.click()
    expect(watched.locator(".events")).to_contain_text("Published")
    watched.get_by_label("Note to readers").fill("The letter was found.")
    watched.get_by_role("button", name="Go back to this").click()
    expect(watched.locator(".messagelist")).to_contain_text("is again as it was")
    assert where_shown(TITLE) == [True] * 4
    assert watched.request.get(public).ok


def test_an_editor_gives_the_text_of_a_source_as_a_file(
    site: str, editors: None, watched: Page
) -> None:
    source = SourceFactory.create(title="Letter of the example union")
    QuotationFactory.create(source=source, exact=SAID)
    log_in(watched, site, "first-editor")
    watched.goto(f"{site}/admin/positions/source/{source.pk}/change/")
    box = watched.locator("#id_captures-0-text_file")
    box.set_input_files({"name": "letter.pdf", "mimeType": "application/pdf", "buffer": pdf([])})
    watched.get_by_role("button", name="Save and continue editing").click()
    expect(watched.locator(".errorlist").last).to_contain_text("its pages are pictures")

    made = word("Dear council,", SENTENCE)
    box.set_input_files({"name": "letter.docx", "mimeType": "", "buffer": made})
    save_and_stay(watched)
    told = watched.locator(".messagelist")
    expect(told).to_contain_text("“letter.docx” was read: 20 words, from “Dear council, On Monday")
    expect(told).to_contain_text("matches exactly: 1")
    expect(watched.locator(".field-text .readonly").first).to_contain_text(SAID)


def test_what_two_editors_changed_is_merged_and_where_both_did_one_chooses(
    site: str, editors: None, watched: Page, browser: Browser
) -> None:
    statement = said(title="As both opened it")
    address = f"{site}/admin/positions/statement/{statement.pk}/change/"
    log_in(watched, site, "second-editor")
    watched.goto(address)
    watched.locator("#id_quotations-0-exact").fill("Words typed by the second.")
    watched.locator("#id_title").fill("As the second has it")

    context = browser.new_context()
    first = context.new_page()
    log_in(first, site, "first-editor")
    first.goto(address)
    first.locator("#id_title").fill("As the first left it")
    first.get_by_label("No change in substance").check()
    save_and_stay(first)
    context.close()

    watched.get_by_role("button", name="Save and continue editing").click()
    changes = watched.get_by_role("region", name="Changed since you opened it")
    expect(changes).to_contain_text("first-editor")
    expect(changes.locator("ins")).to_have_text("As the first left it")
    both = watched.get_by_role("group", name="Title")
    for value in ("As both opened it", "As the first left it", "As the second has it"):
        expect(both).to_contain_text(value)
    typed = watched.locator("#id_quotations-0-exact")
    expect(typed).to_have_value("Words typed by the second.")
    watched.get_by_label("Note to readers").fill("The words were others.")
    both.get_by_label("Theirs, saved since").check()
    save_and_stay(watched)
    statement.refresh_from_db()
    assert statement.title == "As the first left it"
    assert statement.quotations.get().exact == "Words typed by the second."


def test_an_unknown_organisation_costs_nothing_that_was_typed(
    site: str, editors: None, watched: Page
) -> None:
    log_in(watched, site, "first-editor")
    watched.goto(f"{site}{ADD}")
    watched.locator("#id_title").fill(TITLE)
    with watched.expect_popup() as opening:
        watched.locator("#add_id_attributions-0-stakeholder").click()
    popup = opening.value
    popup.locator("#id_kind").select_option("advocacy")
    popup.locator("#id_name").fill("Example Watch")
    with popup.expect_event("close"):
        popup.get_by_role("button", name="Save", exact=True).click()
    chosen = watched.locator("#id_attributions-0-stakeholder option:checked")
    expect(chosen).to_have_text("Example Watch")
    expect(watched.locator("#id_title")).to_have_value(TITLE)


def test_an_unknown_signatory_is_told_with_the_way_to_add_it_without_a_script(
    site: str, editors: None, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    log_in(page, site, "first-editor")
    page.goto(f"{site}{ADD}")
    page.locator("#id_title").fill(TITLE)
    page.locator("summary", has_text="Many signatories").click()
    page.locator("#id_signatories").fill("ACLU\nExample Watch")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("nobody of that name is known").first).to_be_visible()
    way = page.get_by_role("link", name="an organisation").first
    expect(way).to_have_attribute("href", re.compile(r"/organisation/add/\?name=Example\+Watch$"))
    expect(page.locator("#id_title")).to_have_value(TITLE)
    expect(page.locator("#id_signatories")).to_have_value("ACLU\nExample Watch")
    context.close()
