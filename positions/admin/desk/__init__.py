"""The desk: a pasted article on one screen, from its drafts to statements, all or none."""
