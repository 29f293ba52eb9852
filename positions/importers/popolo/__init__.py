"""Popolo JSON → rows of organisations and people, with their names and memberships."""

from positions.importers.popolo.known import Known, Stored, Told
from positions.importers.popolo.reading import PopoloContent, read_popolo

__all__ = ["Known", "PopoloContent", "Stored", "Told", "read_popolo"]
