"""What charts draw."""
