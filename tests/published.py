"""The static files as a published site has them, collected into a directory of the test's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import django_htmx
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.files.storage import storages
from django.core.management import call_command
from django.utils.functional import empty

ROOT = Path(__file__).parent.parent
OWN = [ROOT / "positions" / "static", Path(django_htmx.__file__).parent / "static"]


def use(settings: Any, place: Path, *more: Path) -> None:
    """Set a published site's settings, with what was collected into ``place``.

    What is collected is ours, htmx's and what is in ``more``, without the admin's hundreds of
    files.
    """
    settings.STATIC_ROOT = place
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [*more, *OWN]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "tracker.static_files.JoinedFaces"},
    }
    started_anew()


def collect(settings: Any, into: Path, *more: Path) -> Path:
    """Collect as a published site does; a file in ``more`` stands for ours of the same name."""
    use(settings, into, *more)
    call_command("collectstatic", interactive=False, verbosity=0)
    started_anew()
    return into


def started_anew() -> None:
    """Read the manifest again, as a process does that starts."""
    staticfiles_storage._wrapped = empty  # type: ignore[attr-defined]
    storages._storages.clear()  # type: ignore[attr-defined]
