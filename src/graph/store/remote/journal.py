"""The log of publications that a server keeps beside the data, in a graph of its own, for every machine that reads it.

An entry is what one publication did, as pieces of packed JSON: it is written before it counts. One statement, the head,
says how many entries count; changing it is the instant of the publication. Times and file names stand here, in no graph
of the data. Each machine plays the entries into a ledger of its own (`graph.store.ledger`), which can be made again.
"""

from __future__ import annotations

import base64
import json
import time
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import pyoxigraph as ox

from graph.errors import StoreError, UnreachableError
from graph.store.base import Form
from graph.store.remote.client import Client

LEDGER = "https://w3id.org/kamergraaf/store/ledger"
"""The graph, and the thing that its head is of."""

_LOOKS = 4
_PAUSE = 0.03
"""How often the head is looked for before there is none, and the seconds between."""

_PIECE = 100_000
"""Characters of a piece; Virtuoso takes much longer for longer ones."""

Json = Mapping[str, object]


@dataclass(frozen=True)
class Head:
    """The state of a server.

    Attributes:
        store: a random name; another one means that the server was filled anew. Empty before the first publication.
        entries: how many entries count.
        number: the current publication.
        turn: odd while a graph is being replaced, on an engine that could show half of it.
    """

    store: str = ""
    entries: int = 0
    number: int = 0
    turn: int = 0

    def write(self) -> str:
        """Write it as one word for each."""
        return f"{self.store} {self.entries} {self.number} {self.turn}"

    @classmethod
    def read(cls, text: str) -> Head:
        """Read what `write` wrote."""
        store, *numbers = text.split()
        return cls(store, *map(int, numbers))


class Journal:
    """The log of one server."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def head(self) -> Head:
        """Give the state of the server.

        In the instant of a change two may be seen, of which the later counts, or, on Virtuoso, one without its value.
        """
        for _ in range(_LOOKS):
            if found := self._values(LEDGER, "head"):
                return max(map(Head.read, found), key=lambda head: (head.entries, head.number, head.turn))
            time.sleep(_PAUSE)
        return Head()

    def entry(self, number: int) -> Json:
        """Give what an entry says of its publication, without what is noted for builds."""
        return self._read(number, "part")

    def extracts(self, number: int) -> dict[str, bytes]:
        """Give what an entry notes for builds, by graph."""
        return {graph: str(text).encode("latin-1") for graph, text in self._read(number, "extracts").items()}

    def append(self, number: int, entry: Json, extracts: Mapping[str, bytes]) -> None:
        """Write an entry, which does not count yet."""
        self._clear(f"{LEDGER}/{number}")
        self._write(number, "part", entry)
        self._write(number, "extracts", {graph: text.decode("latin-1") for graph, text in extracts.items()})

    def move(self, head: Head, also: Sequence[str] = ()) -> None:
        """Change the state of the server, in one update, with other operations before it."""
        said = f"GRAPH <{LEDGER}> {{ <{LEDGER}> <{LEDGER}#head>"
        new = f'"{head.write()}"'
        old = f"DELETE {{ {said} ?any }} }} WHERE {{ {said} ?any }} FILTER (?any != {new}) }}"
        self._client.update(" ;\n".join([*also, f"INSERT DATA {{ {said} {new} }} }}", old]))

    def intend(self, what: Json) -> None:
        """Note what a publication is about to do, so that what it leaves when it breaks off can be mended."""
        self._clear(f"{LEDGER}/intent")
        if what:
            self._say(f"{LEDGER}/intent", "is", _packed(what))

    def intended(self) -> Json:
        """Give what a publication was about to do that never came to its end; empty where there is none."""
        found = self._values(f"{LEDGER}/intent", "is")
        return cast(Json, _unpacked(found[0])) if found else {}

    def writers(self) -> tuple[str, ...]:
        """Give who writes to the server, or means to."""
        return tuple(self._values(f"{LEDGER}/writer", "is"))

    def enter_writer(self, name: str) -> None:
        """Note a writer."""
        self._say(f"{LEDGER}/writer", "is", name)

    def leave_writer(self, name: str) -> None:
        """Take the note of a writer away."""
        self._client.update(
            f"DELETE DATA {{ GRAPH <{LEDGER}> {{ <{LEDGER}/writer> <{LEDGER}#is> {ox.Literal(name)} }} }}"
        )

    def _read(self, number: int, what: str) -> Json:
        pieces = dict(piece.split(":", 1) for piece in self._values(f"{LEDGER}/{number}", what))
        total = int(next(iter(pieces)).partition("/")[2]) if pieces else -1
        if len(pieces) != total:
            raise StoreError(f"{self._client.address}: entry {number} of the log is not complete; build the store anew")
        return cast(Json, _unpacked("".join(pieces[name] for name in sorted(pieces))))

    def _write(self, number: int, what: str, said: Json) -> None:
        packed = _packed(said)
        pieces = [packed[at : at + _PIECE] for at in range(0, len(packed), _PIECE)]
        for place, piece in enumerate(pieces):
            self._say(f"{LEDGER}/{number}", what, f"{place:06}/{len(pieces)}:{piece}")

    def _say(self, subject: str, what: str, text: str) -> None:
        said = f"<{subject}> <{LEDGER}#{what}> {ox.Literal(text)}"
        self._client.update(f"INSERT DATA {{ GRAPH <{LEDGER}> {{ {said} }} }}")

    def _clear(self, subject: str) -> None:
        self._client.update(f"DELETE WHERE {{ GRAPH <{LEDGER}> {{ <{subject}> ?any ?value }} }}")

    def _values(self, subject: str, what: str) -> list[str]:
        query = f"SELECT ?o {{ GRAPH <{LEDGER}> {{ <{subject}> <{LEDGER}#{what}> ?o }} }}"
        with self._client.query(query, Form.SOLUTIONS, private=True) as file:
            return list(_literals(file.read(), self._client.address))


def _literals(body: bytes, address: str) -> Iterator[str]:
    try:
        for row in json.loads(body)["results"]["bindings"]:
            if "o" in row:
                yield str(row["o"]["value"])
    except (ValueError, KeyError, TypeError) as error:
        raise UnreachableError(f"{address}: gives no results as a SPARQL endpoint does") from error


def _packed(value: object) -> str:
    return base64.b64encode(zlib.compress(json.dumps(value, ensure_ascii=False).encode(), 6)).decode()


def _unpacked(text: str) -> object:
    return json.loads(zlib.decompress(base64.b64decode(text)))
