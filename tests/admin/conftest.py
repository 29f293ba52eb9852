"""The accounts that work at the admin's pages."""

from tests.accounts import administrator, contributor, editor, log_in

__all__ = ["administrator", "contributor", "editor", "log_in"]
