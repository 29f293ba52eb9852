"""Commands for those who run the site, by name."""
