"""Describes which other registers the data links to, how, and how often (VoID): counted, never estimated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from graph.describe.iris import Iris, slug
from graph.describe.statements import Statements


@dataclass(frozen=True)
class Target:
    """A data set that things of ours are linked to.

    Attributes:
        slug: its name in our addresses.
        title: what it is called.
        spaces: what its IRIs begin with; the first is said of it.
    """

    slug: str
    title: str
    spaces: tuple[str, ...]


TARGETS = (
    Target("tooi", "TOOI", ("https://identifier.overheid.nl/tooi/",)),
    Target("owms", "OWMS", ("http://standaarden.overheid.nl/owms/",)),
    Target("wikidata", "Wikidata", ("http://www.wikidata.org/entity/",)),
    Target("geonames", "GeoNames", ("https://sws.geonames.org/",)),
    Target("wetten", "Wettenbank (wetten.overheid.nl)", ("https://wetten.overheid.nl/", "http://wetten.overheid.nl/")),
    Target("juriconnect", "Linked Data Overheid: JuriConnect", ("https://identifier.overheid.nl/juriconnect/",)),
    Target("eu-authority", "Authority tables of the EU", ("http://publications.europa.eu/resource/authority/",)),
    Target(
        "eur-lex",
        "EUR-Lex and CELLAR",
        ("http://publications.europa.eu/resource/", "http://data.europa.eu/eli/", "https://eur-lex.europa.eu/"),
    ),
    Target("ecli", "European Case Law Identifier", ("https://e-justice.europa.eu/ecli/",)),
    Target("rechtspraak", "Rechtspraak.nl", ("https://deeplink.rechtspraak.nl/", "https://data.rechtspraak.nl/")),
    Target("cbs", "CBS StatLine", ("https://opendata.cbs.nl/", "https://vocabs.cbs.nl/")),
    Target("organisaties", "Register van Overheidsorganisaties", ("https://organisaties.overheid.nl/",)),
    Target("officielebekendmakingen", "Officiële bekendmakingen", ("https://zoek.officielebekendmakingen.nl/",)),
)
"""The data sets that are known by name; links to others are counted by their host."""

PREDICATES = ("owl:sameAs", "skos:exactMatch", "foaf:page")
"""What a link says: the same thing, the same concept, the official page."""

_BY_SPACE = sorted(
    ((space, target) for target in TARGETS for space in target.spaces), key=lambda each: (-len(each[0]), each[0])
)


def target_of(iri: str) -> Target:
    """Give the data set that an IRI belongs to.

    >>> target_of("https://identifier.overheid.nl/tooi/id/zbo/zb000210").slug
    'tooi'
    >>> target_of("https://example.org/a").slug
    'example-org'
    """
    for space, target in _BY_SPACE:
        if iri.startswith(space):
            return target
    parts = urlsplit(iri)
    return Target(slug(parts.netloc.replace(".", " ")), parts.netloc, (f"{parts.scheme}://{parts.netloc}/",))


def describe_linksets(to: Statements, iris: Iris, dataset: str, links: Mapping[tuple[str, str], int]) -> None:
    """Describe the links of the data as link sets, one for each target and predicate.

    Args:
        to: where the statements go.
        iris: the addresses.
        dataset: the IRI of our data set.
        links: how many links there are, by the space that they lead to and the short name of what they say.
    """
    counted: Counter[tuple[Target, str]] = Counter()
    for (space, name), number in links.items():
        counted[target_of(space), name] += number
    for (target, name), number in sorted(counted.items(), key=lambda each: (each[0][0].slug, each[0][1])):
        _linkset(to, iris, dataset, target, name, number)


def _linkset(to: Statements, iris: Iris, dataset: str, target: Target, name: str, number: int) -> None:
    iri = iris.thing("linkset", f"{target.slug}.{name.partition(':')[2]}")
    theirs = iris.thing("dataset", target.slug)
    to.a(theirs, "void:Dataset")
    to.say(theirs, "dcterms:title", to.text(target.title))
    to.say(theirs, "void:uriSpace", to.text(target.spaces[0]))
    to.a(iri, "void:Linkset")
    to.say(iri, "dcterms:title", to.text(f"Links ({name}) naar {target.title}", "nl"))
    to.say(iri, "dcterms:title", to.text(f"Links ({name}) to {target.title}", "en"))
    to.say(iri, "void:subjectsTarget", dataset)
    to.say(iri, "void:objectsTarget", theirs)
    to.say(iri, "void:linkPredicate", to.terms[name])
    to.say(iri, "void:triples", to.integer(number))
    to.say(dataset, "void:subset", iri)
