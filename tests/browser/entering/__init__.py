"""Entering two articles completely, by two ways, with every press and click counted."""
