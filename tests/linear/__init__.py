"""Nothing that reads a text takes more than time in proportion to its length."""
