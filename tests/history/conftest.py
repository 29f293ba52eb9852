"""The accounts that make a history."""

from tests.accounts import editor, log_in

__all__ = ["editor", "log_in"]
