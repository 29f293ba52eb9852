"""The extraction of draft statements from an article."""
