"""Where the graphs live: whole named graphs in at once, readers on snapshots.

    store = open_store(settings.store)
    with store.reader() as reader:
        for row in reader.query("SELECT …").rows(): …

`base` is the interface, `embedded` the kind on this machine, `dump` writes all of it. What a stranger asks goes through
`queries`, which lets nothing write or fetch.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import StoreError

if TYPE_CHECKING:
    from graph.store.base import Store


def open_store(location: str | Path) -> Store:
    """Give the store at a location: a folder of this machine. Nothing is made or opened yet.

    Raises:
        StoreError: for the address of a server, which this version cannot use as a store.
    """
    if str(location).startswith(("http:/", "https:/")):  # one slash: a path has no two
        raise StoreError(f"{location}: a SPARQL server cannot be the store yet; give a folder")
    from graph.store.embedded import EmbeddedStore  # imported late: help and messages need no database

    return EmbeddedStore(Path(location).expanduser())
