"""Where the graphs live: whole named graphs in at once, readers on snapshots.

    store = open_store(settings.store)
    with store.reader() as reader:
        for row in reader.query("SELECT …").rows(): …

`base` is the interface, `embedded` the kind on this machine, `remote` a SPARQL server, `dump` writes all of it. What a
stranger asks goes through `queries`, which lets nothing write or fetch.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.store.base import GraphVersion, Store
    from graph.store.content import Content


def open_store(location: str | Path) -> Store:
    """Give the store at a location: a folder of this machine, or ``sparql+https://…``. Nothing is made or opened yet.

    How a server is reached besides its address, such as the password, is taken from the settings.

    Raises:
        StoreError: for an address that can be none of a store.
    """
    from graph.store.remote.address import address_of

    if (address := address_of(location)) is None:
        from graph.store.embedded import EmbeddedStore  # imported late: help and messages need no database

        return EmbeddedStore(Path(location).expanduser(), _index)
    from graph.settings import Settings
    from graph.store.remote.options import Options
    from graph.store.remote.store import RemoteStore

    said = Settings.load()
    options = Options(
        user=said.store_user or "",
        password=said.store_password.get_secret_value() if said.store_password else "",
        update=said.store_update or "",
        graphs=said.store_graphs or "",
        seconds=said.query_seconds,
    )
    return RemoteStore(address, local_folder(location), options, _index)


def local_folder(location: str | Path) -> Path:
    """Give the folder of this machine that belongs to a store: a folder's own, or one for each server."""
    from graph.settings import data_folder
    from graph.store.remote.address import folder_of

    return folder_of(location, data_folder())


def _index(before: Path | None, after: Path, graphs: Sequence[GraphVersion], content: Content) -> None:
    """Make the index of a snapshot."""
    from graph.search.beside import index_beside  # imported late: only who publishes needs the engine

    index_beside(before, after, graphs, content.whole, content.patched)
