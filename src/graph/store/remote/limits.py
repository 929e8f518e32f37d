"""The limit of rows that an engine sets itself: asked once, and refused where it is too low for pages and downloads."""

from __future__ import annotations

import json

from graph.errors import QueryError, StoreError
from graph.store.base import Form
from graph.store.remote import virtuoso
from graph.store.remote.client import Client


def rows_of(client: Client) -> int:
    """Give how many rows the engine gives at most; 0 where that is not known.

    Raises:
        StoreError: when they are so few that graphs would be cut, which some answers would not even tell.
    """
    if not client.engine.quirky:
        return 0
    try:
        with client.query(virtuoso.LIMIT, Form.SOLUTIONS) as file:
            found = json.loads(file.read())["results"]["bindings"][0]["rows"]["value"]
        rows = int(found)
    except (QueryError, StoreError, KeyError, IndexError, ValueError):
        return 0  # it may not be asked; tables say themselves when they are cut
    if 0 < rows < virtuoso.ENOUGH:
        raise StoreError(
            f"{client.address}: ResultSetMaxRows is {rows} in its virtuoso.ini, which cuts graphs and results; "
            f"set it to {1 << 20} and start Virtuoso again"
        )
    return rows
