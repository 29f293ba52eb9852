"""Stage 10: the times that a text prints, and which of them dates an attribution."""
