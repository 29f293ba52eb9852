"""A citation as an entry of BibTeX."""

from __future__ import annotations

from datetime import date

from positions.citing.citable import SITE, Citable

# What TeX would take as a command.
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "&": r"\&",
        "%": r"\%",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
    }
)


def bibtex(cited: Citable, read_on: date) -> str:
    """A BibTeX entry in UTF-8; ``date`` holds EDTF, as biblatex reads it, beside the plain year."""
    named, n_others = cited.named
    names = [
        _tex(author.name) if author.is_person else f"{{{_tex(author.name)}}}" for author in named
    ]
    names += [f"{{{_tex(name)}}}" for name in cited.spoken_for]
    names += ["others"] if n_others else []  # BibTeX's own word, which styles print as "et al."
    fields = {"author": " and ".join(names), "title": f"{{[{_tex(cited.title)}]}}"}
    if cited.date:
        fields["date"] = cited.date.edtf
        if cited.date.earliest:
            fields["year"] = f"{cited.date.earliest.year:04}"
    fields["howpublished"] = _tex(str(cited.kind.label))
    fields["note"] = _tex("; ".join(cited.notes))
    fields["organization"] = SITE
    fields["url"] = cited.url
    fields["urldate"] = read_on.isoformat()
    rows = [f"  {name:<12} = {{{value}}}" for name, value in fields.items() if value]
    return f"@misc{{{cited.slug},\n" + ",\n".join(rows) + "\n}\n"


def _tex(text: str) -> str:
    return text.translate(_TEX)
