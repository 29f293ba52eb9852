"""What happened to a noun and its parts, and the way back."""
