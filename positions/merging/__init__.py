"""Two rows that are one thing are made one, with all that refers to them; and that is undone."""

from positions.merging.fields import Choice, choices
from positions.merging.journal import Obstacle
from positions.merging.merge import Report, merge, rehearse
from positions.merging.undo import rehearse_undo, undo

__all__ = ["Choice", "Obstacle", "Report", "choices", "merge", "rehearse", "rehearse_undo", "undo"]
