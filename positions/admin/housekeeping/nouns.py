"""The nouns of housekeeping, as its addresses and pages name them."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest
from django.urls import reverse

from positions.merging.fields import Mergeable
from positions.models import Source, Stakeholder

MERGE = "positions.add_merge"
MERGEABLE: dict[str, type[Mergeable]] = {"stakeholder": Stakeholder, "source": Source}


def mergeable(noun: str) -> type[Mergeable]:
    """The model of that name, or a 404 that says which there are."""
    if noun not in MERGEABLE:
        raise Http404(f"“{noun}” is nothing that is merged; stakeholder and source are.")
    return MERGEABLE[noun]


def one_of(noun: str, pk: int) -> Mergeable:
    """The stakeholder or source with this key, or a 404."""
    found: Any = mergeable(noun)._base_manager.filter(pk=pk).first()
    if found is None:
        raise Http404(f"There is no {noun} number {pk}; it may have been merged or deleted.")
    row: Mergeable = found
    return row


def may_merge(request: HttpRequest) -> bool:
    """Whether this account merges and tells apart, as editors and administrators do."""
    return request.user.has_perm(MERGE)


def merger(request: HttpRequest) -> User:
    """The account that asks, which may merge; any other is refused."""
    if isinstance(request.user, AnonymousUser) or not may_merge(request):
        raise PermissionDenied("Editors and administrators merge and tell apart.")
    return request.user


def page_of(row: models.Model, page: str = "change") -> str:
    """The address of a row's page in the admin; a party's is that of its kind."""
    noun = row._meta.model_name
    if isinstance(row, Stakeholder):
        noun = "person" if row.is_person else "organisation"
    return reverse(f"admin:positions_{noun}_{page}", args=[row.pk])


def context_of(request: HttpRequest, title: str, **more: Any) -> dict[str, Any]:
    """What every page of housekeeping is drawn with."""
    return {
        **admin.site.each_context(request),
        "title": title,
        "may_merge": may_merge(request),
        **more,
    }
