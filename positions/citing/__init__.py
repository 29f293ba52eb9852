"""How to cite a statement: in words, as BibTeX, as CSL-JSON, and as schema.org data."""

from positions.citing.as_bibtex import bibtex
from positions.citing.as_csl import csl
from positions.citing.as_schema_org import schema_org
from positions.citing.citable import SITE, Author, Citable, Document
from positions.citing.in_words import plain, quotation

__all__ = [
    "SITE",
    "Author",
    "Citable",
    "Document",
    "bibtex",
    "csl",
    "plain",
    "quotation",
    "schema_org",
]
