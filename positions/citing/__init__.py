"""How to cite a statement: in words, as BibTeX, CSL-JSON, RIS and COinS, and as schema.org data."""

from positions.citing.as_bibtex import bibtex
from positions.citing.as_coins import coins
from positions.citing.as_csl import csl
from positions.citing.as_ris import ris
from positions.citing.as_schema_org import Judgement, schema_org
from positions.citing.citable import LICENCE, RIGHTS, SITE, Author, Citable, Document
from positions.citing.in_words import plain, quotation

__all__ = [
    "LICENCE",
    "RIGHTS",
    "SITE",
    "Author",
    "Citable",
    "Document",
    "Judgement",
    "bibtex",
    "coins",
    "csl",
    "plain",
    "quotation",
    "ris",
    "schema_org",
]
