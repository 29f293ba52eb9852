"""A list as a page, JSON, CSV, a feed: small functions over a selection; none knows a model."""
