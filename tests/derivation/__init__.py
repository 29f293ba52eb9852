"""Tests of what is derived from statements."""
