"""What is asked for while an article is pasted: names, addresses, kinds, what is known."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from positions import apart
from positions.choices import CaptureOrigin
from positions.choices import StakeholderKind as Kind
from positions.intake.party_names import kind_of_name
from positions.models import Intake
from tests.admin.desk.invented import DESK, TEXT, laid
from tests.admin.forms import messages_of, opened
from tests.documents import samples
from tests.factories import (
    CaptureFactory,
    PersonFactory,
    SourceFactory,
    StakeholderFactory,
    TopicFactory,
    said,
)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Mara Example", Kind.PERSON),
        ("Ludwig van Example", Kind.PERSON),
        ("Ministry of Example Rivers", Kind.GOVERNMENT),
        ("Example Caucus", Kind.CAUCUS),
        ("The Example Times", Kind.OUTLET),
        ("Example Works Inc", Kind.COMPANY),
        ("Example University", Kind.UNIVERSITY),
        ("a few of the example", Kind.ADVOCACY),
    ],
)
def test_a_name_suggests_a_kind(name: str, kind: Kind) -> None:
    assert kind_of_name(name) == kind


@pytest.mark.django_db
def test_names_are_suggested_so_that_twins_are_told_apart(editor: Client) -> None:
    StakeholderFactory.create(name="Example Watch", slug="watch", abbreviation="EW")
    PersonFactory.create(name="Robin Example", slug="robin-one")
    PersonFactory.create(name="Robin Example", slug="robin-two")
    found = editor.get(f"{DESK}names/", {"q": "exam"}).json()["results"]
    assert [each["value"] for each in found] == [
        "Example Watch",
        "Robin Example [robin-one]",
        "Robin Example [robin-two]",
    ]
    assert "(EW)" in found[0]["label"]
    assert editor.get(f"{DESK}names/", {"q": "-"}).json() == {"results": []}


@pytest.mark.django_db
def test_an_article_that_takes_too_long_is_refused_in_words_and_stays_in_the_box(
    editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "positions.extraction.apart.run", apart.run
    )  # in a process, as it is served
    monkeypatch.setattr(apart, "SECONDS", 0.01)
    page = editor.post(DESK, {"text": TEXT, "date_edtf": "2024-05-08"})
    assert "took longer than 0.01 seconds to read. Paste it in parts." in page.content.decode()
    assert "Upper Example Anglers" in page.content.decode()
    assert not Intake.objects.exists()


@pytest.mark.django_db
def test_an_article_of_stops_alone_is_laid_on_the_desk(editor: Client) -> None:
    assert editor.post(DESK, {"text": "." * 100_000}).status_code == 302
    assert Intake.objects.get().cards == []


@pytest.mark.django_db
def test_an_address_is_known_however_it_is_written(editor: Client) -> None:
    source = said(words="Example.").quotations.get().source
    known = editor.get(f"{DESK}address/", {"url": f"{source.url}/?utm_source=x"}).json()["known"]
    assert (known["title"], known["statements"]) == (source.title, 1)
    assert editor.get(f"{DESK}address/", {"url": "https://other.example"}).json()["known"] is None


@pytest.mark.django_db
def test_a_source_is_opened_with_the_text_that_is_kept(editor: Client) -> None:
    capture = CaptureFactory.create(source=SourceFactory.create(title="Kept"), text=TEXT)
    fields = opened(editor, f"{DESK}?source={capture.source_id}")
    page = editor.post(DESK, fields)
    intake = Intake.objects.get()
    assert (intake.source, intake.text) == (capture.source, TEXT)
    assert "Kept" in editor.get(page["Location"]).content.decode()


@pytest.mark.django_db
def test_the_only_topic_is_chosen_already(editor: Client) -> None:
    topic = TopicFactory.create()
    assert opened(editor, DESK)["topic"] == str(topic.pk)
    TopicFactory.create()
    assert opened(editor, DESK)["topic"] == ""


@pytest.mark.django_db
def test_words_such_as_friday_count_from_the_date_of_the_article(editor: Client) -> None:
    text = "“We will see,” said the Ministry of Example Rivers on Friday.\n"
    laid(editor, text=text, date_edtf="2024-05-14")
    (card,) = Intake.objects.get().cards
    assert (card["date"], card["printed"], card["basis"]) == ("2024-05-10", "on Friday", "reported")


@pytest.mark.django_db
@pytest.mark.parametrize("date", ["2024-05", "2024~", "2024-05-01/2024-05-03", "../2024"])
def test_any_date_of_an_article_is_understood_or_left_alone(editor: Client, date: str) -> None:
    laid(editor, text="“We will see,” said Mara Example on Friday.\n", date_edtf=date)
    assert Intake.objects.get().date_edtf == date


@pytest.mark.django_db
def test_an_article_that_lies_there_already_is_opened_and_not_laid_twice(editor: Client) -> None:
    assert laid(editor) == laid(editor)
    assert Intake.objects.count() == 1


@pytest.mark.django_db
def test_the_publisher_is_that_of_other_articles_at_the_same_host(editor: Client) -> None:
    paper = StakeholderFactory.create(name="The Example Courier")
    SourceFactory.create(url="https://www.courier.example/a/1", publisher=paper)
    laid(editor, url="https://courier.example/b/2")
    assert Intake.objects.get().publisher == paper.name


@pytest.mark.django_db
def test_words_of_a_document_that_was_named_before_have_its_form(editor: Client) -> None:
    text = (
        "In a letter sent on Friday, the Ministry of Example Rivers warned against the weir.\n\n"
        "“We will see,” the ministry wrote.\n"
    )
    laid(editor, text=text, date_edtf="2024-05-14")
    assert {card["kind"] for card in Intake.objects.get().cards} == {"letter"}


@pytest.mark.django_db
def test_a_saved_page_is_laid_on_the_desk_with_what_it_says_of_itself(editor: Client) -> None:
    file = SimpleUploadedFile("saved.html", samples.page(f"<p>{samples.SENTENCE}</p>" * 3))
    answer = editor.post(DESK, {"text": "", "text_file": file})
    assert answer.status_code == 302, answer.context["form"].errors
    intake = Intake.objects.get()
    assert (intake.origin, intake.publisher) == (CaptureOrigin.FILE, "Example Times")
    assert (intake.date_edtf, intake.url) == ("2019-03-04", "https://example.org/a")
    assert "saved.html" in messages_of(editor.get(answer["Location"]))
