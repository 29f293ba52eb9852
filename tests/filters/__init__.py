"""The conditions of lists."""
