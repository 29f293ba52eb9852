"""Stages 8 and 9: whom the words of an attribution mean, and whom of those the tracker knows."""
