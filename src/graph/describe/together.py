"""Describes one thing that papers share, from what all of them say of it: its labels, or just that it is named.

Each function says all that the graph of indicators says of one IRI, so that what a paper changes can be made anew
thing by thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from graph.describe.iris import Iris, official_page
from graph.describe.statements import Statements
from graph.describe.units import unit_iri

_DOSSIER_PAGE = "https://zoek.officielebekendmakingen.nl/dossier/"


class Named(StrEnum):
    """What papers call by words of their own."""

    INDICATOR = "indicator"
    BREAKDOWN = "breakdown"


def describe_called(to: Statements, iris: Iris, kind: Named, iri: str, labels: Mapping[str, int]) -> None:
    """Describe an indicator or a breakdown with the label that is chosen for it, and the others.

    Args:
        to: where the statements go.
        iris: the addresses.
        kind: which of the two it is.
        iri: its IRI.
        labels: what papers call it, each with how often.
    """
    label = chosen(labels)
    others: dict[str, str] = {}
    for each in sorted(labels):
        others.setdefault(each.casefold(), each)
    to.a(iri, f"kg:{kind.value.capitalize()}")
    to.say(iri, "skos:prefLabel", to.text(label, "nl"))
    more = (other for folded, other in others.items() if folded != label.casefold())
    to.say(iri, "skos:altLabel", *(to.text(other, "nl") for other in more))
    to.in_scheme(iri, iris.term(f"{kind}s"))


def chosen(labels: Mapping[str, int]) -> str:
    """Choose one label: the one used most; of those used equally often the first in the alphabet.

    >>> chosen({"plekken": 2, "Plekken": 2, "bedden": 1})
    'Plekken'
    """
    return min(labels, key=lambda label: (-labels[label], label))


def describe_unit(to: Statements, iris: Iris, unit: str) -> None:
    """Describe a unit that no list has."""
    to.a(unit_iri(unit, iris), "skos:Concept")
    to.say(unit_iri(unit, iris), "skos:prefLabel", to.text(unit, "nl"))
    to.in_scheme(unit_iri(unit, iris), iris.term("units"))


def describe_dossier(to: Statements, iris: Iris, dossier: str) -> None:
    """Describe a dossier by its number."""
    to.a(iris.dossier(dossier), "kg:Dossier")
    to.say(iris.dossier(dossier), "dcterms:identifier", to.text(dossier))
    to.say(iris.dossier(dossier), "dcterms:title", to.text(f"Dossier {dossier}", "nl"))
    to.say(iris.dossier(dossier), "foaf:page", _DOSSIER_PAGE + dossier)


def describe_cited(to: Statements, iris: Iris, code: str) -> None:
    """Describe a paper that others cite and that is not published here; nothing of a code that names no paper."""
    if (paper := iris.cited(code)) is not None:
        to.a(paper, "eli:Work")
        to.say(paper, "dcterms:identifier", to.text(code))
        to.say(paper, "foaf:page", official_page(code))
