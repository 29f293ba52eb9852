"""Runs a reader in a process of its own, which has little time and memory, and reaches nothing."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

SECONDS = 20
_PROCESSOR_SECONDS = 15
_MEMORY = 1_500_000_000
_ROOT = Path(__file__).resolve().parents[1]
_REFUSED = (
    *("socket.", "urllib.", "ftplib.", "smtplib."),
    *("subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.system", "os.kill"),
    *("os.remove", "os.rename", "os.mkdir", "os.rmdir", "shutil.", "ctypes.dlopen"),
)


class TooMuch(Exception):
    """The process was ended by one of its limits, or by itself; the message says by which."""


def run(module: str, given: bytes) -> bytes:
    """What ``python -m module`` prints, given these bytes; raises TooMuch where it ends otherwise.

    Takes a quarter of a second to start, and ``SECONDS`` at most. Whatever what is read does to
    those who read it, this process goes on. ``module`` calls :func:`confine` before it reads.
    """
    try:
        done = subprocess.run(  # noqa: S603 - a module of ours, by its name
            [sys.executable, "-m", module],
            input=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
            cwd=_ROOT,
            env={"PYTHONUTF8": "1"},  # no secrets of the site
        )
    except subprocess.TimeoutExpired as error:
        raise TooMuch(f"took longer than {SECONDS} seconds to read.") from error
    if done.returncode:
        raise TooMuch("took too much time or memory to read.")
    return done.stdout


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
        raise PermissionError(f"What is read may not cause {event}.")
