"""Tests of what leaves for other sites."""
