"""Where the graphs live: whole named graphs in at once, readers on snapshots.

    store = open_store(settings.store)
    with store.reader() as reader:
        for row in reader.query("SELECT …").rows(): …

`base` is the interface, `embedded` the kind on this machine, `dump` writes all of it. What a stranger asks goes through
`queries`, which lets nothing write or fetch.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import StoreError

if TYPE_CHECKING:
    from graph.store.base import GraphVersion, Store


def open_store(location: str | Path) -> Store:
    """Give the store at a location: a folder of this machine. Nothing is made or opened yet.

    Raises:
        StoreError: for the address of a server, which this version cannot use as a store.
    """
    if str(location).startswith(("http:/", "https:/")):  # one slash: a path has no two
        raise StoreError(f"{location}: a SPARQL server cannot be the store yet; give a folder")
    from graph.store.embedded import EmbeddedStore  # imported late: help and messages need no database

    return EmbeddedStore(Path(location).expanduser(), _index)


def _index(before: Path | None, after: Path, graphs: Sequence[GraphVersion], content: Callable[[str], bytes]) -> None:
    """Make the index of a snapshot."""
    from graph.search.beside import index_beside  # imported late: only who publishes needs the engine

    index_beside(before, after, graphs, content)
