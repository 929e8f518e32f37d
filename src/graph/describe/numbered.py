"""Describes rulings and EU acts that no register has, and that their official number alone identifies: ECLI, CELEX."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pyoxigraph import Quad

from graph.describe.iris import Iris
from graph.describe.shipped import described
from graph.describe.statements import Statements
from graph.describe.terms import Terms
from graph.model import Authority, Kind, Understanding

NUMBERED = frozenset({Kind.CASE, Kind.EU_ACT})
"""What has an official number from which its identifiers follow (`graph.extract.laws`)."""


def numbered_in(understanding: Understanding) -> tuple[Authority, ...]:
    """Give the rulings and EU acts with a number that a paper names, each once."""
    named = (mention.authority for mention in understanding.mentions if mention.kind in NUMBERED)
    found = {(each.kind, each.slug, each.label): each for each in named if each is not None and each.code}
    return tuple(found[key] for key in sorted(found))


def plain(thing: Authority) -> dict[str, object]:
    """Give a thing as JSON values, to be kept."""
    return {
        "kind": str(thing.kind),
        "slug": thing.slug,
        "label": thing.label,
        "code": thing.code,
        "page": thing.page,
        "same_as": list(thing.same_as),
    }


def from_plain(value: Mapping[str, object]) -> Authority:
    """Give the thing that `plain` kept."""
    same_as = value["same_as"]
    return Authority(
        Kind(str(value["kind"])),
        str(value["slug"]),
        str(value["label"]),
        str(value["code"]),
        same_as=tuple(map(str, same_as)) if isinstance(same_as, list) else (),
        page=str(value["page"]) if value["page"] else None,
    )


def describe_numbered(things: Iterable[Authority], base: str) -> list[Quad]:
    """Describe rulings and EU acts, each once; what a register has is left to it.

    Args:
        things: in any order; of several labels of one thing the first in the alphabet is chosen.
        base: the base IRI.
    """
    iris = Iris(base)
    to = Statements(Terms(base), iris.graph("authorities"))
    chosen: dict[str, Authority] = {}
    for thing in sorted(things, key=lambda each: (each.slug, each.label)):
        chosen.setdefault(iris.authority(thing), thing)
    known = described(base) if chosen else frozenset()
    for iri, thing in chosen.items():
        if iri in known:
            continue
        to.a(iri, "eli:LegalResource")
        to.say(iri, "skos:prefLabel", to.text(thing.label, "nl"))
        to.say(iri, "dcterms:identifier", to.text(thing.code))
        to.say(iri, "dcterms:type", iris.term(f"kind/{thing.kind}"))
        to.say(iri, "owl:sameAs", *thing.same_as)
        to.say(iri, "foaf:page", thing.page)
    return to.quads()
