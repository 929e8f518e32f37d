"""Who held an office, and which offices a person held."""

from __future__ import annotations

from dataclasses import dataclass

from graph.store.base import Reader
from graph.web.series.lookup import cells, names_of, prefixed
from graph.web.site import Site

AT_MOST = 200
"""How many are given; no office in the registers has had so many holders."""

_HELD = (
    "SELECT ?membership ?other ?start ?end {{ ?membership {mine} <{iri}> ; {other} ?other . "
    "OPTIONAL {{ ?membership org:memberDuring ?period . OPTIONAL {{ ?period kg:periodStart ?start }} "
    "OPTIONAL {{ ?period kg:periodEnd ?end }} }} }} LIMIT {most}"
)
_WAYS = {"post": ("kg:post", "org:member"), "person": ("org:member", "kg:post")}


@dataclass(frozen=True)
class Held:
    """An office that was held.

    Attributes:
        membership: its IRI.
        other: of a post the person, of a person the post.
        name: what that is called.
        start, end: the first and the last day (ISO), empty where it is not known or not over.
    """

    membership: str
    other: str
    name: str
    start: str
    end: str


def offices_of(reader: Reader, site: Site, iri: str, language: str) -> list[Held]:
    """Give who held a post, or which posts a person held; the latest first, none for other things.

    Args:
        reader: of the publication.
        site: for the base.
        iri: of the post or the person.
        language: of the names, where there is a choice.
    """
    way = _WAYS.get(site.collection(iri))
    if way is None:
        return []
    query = prefixed(site.base) + _HELD.format(mine=way[0], other=way[1], iri=iri, most=AT_MOST)
    rows = sorted({(membership, other, start, end) for membership, other, start, end in cells(reader, query)})
    names = names_of(reader, [other for _, other, _, _ in rows], language)
    held = [Held(membership, other, names[other].name, start, end) for membership, other, start, end in rows]
    return sorted(held, key=lambda each: each.start, reverse=True)
