"""Stages 1 to 4, the text itself: a clean copy, its blocks, its quotation marks, its tokens."""
