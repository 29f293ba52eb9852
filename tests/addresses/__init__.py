"""Every address of the site in every state: made from the address tables, never written down."""
