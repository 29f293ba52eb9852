"""From a pasted article to statements: its cards are proposed, decided on and entered, or none."""
