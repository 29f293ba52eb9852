"""No text that somebody can paste, type or send keeps the site busy: every reading is linear."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import positions
from tests.linear.hostile import SIZE, texts
from tests.linear.measured import TooLong, read_in_proportion
from tests.linear.patterns import everywhere, patterns
from tests.linear.readers import READERS, TEXTS

ROOT = Path(__file__).parents[2]
CODE = Path(positions.__file__).parent
SECONDS = 540
"""After which the process is ended, whatever it does: nothing can hang the tests."""


def told(what: str) -> Any:
    """What the process says that reads unkind texts: how many it read, and which took too long."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.linear", what],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=True,
    )
    return json.loads(done.stdout)


def test_no_pattern_takes_more_than_time_in_proportion_on_its_worst_texts() -> None:
    result = told("patterns")
    assert result["slow"] == []
    assert result["count"] > 20 * len(patterns())


def test_no_reader_takes_more_than_time_in_proportion_on_unkind_texts() -> None:
    result = told("readers")
    assert result["slow"] == []
    assert result["count"] == len(READERS) * len(TEXTS)


@pytest.mark.parametrize(
    "unkind",
    [
        r"([.!?…]+)([\"”’')\]]*)\s+(?=[\"“‘'(\[]*[A-Z0-9À-Þ])",
        r"\s*\(new\)\s*$",
        r"(?: *\n){2,}",
        r"[^\n]*\S[^\n]*",
        r"^(\w+\s?)*$",
    ],
)
def test_the_texts_made_for_a_pattern_are_such_as_make_an_unkind_one_slow(unkind: str) -> None:
    pattern = re.compile(unkind)

    def read_all() -> None:
        for text in texts(pattern):
            read_in_proportion(everywhere(pattern), text)

    with pytest.raises(TooLong):
        read_all()


def test_a_reading_that_compares_each_character_with_all_before_it_takes_too_long() -> None:
    with pytest.raises(TooLong):
        read_in_proportion(
            lambda text: [text[:end].count("a") for end in range(len(text))], "a" * 60_000
        )


def test_the_texts_made_for_a_pattern_have_its_parts_in_rows() -> None:
    made = list(texts(re.compile(r"by ([A-Z][a-z]+)\s*\d{2}")))
    assert all(SIZE // 2 < len(each) <= SIZE + 1000 for each in made)
    assert {"A" * SIZE, " " * SIZE} <= set(made)
    assert any(each.startswith("by Aaaaa") for each in made)
    assert any(each.startswith("by Aa      ") for each in made)


def test_every_pattern_stands_in_a_module_where_it_is_found() -> None:
    """A pattern in a function would be compiled at each call, and be tried with nothing."""
    hidden = []
    for path in CODE.rglob("*.py"):
        if "migrations" in path.parts:
            continue
        for function in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
                hidden += [
                    f"{path}: {ast.unparse(each)}" for each in ast.walk(function) if _inline(each)
                ]
    assert hidden == []


def _inline(node: ast.AST) -> bool:
    """Whether it calls a function of ``re`` with a pattern that is not made of given words."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and isinstance(node.func.value, ast.Name)
        and node.func.value.id == "re"
        and node.func.attr != "escape"
        and not any("re.escape" in ast.unparse(each) for each in node.args)
    )


def test_no_group_is_repeated_possessively() -> None:
    """Python before 3.11.5, which Debian 12 has, goes wrong where ``++`` follows a group.

    ``(?>(?:…)+)`` means the same (https://github.com/python/cpython/issues/106052).
    """
    possessive = re.compile(r"(?<!\\)\)(?:[+*?]|\{[\d,]*\})\+")
    assert [name for name in patterns() if possessive.search(name.partition(" ")[2])] == []
