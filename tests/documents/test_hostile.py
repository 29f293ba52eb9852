"""Whatever the bytes, a file is read or refused; `tests.documents.mutated` looks for longer."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.documents import Unreadable
from positions.documents.reading import read_here
from tests.documents.mutated import mutated
from tests.documents.samples import SAMPLES


def is_read_or_refused(name: str, data: bytes) -> bool:
    try:
        document = read_here(name, data)
    except Unreadable as refusal:
        return str(refusal).endswith(refusal.cure)
    return bool(document.text.strip()) and "\x00" not in document.text


@pytest.mark.parametrize("name", SAMPLES)
@given(seed=st.integers(0, 10**9))
def test_damaged_files_are_read_or_refused(name: str, seed: int) -> None:
    assert is_read_or_refused(name, mutated(SAMPLES[name], seed))


@given(st.binary(max_size=300), st.sampled_from(["", "%PDF-1.7\n", "<html>", "PK\x03\x04"]))
def test_any_bytes_are_read_or_refused(data: bytes, beginning: str) -> None:
    assert is_read_or_refused("a.txt", beginning.encode() + data)
