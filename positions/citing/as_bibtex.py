"""A citation as an entry of BibTeX."""

from __future__ import annotations

from datetime import date

from positions.citing.citable import Citable
from positions.naming import PersonName

MEDIA_TYPE = "application/x-bibtex; charset=utf-8"

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# What TeX would take as a command. BibTeX counts every brace, whatever stands before it.
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\lbrace{}",
        "}": r"\rbrace{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
    }
)

# In an address they would be counted as well.
_IN_ADDRESSES = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})


def bibtex(cited: Citable, read_on: date) -> str:
    """A BibTeX entry in UTF-8; ``date`` holds EDTF, as biblatex reads it, beside year and month.

    What is known from another's document is ``@incollection``, a part of that. The words stand in
    ``annote``, which styles do not print.
    """
    _, n_others = cited.named
    names = [
        _person(name) if isinstance(name, PersonName) else f"{{{_tex(name)}}}"
        for name in cited.names
    ]
    names += ["others"] if n_others else []  # BibTeX's own word, which styles print as "et al."
    fields = {"author": " and ".join(names), "title": f"{{{_tex(cited.entitled)}}}"}
    if container := cited.container:
        kind, publisher = "incollection", "publisher"
        fields["booktitle"] = f"{{{_tex(container.entitled)}}}"
    else:
        kind, publisher = "misc", "organization"
        fields["howpublished"] = _tex(str(cited.kind.label))
    fields[publisher] = f"{{{_tex(cited.publisher)}}}" if cited.publisher else ""
    if cited.date:
        fields["date"] = cited.date.edtf
        if cited.date.earliest:
            fields["year"] = f"{cited.date.earliest.year:04}"
        if month := cited.calendar_date[5:7]:
            fields["month"] = MONTHS[int(month) - 1]
    own = [f"Document: {cited.original}"] if cited.original else []
    fields |= {
        "note": _tex("; ".join([*own, *cited.differing])),
        "annote": _tex(cited.annotation),
        "url": cited.address.translate(_IN_ADDRESSES),
        "urldate": read_on.isoformat(),
    }
    # The month is a word of BibTeX's own, which each style prints in its way: without braces.
    rows = [
        f"  {name:<12} = {value if name == 'month' else f'{{{value}}}'}"
        for name, value in fields.items()
        if value
    ]
    return f"@{kind}{{{cited.slug},\n" + ",\n".join(rows) + "\n}\n"


def _person(name: PersonName) -> str:
    """Family before given; a name with the word that parts names is held together."""
    inverted = _tex(name.inverted)
    return f"{{{inverted}}}" if " and " in inverted else inverted


def _tex(text: str) -> str:
    return text.translate(_TEX)
