"""Every regular expression of the code, found by looking into its modules."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator, Mapping
from types import ModuleType
from typing import Any

import positions


def modules() -> Iterator[ModuleType]:
    """The modules of the domain, but for migrations and what runs as a program."""
    for found in pkgutil.walk_packages(positions.__path__, "positions."):
        if ".migrations" not in found.name and not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def patterns() -> dict[str, re.Pattern[Any]]:
    """The compiled patterns that modules hold, also in tuples, lists and mappings, each once."""
    found: dict[re.Pattern[Any], str] = {}
    for module in modules():
        for name, value in vars(module).items():
            for pattern in _within(value):
                found.setdefault(pattern, f"{module.__name__}.{name}")
    return {f"{name} {pattern.pattern!r}": pattern for pattern, name in found.items()}


def everywhere(pattern: re.Pattern[Any]) -> Callable[[Any], None]:
    """A reading that looks for a pattern in the whole of a text."""

    def read(text: Any) -> None:
        for _ in pattern.finditer(text):
            pass
        pattern.fullmatch(text)

    return read


def _within(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _within(each)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _within(each)
