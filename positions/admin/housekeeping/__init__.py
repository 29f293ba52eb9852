"""Housekeeping: what is there twice, what is not checked, and the merges that make two one."""
