"""What each role may do with a statement: contributors prepare, editors publish."""

from __future__ import annotations

from django.http import HttpRequest

from positions.choices import WorkflowState
from positions.models import Statement

PUBLISH = "positions.publish_statement"
OPEN_STATES = (WorkflowState.DRAFT, WorkflowState.IN_REVIEW)


def may_publish(request: HttpRequest) -> bool:
    """Whether this account decides what readers see, as editors and administrators do."""
    return request.user.has_perm(PUBLISH)


def may_change(request: HttpRequest, statement: Statement | None) -> bool:
    """Whether the state of this statement, as it is stored, leaves it open to this account."""
    return statement is None or may_publish(request) or statement.state in OPEN_STATES
