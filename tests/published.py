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
TEXTS = ("css", "js", "svg")  # the endings of what a published site compresses


def use(settings: Any, place: Path, *more: Path, compressed: bool = False) -> None:
    """Set a published site's settings, with what was collected into ``place``.

    What is collected is ours, htmx's and what is in ``more``, without the admin's hundreds of
    files; and it is left as it is unless it shall be ``compressed``, which takes seconds.
    """
    settings.STATIC_ROOT = place
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATICFILES_DIRS = [*more, *OWN]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "tracker.static_files.JoinedFaces"},
    }
    if not compressed:
        settings.WHITENOISE_SKIP_COMPRESS_EXTENSIONS = TEXTS
    started_anew()


def collect(settings: Any, into: Path, *more: Path, compressed: bool = False) -> Path:
    """Collect as a published site does; a file in ``more`` stands for ours of the same name."""
    use(settings, into, *more, compressed=compressed)
    call_command("collectstatic", interactive=False, verbosity=0)
    started_anew()
    return into


def started_anew() -> None:
    """Read the manifest again, as a process does that starts."""
    staticfiles_storage._wrapped = empty  # type: ignore[attr-defined]
    storages._storages.clear()  # type: ignore[attr-defined]
