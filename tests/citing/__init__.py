"""Tests of how a statement is cited."""
