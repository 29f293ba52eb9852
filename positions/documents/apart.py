"""Reads a file in a process apart, which has little time and memory, and reaches nothing."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

from positions.documents.document import MAX_BYTES, Document, Said, Unreadable

SECONDS = 20
_PROCESSOR_SECONDS = 15
_MEMORY = 1_500_000_000
_ROOT = Path(__file__).resolve().parents[2]
_REFUSED = (
    *("socket.", "urllib.", "ftplib.", "smtplib."),
    *("subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.kill"),
    *("os.remove", "os.rename", "os.mkdir", "os.rmdir", "shutil.", "ctypes.dlopen"),
)


def read(name: str, data: bytes) -> Document:
    """The document in a file; raises Unreadable, whose message is for the editor.

    Takes half a second to start, and 20 s at most. Whatever the file does to the libraries that
    read it, this process goes on: it sends them bytes and takes back text.
    """
    if len(data) > MAX_BYTES:
        raise Unreadable(name, f"is larger than {MAX_BYTES // 1_000_000} MB.")
    try:
        done = subprocess.run(
            [sys.executable, "-m", "positions.documents"],
            input=json.dumps(name).encode() + b"\n" + data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
            cwd=_ROOT,
            env={"PYTHONUTF8": "1"},  # no secrets of the site
        )
    except subprocess.TimeoutExpired as error:
        raise Unreadable(name, f"took longer than {SECONDS} seconds to read.") from error
    try:
        told = json.loads(done.stdout)
    except ValueError as error:
        raise Unreadable(name, "took too much time or memory to read.") from error
    if "trouble" in told:
        raise Unreadable(name, told["trouble"], told["cure"])
    return Document(name, told["text"], Said(**told["said"]), tuple(told["notes"]))


def confine() -> None:
    """Bind this process for good: time, memory, no network, no other process, no file written."""
    resource.setrlimit(resource.RLIMIT_CPU, (_PROCESSOR_SECONDS, _PROCESSOR_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":  # macOS refuses a limit on addresses
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    written = event == "open" and (
        isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    )
    if written or event.startswith(_REFUSED):
        raise PermissionError(f"A document may not cause {event}.")
