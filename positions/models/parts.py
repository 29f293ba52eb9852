"""Which rows are parts of which noun: written, told of and gone back from with it."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import models

from positions.models.affiliation import Affiliation
from positions.models.assessment import Assessment
from positions.models.attribution import Attribution
from positions.models.other_address import OtherAddress
from positions.models.quotation import Quotation
from positions.models.source import Source
from positions.models.stakeholder import Alias, Stakeholder
from positions.models.statement import Reply, Statement

# The parts of a noun, each with its key to the whole; in the order in which they can be written.
PARTS: Mapping[type[models.Model], tuple[tuple[type[models.Model], str], ...]] = {
    Statement: (
        (Attribution, "statement"),
        (Quotation, "statement"),
        (Assessment, "statement"),
        (Reply, "from_statement"),
    ),
    Stakeholder: ((Alias, "stakeholder"), (Affiliation, "member")),
    Source: ((OtherAddress, "source"),),
}
# The same seen from the part: its key to the whole.
WHOLE: Mapping[type[models.Model], str] = {
    part: key for parts in PARTS.values() for part, key in parts
}
