"""Accounts, groups and refused log-ins: nobody gives, or takes from others, more than is theirs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import axes.admin  # noqa: F401 - it registers its pages, which ours replace
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, Permission, User
from django.db.models import ManyToManyField, Max, OuterRef, Q, QuerySet, Subquery, Sum
from django.http import HttpRequest
from django.utils import timezone

from positions.admin.bases import ModelAdmin

# What superusers alone see and set; the others give what they may by groups.
SUPERUSERS_ALONE = {"is_superuser", "user_permissions"}


def held(user: Any) -> QuerySet[Permission]:
    """What an account may do by itself and by its groups, were it active; of a superuser, all."""
    if user.is_superuser:
        return Permission.objects.all()
    return Permission.objects.filter(Q(user=user) | Q(group__user=user)).distinct()


def has_all(user: Any, wanted: QuerySet[Permission]) -> bool:
    """Whether an account has all of these permissions itself."""
    return not wanted.exclude(pk__in=held(user).values("pk")).exists()


def groups_within(user: Any) -> QuerySet[Group]:
    """The groups with no permission that the account does not have itself."""
    beyond = Permission.objects.exclude(pk__in=held(user).values("pk"))
    return Group.objects.exclude(permissions__in=beyond)


class Accounts(UserAdmin):  # type: ignore[type-arg] # it is not subscriptable when it runs
    """Who may do more is seen and left alone: its name, password, address, groups and life."""

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        shown = super().get_fieldsets(request, obj)
        if request.user.is_superuser:
            return shown
        return [
            (title, {**options, "fields": _without(options["fields"])}) for title, options in shown
        ]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and _is_within(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and _is_within(request, obj)

    def formfield_for_manytomany(
        self, db_field: ManyToManyField[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name == "groups":
            kwargs["queryset"] = groups_within(request.user)
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class Groups(GroupAdmin):
    """A group is changed by those who have all that it gives, and gives no more than they have."""

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and _is_theirs(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and _is_theirs(request, obj)

    def formfield_for_manytomany(
        self, db_field: ManyToManyField[Any, Any], request: HttpRequest | None = None, **kwargs: Any
    ) -> Any:
        if db_field.name == "permissions" and request is not None:
            kwargs["queryset"] = held(request.user)
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class RefusedLogIns(ModelAdmin):
    """Wrong passwords, by name and address; who keeps the accounts lifts the locks that follow."""

    list_display = ("username", "ip_address", "wrong", "attempt_time", "locked_until")
    search_fields = ["username", "ip_address"]
    search_help_text = "A part of the name or of the address."
    fields = (*list_display, "user_agent")
    actions = ["lift"]

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> Any:
        return super().changelist_view(request, {"title": "Refused log-ins"})

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        # A lock counts all browsers of a name and address; each has a row of its own.
        pair = AccessAttempt.objects.filter(
            username=OuterRef("username"), ip_address=OuterRef("ip_address")
        )
        recent = pair.filter(attempt_time__gt=timezone.now() - settings.AXES_COOLOFF_TIME)
        sums = recent.order_by().values("username")
        rows = AccessAttempt.objects.order_by("-attempt_time")
        annotated: QuerySet[Any] = rows.annotate(
            n_recent=Subquery(sums.annotate(n=Sum("failures_since_start")).values("n")),
            last=Subquery(sums.annotate(last=Max("attempt_time")).values("last")),
        )
        return annotated

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)  # “lift” is its name here
        return actions

    @admin.display(description="wrong passwords", ordering="failures_since_start")
    def wrong(self, attempt: Any) -> int:
        return int(attempt.failures_since_start)

    @admin.display(description="locked until", empty_value="not locked")
    def locked_until(self, attempt: Any) -> datetime | None:
        if (attempt.n_recent or 0) < settings.AXES_FAILURE_LIMIT:
            return None
        until: datetime = attempt.last + settings.AXES_COOLOFF_TIME
        return until

    @admin.action(description="Lift the lock", permissions=["delete"])
    def lift(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        pairs = {(attempt.username, attempt.ip_address) for attempt in queryset}
        for attempt in queryset:
            self.delete_model(request, attempt)
        self.message_user(request, f"Lifted: {len(pairs)} may try again at once.", messages.SUCCESS)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        AccessAttempt.objects.filter(username=obj.username, ip_address=obj.ip_address).delete()

    def has_module_permission(self, request: HttpRequest) -> bool:
        return _keeps_accounts(request)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _keeps_accounts(request)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _keeps_accounts(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


def _keeps_accounts(request: HttpRequest) -> bool:
    return request.user.has_perm("auth.change_user")


def _is_within(request: HttpRequest, account: Any) -> bool:
    if account is None or request.user.is_superuser:
        return True
    return not account.is_superuser and has_all(request.user, held(account))


def _is_theirs(request: HttpRequest, group: Any) -> bool:
    return group is None or has_all(request.user, group.permissions.all())


def _without(fields: Any) -> list[Any]:
    return [name for name in fields if name not in SUPERUSERS_ALONE]


for model, page in ((User, Accounts), (Group, Groups), (AccessAttempt, RefusedLogIns)):
    admin.site.unregister(model)
    admin.site.register(model, page)
