"""What a reader reports of a statement: kept for the editors, who are told of it; never public."""

from __future__ import annotations

import logging
from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone

from positions.choices import ChallengeState
from positions.models import Challenge, Statement
from positions.recording import Recording

# Reports that no editor has taken up; from there on, somebody is filling the queue.
MOST_WAITING = 1_000
HOUR = timedelta(hours=1)

log = logging.getLogger(__name__)


class TooManyWaiting(Exception):
    """So many reports wait for the editors, or came within an hour, that no more are taken.

    Its text says when to try again.
    """


@transaction.atomic
def receive(report: Challenge) -> bool:
    """Keep a report, which has been validated; whether it was new.

    The same words on the same statement, sent twice, are one report. Raises TooManyWaiting. Four
    queries before it is written.
    """
    Statement.objects.select_for_update().get(pk=report.statement_id)  # the second waits here
    waiting = Challenge.objects.filter(is_public=False, state=ChallengeState.OPEN).order_by()
    if waiting.filter(statement=report.statement_id, report=report.report).exists():
        return False
    if waiting.values("pk")[:MOST_WAITING].count() >= MOST_WAITING:
        raise TooManyWaiting("in some days")
    late = Challenge.objects.filter(is_public=False, created_at__gt=timezone.now() - HOUR)
    if late.count() >= settings.REPORTS_AN_HOUR_IN_ALL:
        raise TooManyWaiting("in an hour")
    with Recording(validated=True) as record:
        record.add(report)
    return True


def tell(report: Challenge, address: str) -> None:
    """Write to the publisher that a report waits, at this full address; nothing of what it says.

    Nothing happens where no mail is set up. Whoever reported is not kept from going on where the
    mail fails: the report is kept, and the log says so.
    """
    to = settings.PUBLISHER_EMAIL
    if not (to and settings.EMAIL_HOST):
        return
    text = (
        f"A reader reports an error in “{report.statement}”, or objects to it.\n\n"
        f"What they wrote, for editors alone: {address}\n"
    )
    try:
        EmailMessage(f"Reported: {report.statement}", text, to=[to]).send()
    except (OSError, SMTPException):
        log.exception("No mail could be sent of report %s, which waits in the queue.", report.pk)
