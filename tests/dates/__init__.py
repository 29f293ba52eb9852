"""Tests of the date block."""
