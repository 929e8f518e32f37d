"""What `sparql+https://…` names: a SPARQL server as the store, and the folder of this machine that belongs to it.

Such a location may have gone through a path, which makes one slash of two.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from urllib.parse import urlsplit

from graph.errors import StoreError

_REMOTE = re.compile(r"sparql\+(https?):/{1,2}(?=[^/])", re.IGNORECASE)
_BARE = re.compile(r"(https?):/{1,2}(?=[^/])", re.IGNORECASE)
_NAME = re.compile(r"[^A-Za-z0-9.-]+")


def address_of(location: str | Path) -> str | None:
    """Give the address of the endpoint for queries; None where the location is a folder.

    Raises:
        StoreError: for an address that lacks ``sparql+``, or that has credentials in it.

    >>> address_of(Path("sparql+http://127.0.0.1:8890/sparql"))
    'http://127.0.0.1:8890/sparql'
    """
    text = str(location).replace("\\", "/")
    if found := _BARE.match(text):
        raise StoreError(
            f"{text}: to use a SPARQL server as the store, write sparql+{found[1]}://{text[found.end() :]}"
        )
    found = _REMOTE.match(text)
    if found is None:
        return None
    address = f"{found[1].lower()}://{text[found.end() :]}"
    parts = urlsplit(address)
    if "@" in parts.netloc:
        raise StoreError(
            "--store: an address has no user in it; set KAMERGRAAF_STORE_USER and KAMERGRAAF_STORE_PASSWORD"
        )
    if parts.query or parts.fragment or not parts.hostname:
        raise StoreError(f"{address}: is no address of a SPARQL endpoint")
    return address


def named(location: str | Path) -> str:
    """Give a location as it is written, whatever a path made of it."""
    address = address_of(location)
    return str(location) if address is None else f"sparql+{address}"


def folder_of(location: str | Path, data: Path) -> Path:
    """Give the folder of this machine that belongs to a store: the store itself, or one for each server.

    Args:
        location: of the store.
        data: the folder for data of the user.
    """
    address = address_of(location)
    if address is None:
        return Path(location).expanduser()
    name = _NAME.sub("-", urlsplit(address).netloc)
    return data / "servers" / f"{name}-{hashlib.sha256(address.encode()).hexdigest()[:10]}"
