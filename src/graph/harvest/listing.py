"""Reads the listings of the services page by page, and says where each goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from graph.harvest import odata, sru, syncfeed
from graph.harvest.client import Client, GoneError
from graph.harvest.listed import Choice, Listed, Page, Source

_T = TypeVar("_T")


@dataclass(frozen=True)
class Services:
    """The addresses of the services."""

    sru: str
    odata: str
    syncfeed: str


class Listings:
    """Reads pages.

    Args:
        client: asks the services.
        services: where they are.
    """

    def __init__(self, client: Client, services: Services) -> None:
        self._client = client
        self._services = services

    def first(self, source: Source, choice: Choice) -> str:
        """Give where a listing begins."""
        if source is Source.SRU:
            return "1"
        if source is Source.ODATA:
            return odata.address_of(self._services.odata, choice)
        return syncfeed.address_of(self._services.syncfeed)

    def page(self, source: Source, choice: Choice, cursor: str) -> Page:
        """Read a page.

        Args:
            source: of which service.
            choice: which papers.
            cursor: where, from `first`, `again` or the page before.

        Raises:
            HarvestError: when the service does not answer, or with something else.
        """
        if source is Source.SRU:
            address = sru.address_of(self._services.sru, choice, cursor)
            return self._read(address, lambda body: sru.read_page(body, choice, cursor))
        return self._read(cursor, lambda body: odata.read_page(body, self._services.odata))

    def changes(self, choice: Choice, cursor: str) -> syncfeed.Changes:
        """Read a page of the feed of changes.

        Raises:
            HarvestError: when the service does not answer, or with something else.
        """
        return self._read(cursor, lambda body: syncfeed.read_page(body, choice))

    def document(self, key: str) -> Listed:
        """Ask what a document of the Tweede Kamer is that the feed says has changed.

        Raises:
            HarvestError: when the service does not answer, or it is nothing that can be read.
        """
        service = self._services.odata
        try:
            return self._read(odata.address_of_one(service, key), lambda body: odata.read_one(body, service))
        except GoneError:
            return replace(Listed(key, ""), deleted=True)

    def _read(self, address: str, read: Callable[[bytes], _T]) -> _T:
        """Ask, and read the answer; one that cannot be read is asked for again."""
        answers: list[_T] = []
        self._client.get(address, check=lambda body: answers.append(read(body)))
        return answers[-1]
