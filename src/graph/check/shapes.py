"""The shapes that ship, as one Turtle text for every engine."""

from __future__ import annotations

from functools import lru_cache

from graph.describe.terms import DEFAULT_BASE
from graph.resources import resource

_SHAPES = "https://w3id.org/kamergraaf/shapes/"


@lru_cache(maxsize=2)
def shapes_turtle(base: str) -> str:
    """Give all shapes of papers and catalogue for a base; their own names keep the default one.

    Args:
        base: the base IRI.
    """
    texts = (path.read_text(encoding="utf-8") for path in sorted(resource("shapes").glob("*.ttl")))
    return "\n".join(text.replace(DEFAULT_BASE, base).replace(f"{base}shapes/", _SHAPES) for text in texts)
