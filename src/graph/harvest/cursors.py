"""Where a page stands in its listing: how much is before it, and where a listing that was broken off goes on.

A cursor of the search service is the position of a record, of a stretch with its day before it (``2019-05-01/301``);
one of OData is the address that the service gave.
"""

from __future__ import annotations

import re

from graph.harvest.kinds import Source
from graph.harvest.sru import SIZE

_PAGE = 250
"""Documents of a page of OData."""

_SKIP = re.compile(r"([?&](?:\$|%24)skip=)(\d+)")


def again(source: Source, cursor: str) -> str:
    """Give where a listing that was broken off goes on: one page earlier.

    What changed since may stand at the end of the list now; then all that stood behind it has moved up.

    >>> again(Source.SRU, "2019-05-01/301"), again(Source.SRU, "1")
    ('2019-05-01/201', '1')
    >>> again(Source.ODATA, "https://example.org/Document?$skip=500")
    'https://example.org/Document?$skip=250'
    """
    if source is not Source.SRU:
        return _SKIP.sub(lambda match: f"{match[1]}{max(0, int(match[2]) - _PAGE)}", cursor)
    day, sign, start = cursor.rpartition("/")
    return f"{day}{sign}{max(1, int(start) - SIZE)}"


def passed(source: Source, cursor: str) -> int | None:
    """Give how many entries of the whole list stand before a page; None where its cursor does not say.

    >>> passed(Source.SRU, "301"), passed(Source.SRU, "2019-05-01/301")
    (300, None)
    >>> passed(Source.ODATA, "https://example.org/Document?$filter=x")
    0
    """
    if source is Source.SRU:
        return None if "/" in cursor else int(cursor) - 1
    match = _SKIP.search(cursor)
    return int(match[2]) if match else None if "skiptoken" in cursor else 0
