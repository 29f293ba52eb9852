"""Tests of positions.quoting."""
