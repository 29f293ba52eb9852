"""A citation as COinS: what Zotero's connector and its like read in the page itself.

Source: OpenURL ContextObject in Spans, with the key/encoded-value format of NISO Z39.88-2004.
"""

from __future__ import annotations

from urllib.parse import quote, urlencode

from positions.citing.citable import Citable
from positions.naming import PersonName


def coins(cited: Citable) -> str:
    """What stands in the ``title`` of a span of class Z3988, before it is escaped for HTML.

    What is known from another's document is a ``bookitem``, which the connector saves as a part of
    that; all else is a ``document``.
    """
    container = cited.container
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:book"),
        ("rft.genre", "bookitem" if container else "document"),
        ("rft.atitle" if container else "rft.btitle", cited.entitled),
    ]
    if container:
        pairs.append(("rft.btitle", container.entitled))
    for name in cited.names:
        if isinstance(name, PersonName):
            family = " ".join(filter(None, (name.family, name.suffix)))
            pairs.append(("rft.au", ", ".join(filter(None, (family, name.given)))))
        else:
            pairs.append(("rft.aucorp", name))
    pairs += [
        ("rft.pub", cited.publisher),
        ("rft.date", cited.calendar_date),
        ("rft_id", cited.address),
    ]
    return urlencode([pair for pair in pairs if pair[1]], quote_via=quote, safe="")
