"""Bringing statements to readers: the moves of the workflow, what a statement lacks, what waits."""
