"""Whatever texts there are: what is exported and loaded into an empty database is the same."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from django.db import transaction
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from positions import derivation
from positions.choices import Stance
from positions.models import Stakeholder
from tests.factories import (
    AffiliationFactory,
    AliasFactory,
    AssessmentFactory,
    PersonFactory,
    PropositionFactory,
    QuotationFactory,
    ReplyFactory,
    SourceFactory,
    StakeholderFactory,
    TopicFactory,
    said,
)
from tests.importers.sheets.archive import contents, emptied, exported, imported

pytestmark = pytest.mark.django_db

letters = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
odd = st.sampled_from(["=1+1", "-x", "@a", "'", "'=", '"', ",", ";", "\n", "\r\n", "\t", " ", "é"])
# A text of blanks alone is an empty cell.
texts = st.lists(odd | letters, min_size=1, max_size=12).map("".join).filter(str.strip)


def an_archive(one: str, other: str, third: str) -> None:
    """Every noun with these texts wherever a text can be."""
    topic = TopicFactory.create(name=one, description=other)
    sales = PropositionFactory.create(
        topic=topic, text=one, short_label=other, why_it_matters=third
    )
    works: Stakeholder = StakeholderFactory.create(
        name=one,
        abbreviation="EW",
        description=third,
        size_note=other,
        website="https://a.example/",
    )
    AliasFactory.create(stakeholder=works, name=other, kind="misprint")
    jane = PersonFactory.create(name=other)
    AffiliationFactory.create(member=jane, group=works, role=third, from_edtf="2018~", note=one)
    AffiliationFactory.create(member=works, group=StakeholderFactory.create(), kind="member_of")
    source = SourceFactory.create(title=one, byline=other, note=third, publisher=works)
    statement = said(works, jane, title=one, summary=other, venue=third, topic=topic)
    statement.addressees.set([works, jane])
    statement.attributions.filter(stakeholder=works).update(name_printed=one)
    quotation = QuotationFactory.create(
        statement=statement,
        source=source,
        exact=f"{third} said",
        prefix=one,
        suffix=other,
        date_edtf="../2018-06",
        date_basis="inferred",
        date_note=one,
    )
    AssessmentFactory.create(
        statement=statement,
        proposition=sales,
        stance=Stance.MIXED,
        condition=one,
        reason=other,
        quotation=quotation,
        disputed=True,
        dispute_note=third,
    )
    reply = said(works, on={sales: Stance.OPPOSES})
    ReplyFactory.create(from_statement=statement, to_statement=reply)
    derivation.rebuild_all()


@settings(max_examples=12, phases=[Phase.explicit, Phase.generate])  # to shrink takes minutes
@given(texts, texts, texts, st.sampled_from([".csv", ".xlsx"]))
def test_odd_texts_come_back_to_the_letter(one: str, other: str, third: str, ending: str) -> None:
    with tempfile.TemporaryDirectory() as directory, transaction.atomic():
        an_archive(one, other, third)
        before = contents()
        files = exported(Path(directory), ending)
        emptied()
        reports = imported(files)
        assert [each for report in reports.values() for each in report.refused.values()] == []
        assert contents() == before
        transaction.set_rollback(True)
