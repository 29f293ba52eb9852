"""Where an uploaded file waits between its preview and the word to load it."""

from __future__ import annotations

import re
import secrets
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from django.conf import settings
from import_export.tmp_storages import BaseStorage

A_DAY = 24 * 60 * 60
_NAME = re.compile(r"[\w-]{43}")


class GoneError(Exception):
    """The file is not there any more, or never was under that name."""


class WaitingFile(BaseStorage):
    """A file in ``settings.IMPORTS_DIR``, which no address leads to; all processes see it.

    Its name is long and random, and known to the page that shows the preview alone. What nobody
    confirmed is taken away by the next upload a day later.
    """

    def save(self, data: bytes) -> None:
        directory = Path(settings.IMPORTS_DIR)
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        for old in directory.iterdir():
            with suppress(FileNotFoundError):  # another process was first
                if time.time() - old.stat().st_mtime > A_DAY:
                    old.unlink()
        self.name = secrets.token_urlsafe(32)
        self._path().touch(mode=0o600)
        self._path().write_bytes(data)

    def read(self) -> bytes:
        try:
            return self._path().read_bytes()
        except FileNotFoundError as error:
            raise GoneError from error

    def remove(self) -> None:
        self._path().unlink(missing_ok=True)

    def _path(self) -> Path:
        name: Any = self.name
        if not _NAME.fullmatch(name or ""):
            raise GoneError
        return Path(settings.IMPORTS_DIR, name)
