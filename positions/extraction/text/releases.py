"""What a press release prints around its words: a label, whom to ask, and what ends it."""

import re

from positions.extraction.lexicon import CAPITALS

CONTACTS = r"(?:(?:media|press) )?(?:contacts?|enquiries|inquiries)(?: details)?"
"""A pattern of what a release calls those who answer for it, in small letters."""
LABEL = re.compile(
    r"(?:for immediate (?:release|publication)|(?:press|media|news)[ -](?:release|statement|notice)"
    r"|(?:joint |public )?statement|(?:strictly )?embargo(?:ed)?(?: (?:until|till|for|to))?"
    r"|(?:not )?for release(?: (?:before|on|until|at))?)(?![\w'’-])",
    re.IGNORECASE,
)
"""The label of a release, with which a line of its head begins."""
SENDER = re.compile(
    rf"^(?:(?:About|ABOUT) (?:(?:the|THE) )?[{CAPITALS}][^.!?:\n]{{2,60}}"
    r"|(?:Media |Press )?(?:[Cc]ontacts?|[EeIi]nquiries)(?: details)?:[^\n]{0,80}"
    r"|Notes? to editors:?|# ?# ?#)$",
    re.MULTILINE,
)
"""A line from which on a release tells of who sends it. CONTACT in capitals stands at its head."""
END = re.compile(
    r"(?i:for (?:more|further) information\b|(?:(?<![-*])[-*]{3,}+|-30-|ends|background):?$)"
    rf"|(?i:{CONTACTS}) [{CAPITALS}]"
)
"""The beginning of a line that is no longer of the statement that a release gives."""
