"""The engines that are known, and in what each departs from the standard: one row each.

Two addresses besides that of queries are needed: SPARQL 1.1 Update, and the Graph Store HTTP Protocol. An engine that
stands in no row is used by the standard, with both addresses from the settings.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit, urlunsplit

NONE = "https://w3id.org/kamergraaf/store/none"
"""A graph that there never is: where it is the only one that is named, a dataset is empty on every engine."""


@dataclass(frozen=True)
class Engine:
    """An engine.

    Attributes:
        name: as it calls itself in the header Server, in lower case.
        query, update, graphs: the last step of the path for each protocol.
        parameter: what the Graph Store Protocol calls the graph.
        whole: what makes the default graph the union of all, where the engine has to be asked for it.
        isolated: whether one update is one transaction, which others see whole or not at all.
        statements: how many statements one operation of an update may have.
        private: whether the endpoint of updates answers queries too, and shows graphs that others do not see.
        quirky: whether answers have the quirks of `graph.store.remote.virtuoso`.
    """

    name: str = "this server"
    query: str = ""
    update: str = ""
    graphs: str = ""
    parameter: str = "graph"
    whole: dict[str, str] = field(default_factory=dict)
    isolated: bool = False
    statements: int = 500
    private: bool = False
    quirky: bool = False

    def beside(self, query: str, step: str) -> str:
        """Give the address of another protocol, beside that of queries."""
        parts = urlsplit(query)
        path = parts.path.rpartition("/")[0] + "/" + step
        return urlunsplit((parts.scheme, parts.netloc, path, "", ""))


ENGINES = (
    Engine(
        "virtuoso",
        "sparql",
        "sparql-auth",
        "sparql-graph-crud-auth",
        parameter="graph-uri",
        private=True,
        quirky=True,
    ),
    Engine(
        "oxigraph",
        "query",
        "update",
        "store",
        whole={"union-default-graph": ""},
        isolated=True,
        statements=1_000_000,
    ),
)


def engine_of(server: str) -> Engine:
    """Recognise an engine by its header Server.

    >>> engine_of("Virtuoso/07.20.3229 (Linux) x86_64-pc-linux-gnu").name
    'virtuoso'
    """
    return next((engine for engine in ENGINES if server.lower().startswith(engine.name)), Engine())
