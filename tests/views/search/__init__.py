"""The search: its page, its data, what may have been meant."""
