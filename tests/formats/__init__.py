"""Lists in each of their formats."""
