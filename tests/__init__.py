"""The tests; they mirror the code, and what takes a browser is under browser/."""
