"""The site: settings, databases, addresses; no word of the domain."""
