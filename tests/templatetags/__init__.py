"""The filters and functions of the templates."""
