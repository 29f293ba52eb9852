"""What statements do to each other, as it leaves the database: answer, supersede, retract."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Annotated

import msgspec
from django.db.models import Q

from positions.choices import ReplyKind, WorkflowState
from positions.models import Reply
from positions.records.parts import Ref, by_value, ref

REPLY_KINDS = by_value(ReplyKind)


class ReplyRecord(msgspec.Struct, frozen=True):
    """A tie between the statement and another published one."""

    kind: Annotated[ReplyKind, msgspec.Meta(description="What the answer does to the answered.")]
    statement: Annotated[Ref, msgspec.Meta(description="The other statement.")]


Replies = defaultdict[int, list[ReplyRecord]]


def replies_of(ids: Sequence[int], site: str) -> tuple[Replies, Replies]:
    """By statement: what it answers, and what answers it. Costs one query."""
    answers: Replies = defaultdict(list)
    answered_by: Replies = defaultdict(list)
    published = Q(
        from_statement__state=WorkflowState.PUBLISHED, to_statement__state=WorkflowState.PUBLISHED
    )
    wanted = set(ids)
    for reply in (
        Reply.objects.filter(Q(from_statement__in=ids) | Q(to_statement__in=ids), published)
        .order_by("pk")
        .values(
            *("kind", "from_statement_id", "from_statement__slug", "from_statement__title"),
            *("to_statement_id", "to_statement__slug", "to_statement__title"),
        )
    ):
        kind = REPLY_KINDS[reply["kind"]]
        for of, other, replies in (
            ("from_statement", "to_statement", answers),
            ("to_statement", "from_statement", answered_by),
        ):
            if reply[f"{of}_id"] in wanted:
                slug, title = reply[f"{other}__slug"], reply[f"{other}__title"]
                replies[reply[f"{of}_id"]].append(
                    ReplyRecord(kind, ref("statement", slug, title, site))
                )
    return answers, answered_by
