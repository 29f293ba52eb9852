"""The public pages and their data: what each address answers."""
