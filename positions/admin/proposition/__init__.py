"""Propositions in the admin, and new ones entered on other pages."""

from positions.admin.proposition.page import PropositionAdmin

__all__ = ["PropositionAdmin"]
