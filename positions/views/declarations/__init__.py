"""The lists of the site, each declared once for all of its formats."""

from positions.listing import AnyDeclaration
from positions.views.declarations.corrections import CORRECTIONS
from positions.views.declarations.matrix import MATRIX
from positions.views.declarations.positions import CHANGES, POSITIONS, SHIFTS
from positions.views.declarations.stakeholders import ORGANISATIONS, PEOPLE
from positions.views.declarations.statements import STATEMENTS, TIMELINE
from positions.views.declarations.subjects import PROPOSITIONS, SOURCES, TOPICS

# Those whose pages are drawn alike; the matrix and the timeline have pages of their own.
DECLARATIONS: tuple[AnyDeclaration, ...] = (
    STATEMENTS,
    ORGANISATIONS,
    PEOPLE,
    PROPOSITIONS,
    TOPICS,
    SOURCES,
    POSITIONS,
    SHIFTS,
    CHANGES,
    CORRECTIONS,
)

# All that is described to programs: whatever has records of its own.
DESCRIBED: tuple[AnyDeclaration, ...] = (*DECLARATIONS, MATRIX)

__all__ = [
    "CHANGES",
    "CORRECTIONS",
    "DECLARATIONS",
    "DESCRIBED",
    "MATRIX",
    "ORGANISATIONS",
    "PEOPLE",
    "POSITIONS",
    "PROPOSITIONS",
    "SHIFTS",
    "SOURCES",
    "STATEMENTS",
    "TIMELINE",
    "TOPICS",
]
