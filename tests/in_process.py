"""Runs in the test's process what is otherwise read in a process apart."""

import io
import sys
from importlib import import_module

import pytest


def run_here(module: str, given: bytes) -> bytes:
    """What the program prints that is otherwise run in a process apart: see ``apart.run``."""
    output = io.BytesIO()
    printed = io.TextIOWrapper(output, "utf-8", write_through=True)
    program = import_module(module)
    if hasattr(program, "__path__"):
        program = import_module(f"{module}.__main__")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(program, "confine", lambda: None)  # which would bind this process for good
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), "utf-8"))
        patch.setattr(sys, "stdout", printed)
        program.main()
    return output.getvalue()
