"""Many who write the same at the same moment: each is served, and the record stays whole.

Against the site as it is served, by real processes, with a database of its own.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pytest_django import DjangoDbBlocker

from positions import derivation
from positions.choices import Stance, WorkflowState
from positions.models import (
    Attribution,
    IndexEntry,
    Intake,
    Position,
    Quotation,
    Source,
    Stakeholder,
    Statement,
    TopicTotal,
)
from tests.admin.desk.invented import DESK, TEXT, WEIR, laid, numbered
from tests.admin.forms import opened
from tests.factories import PropositionFactory, SourceFactory, StakeholderFactory, said
from tests.recording.served import Answer, Served, at_once, served

MANY = 8  # as many as the site has threads
LIST = "/admin/positions/statement/"
STALE = "Somebody else changed this"


@pytest.fixture(scope="module")
def running(
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    migrated_database: Path | None,
    tmp_path_factory: Any,
) -> Iterator[Served]:
    directory = tmp_path_factory.mktemp("served")
    with django_db_blocker.unblock(), served(directory, migrated_database) as site:
        yield site


@pytest.fixture
def site(running: Served, django_db_blocker: DjangoDbBlocker) -> Iterator[Served]:
    with django_db_blocker.unblock():
        yield running


def all_at_once(site: Served, *posts: tuple[str, dict[str, Any]]) -> list[Answer]:
    answers = at_once([partial(site.post, *each) for each in posts])
    told = Counter(answer.status for answer in answers)
    assert set(told) <= {200, 302}, f"{told}\n{site.log.read_text()[-6000:]}"
    return answers


def many(site: Served, address: str, fields: dict[str, Any], times: int = MANY) -> list[Answer]:
    """The same, sent by so many at once."""
    return all_at_once(site, *[(address, fields)] * times)


def saved(answers: list[Answer]) -> int:
    return sum(answer.status == 302 for answer in answers)


def rows(model: Any, *names: str) -> list[tuple[Any, ...]]:
    return sorted(model.objects.values_list(*names), key=repr)


def assert_derived() -> None:
    """Whatever is derived is what would be derived from nothing."""
    held = (Position, "holder", "proposition", "statement", "stance", "held_from", "held_until")
    entries = (IndexEntry, "statement", "voice", "proposition", "stance")
    columns = (held, entries, (TopicTotal, "topic", "thousand", "n_statements"))
    before = [rows(*each) for each in columns]
    derivation.rebuild_all()
    assert before == [rows(*each) for each in columns]


@pytest.mark.parametrize(
    ("noun", "fields"),
    [
        ("statement", {"title": "The same title", "kind": "letter", "state": "draft"}),
        ("source", {"title": "The same title", "kind": "article"}),
    ],
)
def test_the_same_name_gets_an_address_of_its_own_each_time(
    site: Served, noun: str, fields: dict[str, str]
) -> None:
    model: Any = {"statement": Statement, "source": Source}[noun]
    before = model.objects.count()
    address = f"/admin/positions/{noun}/add/"
    typed = {**opened(site.client, address), **fields}
    for _ in range(2):
        assert saved(many(site, address, typed)) == MANY
    slugs = list(model.objects.order_by("pk").values_list("slug", flat=True))[before:]
    stem = min(slugs, key=len)
    numbered = {f"{stem}-{number}" for number in range(2, 2 * MANY + 1)}
    assert set(slugs) == {stem, *numbered}


@pytest.mark.parametrize("door", ["source", "statement"])
def test_the_same_new_source_is_entered_once_and_the_others_are_told(
    site: Served, door: str
) -> None:
    address = f"/admin/positions/{door}/add/"
    prefix = "source_" if door == "statement" else ""
    url = f"https://example.org/entered-from-a-{door}"
    source = {"title": "The same source", "kind": "article", "url": url}
    typed = {**opened(site.client, address), "title": "A title", "kind": "letter", "state": "draft"}
    typed |= {f"{prefix}{name}": value for name, value in source.items()}
    answers = many(site, address, typed)
    assert saved(answers) == 1
    told = [each.text for each in answers if each.status == 200]
    assert all("Use that source." in text for text in told)
    assert Source.objects.filter(url=url).count() == 1


def test_one_of_many_saves_of_a_page_is_taken_and_the_others_are_told(site: Served) -> None:
    statement = said()
    address = f"{LIST}{statement.pk}/change/"
    fields = opened(site.client, address)
    answers = all_at_once(
        site, *[(address, {**fields, "title": f"As {place} has it"}) for place in range(MANY)]
    )
    assert saved(answers) == 1
    assert all(STALE in each.text for each in answers if each.status == 200)
    assert Statement.history.filter(id=statement.pk).count() == 2


def test_statements_published_by_many_are_published_once(site: Served) -> None:
    proposition = PropositionFactory.create()
    voice = StakeholderFactory.create()
    drafts = [
        said(voice, on={proposition: Stance.OPPOSES}, state=WorkflowState.DRAFT) for _ in range(3)
    ]
    keys = [each.pk for each in drafts]
    many(site, LIST, {"action": "publish", "_selected_action": keys}, 4)
    many(site, "/admin/review/", {"publish": keys[0], "chosen": keys}, 4)
    assert {each.state for each in Statement.objects.filter(pk__in=keys)} == {"published"}
    assert Position.objects.filter(holder=voice).count() == 3
    assert_derived()


def test_statements_of_one_voice_published_each_by_another_are_all_derived(site: Served) -> None:
    proposition, voice = PropositionFactory.create(), StakeholderFactory.create()
    drafts = [
        said(voice, on={proposition: Stance.OPPOSES}, state=WorkflowState.DRAFT)
        for _ in range(MANY)
    ]
    acts = [{"action": "publish", "_selected_action": [each.pk]} for each in drafts]
    all_at_once(site, *((LIST, act) for act in acts))
    assert Position.objects.filter(holder=voice).count() == MANY
    assert_derived()


@pytest.mark.parametrize("deed", ["discard", "put-back"])
def test_an_article_put_away_or_back_by_many_is_so_for_all(site: Served, deed: str) -> None:
    address = laid(site.client, TEXT + f"\nFor {deed}.\n")
    assert saved(many(site, f"{address}{deed}/", {})) == MANY
    intake = Intake.objects.latest("pk")
    assert bool(intake.discarded_at) is (deed == "discard")


def test_an_article_entered_by_many_is_entered_once(site: Served) -> None:
    address = laid(site.client, TEXT)
    number = numbered(site.client, address, WEIR)
    fields = opened(site.client, address) | {
        f"c{number}-decision": "accept",
        f"c{number}-speaker": "new",
        f"c{number}-behalf": "new",
        "do": "enter",
    }
    answers = many(site, address, fields)
    assert saved(answers) == 1
    told = [each.text for each in answers if each.status == 200]
    assert all(f"card {number}, which was entered: yours is not taken" in text for text in told)
    assert Quotation.objects.filter(exact__startswith="We were handed").count() == 1
    assert Stakeholder.objects.filter(name__endswith="Example Anglers").count() == 1
    assert site.client.get(DESK).status_code == 200


def test_who_is_merged_while_others_name_them_is_lost_to_nobody(site: Served) -> None:
    proposition = PropositionFactory.create()
    kept, merged = StakeholderFactory.create(), StakeholderFactory.create()
    statements = [said(on={proposition: Stance.SUPPORTS}) for _ in range(MANY - 1)]
    posts = []
    for each in statements:
        address = f"{LIST}{each.pk}/change/"
        row = {
            "attributions-1-stakeholder": merged.pk,
            "attributions-1-role": "signatory",
            "attributions-1-capacity": "organisational",
        }
        posts.append((address, {**opened(site.client, address), **row}))
    merging = f"/admin/housekeeping/merge/stakeholder/{merged.pk}/{kept.pk}/"
    posts.insert(3, (merging, opened(site.client, merging)))

    answers = all_at_once(site, *posts)

    refused = [each.text for each in answers if each.status == 200]
    assert all("Select a valid choice" in text or STALE in text for text in refused)
    if not Stakeholder.objects.filter(pk=merged.pk).exists():
        named = Attribution.objects.filter(stakeholder=kept).count()
        assert named == MANY - len(refused) - 1
    assert not Attribution.objects.exclude(stakeholder__in=Stakeholder.objects.all()).exists()
    assert_derived()


def test_who_is_deleted_while_others_name_them_is_lost_to_nobody(site: Served) -> None:
    gone = StakeholderFactory.create()
    add = f"{LIST}add/"
    typed = opened(site.client, add) | {
        "title": "A letter of one who goes",
        "kind": "letter",
        "state": "draft",
        "attributions-0-stakeholder": gone.pk,
        "attributions-0-role": "author",
        "attributions-0-capacity": "organisational",
    }
    deletion = f"/admin/positions/organisation/{gone.pk}/delete/"
    answers = at_once(
        [partial(site.post, deletion, {"post": "yes"})] + [partial(site.post, add, typed)] * 7
    )
    assert {each.status for each in answers} <= {200, 302, 403}
    assert not Attribution.objects.exclude(stakeholder__in=Stakeholder.objects.all()).exists()


def test_three_who_load_the_same_rows_load_them_once(site: Served, tmp_path: Path) -> None:
    voice, source = StakeholderFactory.create(), SourceFactory.create()
    proposition = PropositionFactory.create()
    file = tmp_path / "letters.csv"
    with file.open("w", newline="") as table:
        cells = {
            "kind": "letter",
            "date": "2018-05",
            "date_basis": "printed",
            "state": "published",
            "voice": voice.slug,
            "source": source.slug,
            "words_kind": "verbatim",
            "proposition": proposition.slug,
            "stance": "opposes",
            "directness": "explicit",
            "reason": "The words say so.",
        }
        writer = csv.DictWriter(table, ["slug", "title", "words", *cells])
        writer.writeheader()
        for number in range(600):
            own = {"slug": f"loaded-{number}", "title": f"Loaded {number}", "words": f"W {number}"}
            writer.writerow({**own, **cells})

    load = partial(site.command, "import_statements", str(file))
    runs = at_once([load, load, load])

    assert [run.returncode for run in runs] == [0, 0, 0], [run.stderr for run in runs]
    loaded = Statement.objects.filter(slug__startswith="loaded-")
    assert loaded.count() == 600
    assert Quotation.objects.filter(statement__in=loaded).count() == 600
    assert Position.objects.filter(statement__in=loaded).count() == 600
    assert Statement.history.filter(id__in=loaded).count() == 600
    assert_derived()


def test_the_articles_loaded_by_three_are_loaded_once(site: Served) -> None:
    load = partial(site.command, "load_articles")
    runs = at_once([load, load, load])
    assert [run.returncode for run in runs] == [0, 0, 0], [run.stderr for run in runs]
    assert sum("are there already" in run.stdout for run in runs) == 2
    assert_derived()


def test_what_is_saved_while_all_is_derived_anew_is_derived(site: Served) -> None:
    voice, proposition = StakeholderFactory.create(), PropositionFactory.create()
    drafts = [
        said(voice, on={proposition: Stance.OPPOSES}, state=WorkflowState.DRAFT)
        for _ in range(MANY)
    ]

    def publish() -> list[int]:
        acts = [{"action": "publish", "_selected_action": [each.pk]} for each in drafts]
        return [site.post(LIST, act).status for act in acts]

    def derive() -> list[int]:
        return [site.command("derive").returncode]

    published, derived = at_once([publish, derive])
    assert set(published) == {302}
    assert derived == [0]
    assert Position.objects.filter(holder=voice).count() == MANY
    assert_derived()
