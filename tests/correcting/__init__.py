"""Tests of what readers are told of changes."""
