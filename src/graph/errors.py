"""The errors of the product: one tree, each with the data that a message needs."""

from __future__ import annotations

from dataclasses import dataclass


class KamergraafError(Exception):
    """Something that a user can put right: the message says what, where and what to do, in one line."""


@dataclass
class ReadError(KamergraafError):
    """A file that cannot be read as a paper.

    Args:
        file: the name of the file, as the user gave it.
        reason: what is wrong and what would help, without a full stop.
        page: the page it happened on, 1-based, where pages are known.
    """

    file: str
    reason: str
    page: int | None = None

    def __str__(self) -> str:
        where = self.file if self.page is None else f"{self.file}, page {self.page}"
        return f"{where}: {self.reason}"


@dataclass
class IdentityError(KamergraafError):
    """Two statements about which document a file is that disagree (DESIGN section 4); ``--identifier`` settles them."""

    file: str
    claims: dict[str, str]

    def __str__(self) -> str:
        claims = ", ".join(f"{identifier} ({basis})" for basis, identifier in self.claims.items())
        return f"{self.file}: the identifiers disagree: {claims}; settle it with --identifier ID"


class StoreError(KamergraafError):
    """The store cannot do what was asked: locked, missing, damaged or of another version."""


class UnreachableError(StoreError):
    """The SPARQL server that holds the store gives no answer, or none that can be used."""


class QueryTimeoutError(StoreError):
    """The SPARQL server that holds the store ended a query: it took too long."""


class QueryError(KamergraafError):
    """A SPARQL query that is wrong or that is not allowed here."""


class ServiceRefusedError(QueryError):
    """A query that would make the server ask an endpoint that is not on the operator's list."""


class RegisterError(KamergraafError):
    """An official list, or a file of the registers, that is not what it should be."""


class SettingsError(KamergraafError):
    """A setting that is missing or that has a value it cannot have."""


class HarvestError(KamergraafError):
    """A service that papers are fetched from, or what it gives, that is not what it should be."""


class ClusterError(KamergraafError):
    """A cluster that cannot be reached, that went away, or whose workers run other software."""
