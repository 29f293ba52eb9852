"""Tests of the nouns: what they refuse, and what they keep."""
