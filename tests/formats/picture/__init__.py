"""Tests of the pictures that shared links show."""
