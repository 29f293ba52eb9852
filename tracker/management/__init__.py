"""The site's commands for manage.py."""
