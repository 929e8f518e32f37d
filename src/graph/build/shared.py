"""The graphs that documents share: registers, indicators, ontology, catalogue, findings; made from all of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from graph.build.inputs import software
from graph.build.replaced import graph_of
from graph.store.base import Change, GraphVersion, n_triples

if TYPE_CHECKING:
    from pyoxigraph import Quad

    from graph.describe.counts import Counts
    from graph.settings import Settings


SAYING = {"base_iri", "public_base", "publisher_name", "publisher_iri", "contact_name", "contact_email"}
"""The settings that the shared graphs speak of."""


def shared_changes(
    extracts: Sequence[bytes],
    settings: Settings,
    present: Iterable[GraphVersion] = (),
    beside: Counts | None = None,
    replaced: Sequence[Quad] = (),
) -> list[Change]:
    """Make the shared graphs, or none when those in the store were made from the same.

    Args:
        extracts: of every document in the store, what its description noted for them, in a fixed order.
        settings: base IRI and publisher.
        present: the shared graphs in the store, but that of aggregates.
        beside: the counts of the graph of aggregates.
        replaced: what stands in the place of IRIs that are described no more (`graph.build.replaced`).
    """
    fingerprint = _fingerprint(extracts, settings, replaced)
    held = {version.graph: version.fingerprint for version in present}
    made_from = set(held.values())
    if made_from == {fingerprint}:
        return []
    from graph.check import compare, quality, without_period
    from graph.describe import Publisher, shared
    from graph.describe.claims import claims_in
    from graph.extract import RULES

    publisher = Publisher(
        settings.publisher_name,
        str(settings.publisher_iri) if settings.publisher_iri else None,
        settings.contact_name,
        settings.contact_email,
    )
    claims = claims_in(extracts)
    # Also when nothing was found: a graph that is there and empty says that the figures were compared.
    found = quality(compare(claims), settings.base_iri, without_period(claims))
    more = {f"{settings.base_iri}graph/quality": found}
    if replaced:
        more[graph_of(settings.base_iri)] = [*replaced]
    graphs = shared(
        extracts,
        settings.base_iri,
        RULES,
        publisher,
        address=str(settings.public_base or ""),
        more=more,
        beside=beside,
    )
    given = [Change(graph, n_triples(quads), fingerprint) for graph, quads in graphs.items()]
    return [*given, *(Change(graph, None) for graph in held if graph not in graphs)]


def _fingerprint(extracts: Sequence[bytes], settings: Settings, replaced: Sequence[Quad]) -> str:
    """Identify everything that the shared graphs depend on."""
    said = settings.model_dump_json(include=SAYING)
    digest = hashlib.sha256(f"{software()}\n{said}\n".encode())
    for extract in extracts:
        digest.update(hashlib.sha256(extract).digest())
    digest.update("".join(map(str, replaced)).encode())
    return digest.hexdigest()
