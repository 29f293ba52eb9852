"""Words: a text folded to them, the field that keeps them, the index by which they are found."""
