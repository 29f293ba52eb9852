"""A citation as COinS: what Zotero's connector and its like read in the page itself.

Source: OpenURL ContextObject in Spans, with the key/encoded-value format of NISO Z39.88-2004.
"""

from __future__ import annotations

from itertools import takewhile
from urllib.parse import quote, urlencode

from positions.citing.citable import Citable
from positions.dates import UncertainDate
from positions.naming import PersonName


def coins(cited: Citable) -> str:
    """What stands in the ``title`` of a span of class Z3988, before it is escaped for HTML.

    What is known from another's document is a ``bookitem``, which the connector saves as a part of
    that; all else is a ``document``, of which it reads no other title than ``rft.title``. It puts
    each ``aucorp`` before all people, and the last one first: an organisation is a family name
    without a given one, which stays where it is written and is saved as one name.
    """
    container = cited.container
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:book"),
        ("rft.genre", "bookitem" if container else "document"),
        ("rft.atitle" if container else "rft.title", cited.entitled),
    ]
    if container:
        pairs.append(("rft.btitle", container.entitled))
    for name in cited.names:
        if isinstance(name, PersonName):
            family = " ".join(filter(None, (name.family, name.suffix)))
            pairs.append(("rft.au", ", ".join(filter(None, (family, name.given)))))
        else:
            pairs.append(("rft.aulast", name))
    pairs += [
        ("rft.pub", cited.publisher),
        ("rft.date", _date(cited.date) if cited.date else ""),
        ("rft_id", cited.address),
    ]
    return urlencode([pair for pair in pairs if pair[1]], quote_via=quote, safe="")


def _date(known: UncertainDate) -> str:
    """Year, month and day as far as they are certain: “2018-06” of some days in June.

    Empty where not even the year is, and of what is approximate, for which the format has no mark.
    """
    if known.approximate or known.uncertain or not (known.earliest and known.latest):
        return ""
    ends = (known.earliest.isoformat().split("-"), known.latest.isoformat().split("-"))
    same = takewhile(lambda pair: pair[0] == pair[1], zip(*ends, strict=True))
    return "-".join(part for part, _ in same)
