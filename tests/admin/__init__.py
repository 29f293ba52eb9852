"""The editors' desk, through its real forms."""
