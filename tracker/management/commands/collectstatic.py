"""Collects the static files beside those that are served, and puts them there whole.

Django's own writes into the directory that is being served: broken off, or run twice at once, it
leaves halves of files, or a manifest without which no page is answered.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.management.commands import collectstatic
from django.core.files.storage import storages

MANIFEST = "staticfiles.json"


class Command(collectstatic.Command):
    def handle(self, **options: Any) -> Any:
        """Take away a manifest that cannot be read, for Django would fail on it; then collect."""
        try:
            self.storage.path("")
        except (ValueError, AttributeError):
            (Path(settings.STATIC_ROOT) / MANIFEST).unlink()
        return super().handle(**options)

    def collect(self) -> Any:
        """Collect into a fresh directory, then rename each file into its place, the manifest last.

        What is there already stays, for a running server may still be asked for it; ``--clear``
        takes away what was not collected now.
        """
        if self.dry_run or self.symlink or not self.local:
            return super().collect()
        served = Path(self.storage.location)
        served.mkdir(parents=True, exist_ok=True)
        given: dict[str, Any] = settings.STORAGES["staticfiles"]
        # Beside it, for only within one file system is a renaming done at once.
        with TemporaryDirectory(prefix=f"{served.name}-", dir=served.parent) as fresh:
            options = {**given.get("OPTIONS", {}), "location": fresh}
            before, self.storage = (
                self.storage,
                storages.create_storage({**given, "OPTIONS": options}),
            )
            try:
                report = super().collect()
            finally:
                self.storage = before
            _move(Path(fresh), served, clear=self.clear)
        return report


def _move(fresh: Path, served: Path, *, clear: bool) -> None:
    names = {path.relative_to(fresh) for path in fresh.rglob("*") if path.is_file()}
    for name in sorted(names, key=lambda name: (str(name) == MANIFEST, name)):
        place = served / name
        place.parent.mkdir(parents=True, exist_ok=True)
        (fresh / name).replace(place)
    if clear:
        for path in served.rglob("*"):
            if path.is_file() and path.relative_to(served) not in names:
                path.unlink()
