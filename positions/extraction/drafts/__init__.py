"""Stage 11: drafts of attributions, grouped by act of saying, and found again in an edited text."""
