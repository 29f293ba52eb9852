"""From a pasted article to draft statements: who said what, in which words, when (pure Python)."""
