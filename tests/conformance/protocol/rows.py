"""A row of the table: a request, and what has to come back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

SUCCESS = (range(200, 400),)
REFUSED = (range(400, 500),)

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
DIRECT = {"Content-Type": "application/sparql-query"}
PLAIN = {"Content-Type": "text/plain"}
UPDATE = {"Content-Type": "application/sparql-update"}


class Shape(StrEnum):
    """What kind of answer is meant: the formats that may carry it are the protocol's."""

    TABLE = "table"
    BOOLEAN = "boolean"
    GRAPH = "graph"


@dataclass(frozen=True)
class Row:
    """One row.

    Attributes:
        name: of the W3C's test, or our own words.
        method: of the request.
        parameters: of the address, decoded; bytes are sent as they are.
        body: of the request.
        headers: of the request.
        status: the ranges that the status may lie in.
        shape: the kind of answer; None where that is not looked at.
        boolean: the answer of an ASK.
        values: all values of the only column of a table in JSON, in any order.
        says: what stands in the body.
        sends: headers of the answer and what stands in them.
        empty: whether the answer has no body.
        broken: whether the transfer has to break off.
    """

    name: str
    method: str = "GET"
    parameters: tuple[tuple[str, str], ...] | bytes = ()
    body: str | bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    status: tuple[range, ...] = SUCCESS
    shape: Shape | None = None
    boolean: bool | None = None
    values: tuple[str, ...] | None = None
    says: tuple[str, ...] = ()
    sends: Mapping[str, str] = field(default_factory=dict)
    empty: bool = False
    broken: bool = False


def is_exactly(*statuses: int) -> tuple[range, ...]:
    """Name statuses one by one."""
    return tuple(range(status, status + 1) for status in statuses)
