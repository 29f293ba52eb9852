"""What the pages of all nouns share: boxes, rows, and saving without a lost edit."""
