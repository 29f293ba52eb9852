"""The form by which readers report an error in a statement, or object to it."""

from __future__ import annotations

from datetime import timedelta
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from positions.models import Challenge, Statement
from positions.models.texts import NOTE
from positions.publishing.reports import TooManyWaiting, receive, tell
from positions.views import errors
from positions.views.details.lookup import follow_moves
from positions.views.details.published import find_published

if TYPE_CHECKING:  # Django's own takes no parameter while it runs
    OfChallenge = forms.ModelForm[Challenge]
else:
    OfChallenge = forms.ModelForm

SIGNER = TimestampSigner(salt="positions.report")
# Nobody reads a page and writes a sentence sooner; a page that lay open for longer is opened anew.
SOONEST, LATEST = timedelta(seconds=3), timedelta(days=1)


class ReportForm(OfChallenge):
    """What a reader writes. ``opened`` says when, and for what, the form was opened, signed.

    ``website`` is a box that people do not see: who fills it in is a program.
    """

    opened = forms.CharField(required=False)
    website = forms.CharField(required=False)

    class Meta:
        model = Challenge
        fields = ("report", "challenger_name", "reply_to")

    def __init__(self, statement: Statement, data: Any = None) -> None:
        report = Challenge(statement=statement, received_on=timezone.localdate(), is_public=False)
        super().__init__(data, instance=report)
        self.statement = statement
        self.fields["report"].required = True
        self.fields["report"].error_messages["required"] = "Say what is wrong."

    @property
    def is_of_a_program(self) -> bool:
        return bool(self.data.get("website"))

    @property
    def token(self) -> str:
        """What the form is sent with: that it was opened now, for this statement."""
        return SIGNER.sign(self.statement.slug)

    @property
    def typed(self) -> dict[str, str]:
        """What was typed into each box, for the page to keep."""
        return {name: str(self.data.get(name, "")) for name in self.Meta.fields}

    @property
    def problems(self) -> dict[str, list[str]]:
        """What is wrong, by box; under "" what is wrong with the whole."""
        named = {name: [*self.errors.get(name, [])] for name in self.Meta.fields}
        return {"": [*self.errors.get("opened", []), *self.non_field_errors()], **named}

    def clean_opened(self) -> str:
        opened = str(self.cleaned_data["opened"])
        try:
            whose = SIGNER.unsign(opened, max_age=LATEST)
        except SignatureExpired:
            raise forms.ValidationError(
                "This page was open for more than a day. Send it once more."
            ) from None
        except BadSignature:
            whose = ""
        if whose != self.statement.slug:
            raise forms.ValidationError("The form came incomplete. Send it once more.")
        try:
            SIGNER.unsign(opened, max_age=SOONEST)
        except SignatureExpired:
            return opened
        raise forms.ValidationError("That was quicker than one can write. Send it once more.")


@follow_moves
def report(request: HttpRequest, slug: str) -> HttpResponse:
    """The form, and what becomes of it. Nothing is done in a reader's name: no token of a session.

    A program that fills in what people do not see is told that all is well.
    """
    statement = find_published(Statement.objects.published(), slug)
    thanks = reverse("statement-report-received", args=[slug])
    if request.method != "POST":
        return _shown(request, ReportForm(statement))
    form = ReportForm(statement, request.POST)
    if form.is_of_a_program:
        return redirect(thanks)
    if not form.is_valid():
        return _shown(request, form, HTTPStatus.BAD_REQUEST)
    try:
        is_new = receive(form.instance)
    except TooManyWaiting as too_many:
        return errors.told(
            request,
            HTTPStatus.TOO_MANY_REQUESTS,
            "Too many reports wait for the editors",
            f"No more can be taken just now. Try again {too_many}.",
        )
    if is_new:
        queue = reverse("admin:positions_challenge_change", args=[form.instance.pk])
        tell(form.instance, request.build_absolute_uri(queue))
    return redirect(thanks)


@require_safe
@follow_moves
def received(request: HttpRequest, slug: str) -> HttpResponse:
    """That a report has come, and what happens next."""
    statement = find_published(Statement.objects.published(), slug)
    return render(request, "report/received.html", {"statement": statement})


def _shown(request: HttpRequest, form: ReportForm, status: int = HTTPStatus.OK) -> HttpResponse:
    context = {
        "statement": form.statement,
        "token": form.token,
        "typed": form.typed,
        "problems": form.problems,
        "longest": NOTE,
    }
    return render(request, "report/form.html", context, status=status)
