"""How static files are collected for a published site: hashed, compressed, one of a kind a face."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

from positions.templatetags.faces import FACES

# What means something else, or nothing, at another address or after other rules (CSS 2.1, 4.3.4).
RELATIVE = re.compile(r"@import\b|@charset\b|url\(\s*['\"]?(?!data:|#)", re.IGNORECASE)


class JoinedFaces(CompressedManifestStaticFilesStorage):
    """Adds to what was collected the files that stand for the parts of each face.

    Each has a hash of its content in its name, like all the others: browsers keep it for a year,
    and ask for another when a part has changed.
    """

    joins_faces = True

    def post_process(
        self, paths: dict[str, Any], dry_run: bool = False, **options: Any
    ) -> Iterator[Any]:
        """Join, then hash and compress everything; ``paths`` are the files collected, by name."""
        if not dry_run:
            for face in FACES.values():
                for name, parts in face.joined():
                    self._replace(name, self._joined(parts))
                    paths[name] = (self, name)
        yield from super().post_process(paths, dry_run, **options)

    def _joined(self, parts: tuple[str, ...]) -> str:
        texts = []
        for part in parts:
            with self.open(part) as file:
                text = file.read().decode("utf-8").strip()
            if part.endswith(".css") and (found := RELATIVE.search(text)):
                raise ImproperlyConfigured(
                    f"{part}: “{found[0]}” does not hold in one file with other sheets. Write the "
                    "rules into the sheet itself, or the image as a data: address."
                )
            texts.append(text)
        # A script may end without the semicolon that keeps it apart from the next.
        return ("\n;\n" if parts[0].endswith(".js") else "\n").join(texts) + "\n"

    def _replace(self, name: str, text: str) -> None:
        self.delete(name)
        self._save(name, ContentFile(text.encode("utf-8")))
