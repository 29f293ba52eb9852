"""Tests of how the record is written."""
