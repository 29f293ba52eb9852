"""The review queue: what waits for an editor's decision, and what is missing on each."""
