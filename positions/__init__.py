"""The domain: who said what, when, in which words, and where each therefore stands."""
