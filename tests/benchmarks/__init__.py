"""Measurements, which are read and compared, and never pass or fail."""
