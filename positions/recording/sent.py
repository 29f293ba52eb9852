"""What a form has sent, for a page that keeps it where it could not be saved."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Sent:
    """The fields of a form with their values, and its files with their names, in their order.

    The form's token is not among them, since the page has one of its own, nor is any password:
    ``has_password`` says that there was one.
    """

    fields: Pairs
    files: Pairs
    has_password: bool


def sent(request: HttpRequest) -> Sent:
    """Read what was posted; a file is named here, and cannot itself be kept on a page."""
    posted = [(name, value) for name, values in request.POST.lists() for value in values]
    return Sent(
        fields=[
            (name, str(value))
            for name, value in posted
            if name != "csrfmiddlewaretoken" and not _is_password(name)
        ],
        files=[
            (name, str(getattr(file, "name", "") or name))
            for name, several in request.FILES.lists()
            for file in several
        ],
        has_password=any(_is_password(name) for name, _ in posted),
    )


def _is_password(name: str) -> bool:
    return "password" in name.lower()
