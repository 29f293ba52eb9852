"""The recipes of the README, followed: a noun, a filter and a format that are thrown away."""
