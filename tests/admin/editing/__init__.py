"""What the pages of all nouns share."""
