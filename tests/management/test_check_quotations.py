"""The command that checks all words anew, and says what changed."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from positions.choices import QuotationCheck
from positions.models import Capture, Quotation
from tests.factories import CaptureFactory, QuotationFactory, StatementFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def capture() -> Capture:
    made: Capture = CaptureFactory.create(text="Example words.", source__slug="letter")
    QuotationFactory.create(
        source=made.source,
        exact="Example words.",
        statement=StatementFactory.create(slug="on-examples"),
    )
    return made


def run(*arguments: str, **options: object) -> tuple[int, str]:
    """The exit status, and what was printed."""
    printed = StringIO()
    try:
        call_command("check_quotations", *arguments, stdout=printed, **options)
    except SystemExit as end:
        return int(str(end.code)), printed.getvalue()
    return 0, printed.getvalue()


def test_all_found_is_success(capture: Capture) -> None:
    status, told = run()
    assert status == 0
    assert "on-examples (published): “Example words.”" in told
    assert "not checked → matches exactly" in told
    assert "1 checked, 1 with another result than before.\nMatches exactly: 1" in told
    assert "→" not in run()[1]


def test_words_not_found_are_told_by_the_exit_status_and_stay_published(capture: Capture) -> None:
    run()
    CaptureFactory.create(source=capture.source, text="A newer text.")
    status, told = run()
    assert status == 1
    assert "matches exactly → not found" in told
    quotation = Quotation.objects.get()
    assert quotation.check_result == QuotationCheck.NOT_FOUND
    assert quotation.statement.is_published


def test_a_dry_run_tells_the_same_and_writes_nothing(capture: Capture) -> None:
    status, told = run("--dry-run")
    assert (status, "nothing was written" in told) == (0, True)
    assert Quotation.objects.get().check_result == QuotationCheck.NOT_CHECKED


def test_one_source_alone_may_be_checked_also_by_a_former_slug(capture: Capture) -> None:
    other = CaptureFactory.create(text="Nothing of it.")
    QuotationFactory.create(source=other.source)
    assert run("--source", "letter")[0] == 0
    capture.source.slug = "the-letter"
    capture.source.save()
    assert run("--source=letter")[0] == 0
    assert run()[0] == 1
    with pytest.raises(CommandError, match="No source has the slug “leter”"):
        run("--source", "leter")


def test_nothing_is_printed_when_asked_for_silence(
    capture: Capture, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(verbosity=0) == (0, "")
    assert capsys.readouterr().err == ""
