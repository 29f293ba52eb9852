"""Stage 7, people: who is named in a text, and what stands around each name."""
