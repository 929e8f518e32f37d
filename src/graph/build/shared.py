"""The graphs that all documents share: registers, indicators, ontology and catalogue, made anew in every build."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graph.store.base import Change, n_triples

if TYPE_CHECKING:
    from graph.settings import Settings


def shared_changes(extracts: Sequence[bytes], settings: Settings) -> list[Change]:
    """Make the shared graphs.

    Args:
        extracts: of every document in the store, what its description noted for them.
        settings: base IRI and publisher.
    """
    from graph.describe import shared
    from graph.extract import RULES

    return [Change(graph, n_triples(quads)) for graph, quads in shared(extracts, settings.base_iri, RULES).items()]
