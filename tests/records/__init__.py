"""What objects look like when they leave."""
