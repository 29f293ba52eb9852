"""The editor's desk: one module a noun, and what they share, each by its job."""

from django.contrib import admin

from positions.admin import source, stakeholder, statement, topic
from positions.admin.labels import autocomplete_view

__all__ = ["source", "stakeholder", "statement", "topic"]

admin.site.site_header = "Stakeholder Position Tracker"
admin.site.site_title = "Position Tracker"
admin.site.index_title = "The editors' desk"
# Django has no other hook for what a choice is called while a name is being completed.
admin.site.autocomplete_view = autocomplete_view  # type: ignore[assignment,method-assign]
