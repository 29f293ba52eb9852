"""What lists share whatever their noun."""
