"""Stages 5 and 6: which words are quoted or reported, and where their speaker stands."""
