"""A pasted list of signatories: matched, told line by line, added."""
