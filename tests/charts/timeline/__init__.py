"""What charts draw, of the timeline."""
