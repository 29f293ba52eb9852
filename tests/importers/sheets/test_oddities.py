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

letters = st.characters(exclude_categories=["Cs", "Cc", "Cf", "Cn", "Zl", "Zp"])
odd = st.sampled_from(["=1+1", "-x", "@a", "'", "'=", '"', ",", ";", "_x0007_", " ", "é"])
breaks = st.sampled_from(["\n", "\t", "\n\n"])
# A text of blanks alone is an empty cell.
lines = st.lists(odd | letters, min_size=1, max_size=12).map("".join).filter(str.strip)
texts = st.lists(odd | letters | breaks, min_size=1, max_size=12).map("".join).filter(str.strip)


def an_archive(one: str, other: str, third: str, prose: str) -> None:
    """Every noun with these texts wherever a text can be, the last where it has several lines."""
    topic = TopicFactory.create(name=one, description=prose)
    sales = PropositionFactory.create(
        topic=topic, text=one, short_label=other, why_it_matters=prose
    )
    works: Stakeholder = StakeholderFactory.create(
        name=one,
        abbreviation="EW",
        description=prose,
        size_note=other,
        website="https://a.example/",
    )
    AliasFactory.create(stakeholder=works, name=other, kind="misprint")
    jane = PersonFactory.create(name=other)
    AffiliationFactory.create(member=jane, group=works, role=third, from_edtf="2018~", note=one)
    AffiliationFactory.create(member=works, group=StakeholderFactory.create(), kind="member_of")
    source = SourceFactory.create(title=one, byline=other, note=prose, publisher=works)
    statement = said(works, jane, title=one, summary=prose, venue=third, topic=topic)
    statement.addressees.set([works, jane])
    statement.attributions.filter(stakeholder=works).update(name_printed=one)
    quotation = QuotationFactory.create(
        statement=statement,
        source=source,
        exact=f"{prose} said",
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
        reason=prose,
        quotation=quotation,
        disputed=True,
        dispute_note=prose,
    )
    reply = said(works, on={sales: Stance.OPPOSES})
    ReplyFactory.create(from_statement=statement, to_statement=reply)
    derivation.rebuild_all()


@settings(max_examples=12, phases=[Phase.explicit, Phase.generate])  # to shrink takes minutes
@given(lines, lines, lines, texts, st.sampled_from([".csv", ".xlsx"]))
def test_odd_texts_come_back_to_the_letter(
    one: str, other: str, third: str, prose: str, ending: str
) -> None:
    with tempfile.TemporaryDirectory() as directory, transaction.atomic():
        an_archive(one, other, third, prose)
        before = contents()
        files = exported(Path(directory), ending)
        emptied()
        reports = imported(files)
        assert [each for report in reports.values() for each in report.refused.values()] == []
        assert contents() == before
        transaction.set_rollback(True)
