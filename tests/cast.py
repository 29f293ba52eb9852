"""A small fixed cast: who said what in the tests of lists, pages and data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from positions import derivation
from positions.choices import (
    AttributionRole,
    Capacity,
    QuotationKind,
    SourceKind,
    StakeholderKind,
    Stance,
    StatementKind,
    WorkflowState,
)
from positions.models import Proposition, Source, Stakeholder, Statement, Topic
from tests.factories import (
    AffiliationFactory,
    AliasFactory,
    AssessmentFactory,
    AttributionFactory,
    ChallengeFactory,
    CorrectionFactory,
    PersonFactory,
    PropositionFactory,
    QuotationFactory,
    SourceFactory,
    StakeholderFactory,
    StatementFactory,
    TopicFactory,
)

MADE_ON = date(2026, 11, 20)


@dataclass(frozen=True)
class Cast:
    """Four organisations, two people, two topics, three propositions, two sources, eight acts.

    Two of them were corrected, and one is challenged.
    """

    aclu: Stakeholder
    amazon: Stakeholder
    caucus: Stakeholder
    paper: Stakeholder
    guliani: Stakeholder
    rivera: Stakeholder
    faces: Topic
    robots: Topic
    sales: Proposition
    law: Proposition
    toys: Proposition
    article: Source
    letter: Source
    statements: dict[str, Statement]


def assembled() -> Cast:
    """Puts the cast into the database, derived; one of the statements is a draft."""
    aclu = StakeholderFactory.create(
        name="American Civil Liberties Union",
        abbreviation="ACLU",
        slug="aclu",
        kind=StakeholderKind.ADVOCACY,
    )
    amazon = StakeholderFactory.create(name="Amazon", slug="amazon")
    caucus = StakeholderFactory.create(
        name="Congressional Black Caucus",
        abbreviation="CBC",
        slug="cbc",
        kind=StakeholderKind.CAUCUS,
    )
    paper = StakeholderFactory.create(
        name="Example Herald", slug="example-herald", kind=StakeholderKind.OUTLET
    )
    guliani = PersonFactory.create(name="Neema Singh Guliani", slug="guliani")
    AliasFactory.create(stakeholder=guliani, name="Giuliani")
    AffiliationFactory.create(member=guliani, group=aclu, role="counsel")
    rivera = PersonFactory.create(name="Robin Rivera", slug="rivera")
    faces = TopicFactory.create(name="Facial recognition", slug="faces")
    robots = TopicFactory.create(name="Robots", slug="robots")
    sales = PropositionFactory.create(topic=faces, short_label="Sales", slug="sales", order=1)
    law = PropositionFactory.create(topic=faces, short_label="Law", slug="law", order=2)
    toys = PropositionFactory.create(topic=robots, short_label="Toys", slug="toys", order=1)
    article = SourceFactory.create(title="What they said", slug="article", publisher=paper)
    letter = SourceFactory.create(
        title="The letter itself", slug="letter", kind=SourceKind.LETTER, date_edtf="2018-05-24"
    )
    made: dict[str, Statement] = {}

    def act(
        name: str,
        voices: dict[Stakeholder, Stakeholder | None],
        stances: dict[Proposition, Stance],
        words: dict[Source, str],
        *,
        quoted_as: QuotationKind = QuotationKind.VERBATIM,
        silent_on: tuple[Proposition, ...] = (),
        **fields: object,
    ) -> None:
        statement = StatementFactory.create(slug=name, title=f"Act of {name}", **fields)
        for order, (voice, behalf) in enumerate(voices.items()):
            AttributionFactory.create(
                statement=statement,
                stakeholder=voice,
                on_behalf_of=behalf,
                role=AttributionRole.SPOKESPERSON if behalf else AttributionRole.AUTHOR,
                capacity=Capacity.PERSONAL
                if voice.is_person and not behalf
                else Capacity.ORGANISATIONAL,
                order=order,
            )
        for order, (source, exact) in enumerate(words.items()):
            QuotationFactory.create(
                statement=statement, source=source, exact=exact, kind=quoted_as, order=order
            )
        for proposition, stance in stances.items():
            AssessmentFactory.create(statement=statement, proposition=proposition, stance=stance)
        statement.asked_about.set(silent_on)
        made[name] = statement

    plea = "Stop selling this, we plead."
    act(
        "plea",
        {aclu: None, caucus: None},
        {sales: Stance.STRONGLY_OPPOSES},
        {article: plea, letter: plea.lower()},
        kind=StatementKind.OPEN_LETTER,
        date_edtf="2018-05-24",
        topic=faces,
    )
    act(
        "counsel",
        {guliani: aclu},
        {sales: Stance.OPPOSES, law: Stance.SUPPORTS},
        {article: "These guidelines are weak."},
        date_edtf="2019-02-07",
        topic=faces,
    )
    act(
        "private",
        {guliani: None},
        {toys: Stance.SUPPORTS},
        {article: "I like robots."},
        kind=StatementKind.INTERVIEW,
        date_edtf="2018-05~",
        topic=robots,
    )
    act(
        "defence",
        {amazon: None},
        {sales: Stance.SUPPORTS},
        {article: "It does good."},
        kind=StatementKind.EMAIL,
        date_edtf="2018-06",
    )
    act(
        "guidelines",
        {amazon: None},
        {sales: Stance.MIXED, law: Stance.SUPPORTS},
        {article: "It asked for a law."},
        quoted_as=QuotationKind.PARAPHRASE,
        kind=StatementKind.GUIDELINES,
        date_edtf="2019-02-07",
    )
    act(
        "silence",
        {amazon: None},
        {},
        {article: "It did not reply."},
        quoted_as=QuotationKind.PARAPHRASE,
        silent_on=(law,),
        kind=StatementKind.NO_REPLY,
        date_edtf="2018-06-18",
    )
    act("remark", {rivera: None}, {}, {letter: "No comment."}, date_edtf="../2018-01", topic=robots)
    act(
        "draft",
        {aclu: None},
        {toys: Stance.OPPOSES},
        {letter: "Unpublished words."},
        date_edtf="2019",
        state=WorkflowState.DRAFT,
    )
    CorrectionFactory.create(statement=made["plea"], note="It had a misprint.", made_on=MADE_ON)
    CorrectionFactory.create(statement=made["counsel"], note="She spoke for them.", made_on=MADE_ON)
    ChallengeFactory.create(
        statement=made["counsel"],
        assessment=made["counsel"].assessments.get(proposition=sales),
        challenger=amazon,
        challenger_name="",
        name_public=True,
        disputed="That the words oppose it.",
    )
    derivation.refresh([statement.pk for statement in made.values()])
    return Cast(
        aclu=aclu,
        amazon=amazon,
        caucus=caucus,
        paper=paper,
        guliani=guliani,
        rivera=rivera,
        faces=faces,
        robots=robots,
        sales=sales,
        law=law,
        toys=toys,
        article=article,
        letter=letter,
        statements=made,
    )
