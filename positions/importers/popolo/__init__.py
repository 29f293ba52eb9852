"""Popolo JSON → rows of organisations and people, with their names and memberships."""

from positions.importers.popolo.known import Known, Stored, Told
from positions.importers.popolo.reading import Read, read

__all__ = ["Known", "Read", "Stored", "Told", "read"]
