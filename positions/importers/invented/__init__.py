"""An invented archive of any size, shaped like a real one: for trying out and for measuring."""

from positions.importers.invented.archive import Archive

__all__ = ["Archive"]
