"""What this account may do: contributors prepare statements, at the desk too, editors publish."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from positions.models import Statement, workflow
from positions.models.workflow import PUBLISH, Role


def role_of(request: HttpRequest) -> Role:
    """Whose hand it is: an editor's, also of administrators, where the account may publish."""
    return Role.EDITOR if request.user.has_perm(PUBLISH) else Role.CONTRIBUTOR


def may_publish(request: HttpRequest) -> bool:
    """Whether this account decides what readers see, as editors and administrators do."""
    return role_of(request) is Role.EDITOR


def may_change(request: HttpRequest, statement: Statement | None) -> bool:
    """Whether the state of this statement, as it is stored, leaves it open to this account."""
    return statement is None or workflow.may_change(statement.state, role_of(request))


def require_desk(request: HttpRequest) -> None:
    """Raise PermissionDenied for whoever may not work at the desk."""
    if not request.user.has_perm("positions.change_intake"):
        raise PermissionDenied
