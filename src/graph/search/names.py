"""What can be found in the shared graphs: organisations, persons, posts, laws, rulings, places and indicators."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from graph.search.item import Item, Kind
from graph.search.statements import Statements, local

_FOLDERS: Mapping[str, Kind] = {
    "organisation": Kind.ORGANISATION,
    "post": Kind.POST,
    "person": Kind.PERSON,
    "law": Kind.LAW,
    "case": Kind.CASE,
    "place": Kind.PLACE,
    "indicator": Kind.INDICATOR,
}
"""By the folder in which an IRI stands; periods, breakdowns and memberships are no names."""

_NAMES = ("skos:prefLabel", "dcterms:title", "foaf:name", "skos:notation", "skos:altLabel", "skos:hiddenLabel")
_WANTED = (*_NAMES, "dcterms:identifier", "org:member", "org:postIn", "kg:post")

_CONCERNING = frozenset({"membership", "post", "person"})

_CHOSEN_BY = {Kind.ORGANISATION: "organisation", Kind.INDICATOR: "indicator"}
"""The facets in which a name itself counts: who chooses the COA finds the COA too."""


def names_of(triples: bytes, base: str) -> list[Item]:
    """Give the names that a shared graph describes, each with its aliases.

    Args:
        triples: the graph as N-Triples.
        base: of the IRIs.
    """
    said = Statements(triples, base, _WANTED)
    posts = _held(said)
    found = []
    for iri in said:
        folder, _, slug = iri.removeprefix(f"{base}id/").partition("/")
        kind = _FOLDERS.get(folder)
        names = tuple(dict.fromkeys(name for prop in _NAMES for name in said.all(iri, prop)))
        if kind and slug and names and iri.startswith(f"{base}id/"):
            found.append(_name(said, iri, kind, names, posts.get(iri, ())))
    return found


def ministries_of(triples: bytes, base: str) -> dict[str, str]:
    """Give the organisation of each post, both by the last part of their IRIs."""
    said = Statements(triples, base, ("org:postIn",))
    return {local(iri): local(said.one(iri, "org:postIn")) for iri in said}


def concerns_others(things: Iterable[str], base: str) -> bool:
    """Whether a change of some things concerns others too: who held which post stands with the person, not alone."""
    return any(iri.removeprefix(f"{base}id/").partition("/")[0] in _CONCERNING for iri in things)


def digest_of(item: Item) -> str:
    """Give a digest of what is known of a name, to tell which of thousands have changed."""
    return hashlib.blake2b(repr(item).encode(), digest_size=8).hexdigest()


def _held(said: Statements) -> dict[str, tuple[str, ...]]:
    """Give the posts that persons held, by the names of these."""
    found: dict[str, tuple[str, ...]] = {}
    for membership in said:
        for person in said.all(membership, "org:member"):
            posts = [name for post in said.all(membership, "kg:post") for name in said.all(post, "skos:prefLabel")]
            found[person] = tuple(dict.fromkeys((*found.get(person, ()), *posts)))
    return found


def _name(said: Statements, iri: str, kind: Kind, names: tuple[str, ...], posts: tuple[str, ...]) -> Item:
    chosen = {_CHOSEN_BY[kind]: (local(iri),)} if kind in _CHOSEN_BY else {}
    return Item(
        iri=iri,
        kind=kind,
        title=names[0],
        text="; ".join((*names[1:], *posts)),
        heads=names,
        more=posts,
        identifiers=said.all(iri, "dcterms:identifier"),
        facets={"what": (kind,), **chosen},
    )
