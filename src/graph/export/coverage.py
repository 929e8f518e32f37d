"""How much of the papers was not read, and why: summed up over the store by SPARQL."""

from __future__ import annotations

from dataclasses import dataclass

from graph.export.rows import rows
from graph.export.tables import Column, Table, Type
from graph.store.base import Reader

_LAYERS = Table(
    "layers",
    (Column("characters", Type.INTEGER),),
    "{ SELECT (SUM(?length) AS ?characters) { ?layer a kg:TextLayer ; kg:characters ?length } }",
    ("characters",),
)
_UNREAD = Table(
    "unread",
    (Column("reason"), Column("stretches", Type.INTEGER), Column("characters", Type.INTEGER)),
    """{ SELECT ?why (COUNT(?stretch) AS ?stretches) (SUM(?length) AS ?characters) {
        ?stretch a kg:UnreadStretch ; kg:unreadReason ?why ; kg:characters ?length } GROUP BY ?why }
    OPTIONAL { ?why skos:notation ?known }
    BIND(COALESCE(?known, STRAFTER(STR(?why), "/unread-reason/")) AS ?reason)""",
    ("reason",),
)


@dataclass(frozen=True)
class Unread:
    """What was not read for one reason: in how many stretches, and of how many characters together."""

    reason: str
    stretches: int
    characters: int


@dataclass(frozen=True)
class Coverage:
    """What there is to read, in characters of all text layers, and what of it was not read, the most first."""

    characters: int
    unread: tuple[Unread, ...]


def coverage(reader: Reader, base: str) -> Coverage:
    """Sum up what was not read.

    Args:
        reader: of the publication.
        base: the base IRI of the store.
    """
    ((characters,),) = rows(_LAYERS, reader, base)
    found = (
        Unread(str(reason), int(str(stretches)), int(str(length)))
        for reason, stretches, length in rows(_UNREAD, reader, base)
    )
    # no sum of nothing on some engines, where others say 0
    return Coverage(int(str(characters or 0)), tuple(sorted(found, key=lambda each: (-each.characters, each.reason))))
