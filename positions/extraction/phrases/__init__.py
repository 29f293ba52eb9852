"""The phrases of a sentence, which later stages read: names, roles, bodies, nouns by a verb."""
