"""Three PostgreSQL servers on this machine that replace each other, by engines of Debian's."""
