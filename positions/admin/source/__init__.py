"""Sources in the admin, with the private texts that quotations are checked against."""

from positions.admin.source.page import SourceAdmin

__all__ = ["SourceAdmin"]
