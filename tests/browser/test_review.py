"""From a contributor's draft to what readers are told of it years later, through a real browser."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from positions.choices import Stance, WorkflowState
from positions.models import Statement
from tests.browser.accessibility import faults
from tests.browser.accounts import log_in, make_accounts
from tests.browser.keyboard import tabbed_to
from tests.browser.test_editor import save_and_stay
from tests.factories import (
    CaptureFactory,
    PropositionFactory,
    SourceFactory,
    StakeholderFactory,
    StatementFactory,
    said,
)

WORDS = "We ask that no example system be sold."
STATEMENTS = "/admin/positions/statement/"


@pytest.fixture
def desk(transactional_db: None) -> None:
    """A contributor and an editor."""
    make_accounts("contributor", "contributing")
    make_accounts("editor", "editing")


@pytest.fixture
def draft(transactional_db: None) -> Statement:
    """A draft without words, whose source is known with its text; a second one waits, whole."""
    source = SourceFactory.create(title="An example letter")
    CaptureFactory.create(source=source, text=f"Dear all. {WORDS} Yours.")
    statement = StatementFactory.create(state=WorkflowState.DRAFT, title="What the contributor has")
    voice = StakeholderFactory.create(name="Example Watch")
    statement.attributions.create(stakeholder=voice)
    said(voice, state=WorkflowState.IN_REVIEW, title="Another that waits")
    return statement


def change(site: str, statement: Statement) -> str:
    return f"{site}{STATEMENTS}{statement.pk}/change/"


def test_a_statement_is_handed_in_sent_back_mended_published_corrected_and_withdrawn(
    site: str, desk: None, draft: Statement, watched: Page, browser: Browser
) -> None:
    reader = browser.new_context().new_page()
    context = browser.new_context()
    contributor = context.new_page()
    log_in(contributor, site, "contributing")
    contributor.goto(change(site, draft))
    contributor.locator("#id_state").select_option("in_review")
    save_and_stay(contributor)

    # The editor sees in the queue what is missing, and sends it back, by the keyboard.
    log_in(watched, site, "editing")
    review = watched.get_by_role("link", name=re.compile("Review 2 waiting"))
    tabbed_to(watched, review)
    watched.keyboard.press("Enter")
    row = watched.locator(f"#statement-{draft.pk}")
    expect(row).to_contain_text("Handed in by contributing")
    expect(row.get_by_role("list", name="Missing")).to_contain_text("no words with a source")
    assert faults(watched) == []
    opening = row.locator("summary")
    tabbed_to(watched, opening)
    watched.keyboard.press("Enter")
    watched.keyboard.press("Tab")
    watched.keyboard.type("Which words? They stand in the letter.")
    tabbed_to(watched, row.get_by_role("button", name="Send back"))
    watched.keyboard.press("Enter")
    expect(watched.locator(".messagelist")).to_contain_text("1 statement is sent back")

    # The contributor reads why, mends it, and hands it in again.
    contributor.goto(change(site, draft))
    expect(contributor.get_by_role("region", name="Sent back to")).to_contain_text(
        "Which words? They stand in the letter."
    )
    contributor.locator("#id_quotations-0-exact").fill(WORDS)
    contributor.locator("#id_quotations-0-kind").select_option("verbatim")
    contributor.locator("#id_quotations-0-source + .select2-container").click()
    contributor.locator(".select2-search__field").last.press_sequentially("example letter")
    contributor.locator(".select2-results__option", has_text="An example letter").click()
    contributor.locator("#id_state").select_option("in_review")
    save_and_stay(contributor)
    context.close()

    # Both are published at once.
    watched.goto(f"{site}/admin/review/")
    for box in watched.get_by_role("checkbox").all():
        box.check()
    watched.get_by_role("button", name="Publish the chosen").click()
    expect(watched.locator(".messagelist")).to_contain_text("2 statements are now public")
    draft.refresh_from_db()
    public = f"{site}{draft.get_absolute_url()}"
    reader.goto(public)
    expect(reader.get_by_text(WORDS).first).to_be_visible()

    # A published word is changed: the note is asked for, and readers see it.
    watched.goto(change(site, draft))
    watched.locator("#id_title").fill("What Example Watch asks")
    watched.get_by_role("button", name="Save and continue editing").click()
    expect(watched.get_by_text("and the title changed: tell them what was").first).to_be_visible()
    watched.get_by_role("link", name="Write the note").click()
    watched.get_by_label("Note to readers").fill("The title named nobody.")
    save_and_stay(watched)
    reader.goto(public)
    expect(reader.get_by_role("region", name="Corrections")).to_contain_text(
        "The title named nobody."
    )

    # It is withdrawn: readers find why, and nothing of the words.
    watched.locator("#id_state").select_option("withdrawn")
    watched.get_by_label("Note to readers").fill("The letter was a hoax.")
    save_and_stay(watched)
    answer = reader.goto(public)
    assert answer is not None
    assert answer.status == 410
    expect(reader.get_by_role("heading", level=1)).to_have_text("What Example Watch asks")
    expect(reader.locator("main")).to_contain_text("The letter was a hoax.")
    assert WORDS not in reader.content()
    assert faults(reader) == []
    reader.goto(f"{site}/corrections/")
    expect(reader.locator("main")).to_contain_text("The letter was a hoax.")
    reader.context.close()


def test_a_challenge_is_recorded_and_decided_and_readers_follow_it(
    site: str, desk: None, watched: Page
) -> None:
    statement = said(on={PropositionFactory.create(short_label="Sales"): Stance.OPPOSES})
    public = f"{site}{statement.get_absolute_url()}"
    log_in(watched, site, "editing")
    watched.goto(change(site, statement))
    watched.get_by_role("link", name="Record a challenge").click()
    watched.get_by_label("Stance").select_option(label="opposes: Sales")
    watched.get_by_label("Received on").fill("2026-11-20")
    watched.get_by_label("What they dispute").fill("That it opposes sales.")
    watched.get_by_label("Challenger name").fill("Jo Example")
    watched.get_by_role("button", name="Save", exact=True).click()
    expect(watched.locator(".messagelist .success")).to_be_visible()
    watched.goto(public)
    told = watched.get_by_role("region", name="Challenged")
    expect(told).to_contain_text("Challenged on 20 November 2026, the stance on Sales")
    expect(told).to_contain_text("Being looked into.")
    expect(watched.locator("main")).not_to_contain_text("Jo Example")

    watched.goto(f"{site}/admin/review/?tab=challenges")
    assert faults(watched) == []
    watched.get_by_role("link", name=statement.title).click()
    watched.locator("#id_state").select_option("not_upheld")
    watched.get_by_label("Decided on").fill("2026-11-21")
    watched.get_by_label("Outcome").fill("The words say so.")
    save_and_stay(watched)
    watched.goto(public)
    expect(told).to_contain_text("Outcome: Not upheld, 21 November 2026. The words say so.")
