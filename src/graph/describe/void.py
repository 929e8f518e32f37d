"""Describes how much the data says, by class, property and data set that it links to (VoID): counted, not estimated."""

from __future__ import annotations

import hashlib
import re

from graph.describe.counts import Counts
from graph.describe.entry import Catalogue
from graph.describe.iris import Iris
from graph.describe.linksets import describe_linksets
from graph.describe.statements import Statements
from graph.describe.terms import PREFIXES, prefixes

_LOCAL = re.compile(r"[\w-]+")


def describe_void(to: Statements, about: Catalogue, counts: Counts) -> None:
    """Describe the data set as VoID does (https://www.w3.org/TR/void/).

    Args:
        to: where the statements go.
        about: whose data set it is, and where the server is.
        counts: of all that it says.
    """
    iris, dataset = Iris(about.base), about.dataset
    to.say(dataset, "void:triples", to.integer(counts.triples))
    to.say(dataset, "void:distinctSubjects", to.integer(counts.subjects))
    to.say(dataset, "void:classes", to.integer(len(counts.classes)))
    to.say(dataset, "void:properties", to.integer(len(counts.properties)))
    to.say(dataset, "void:uriSpace", to.text(f"{iris.base}id/"))
    to.say(dataset, "void:rootResource", about.itself)
    to.say(dataset, "void:sparqlEndpoint", f"{about.server}sparql")
    to.say(dataset, "void:uriLookupEndpoint", f"{about.server}doc?iri=")
    for namespace in sorted(used_vocabularies(counts, iris.base)):
        to.say(dataset, "void:vocabulary", namespace)
    for kind, number in sorted(counts.classes.items()):
        part = iris.thing("partition", f"class.{short_name(kind, iris.base)}")
        to.say(dataset, "void:classPartition", part)
        to.a(part, "void:Dataset")
        to.say(part, "void:class", kind)
        to.say(part, "void:entities", to.integer(number))
    for name, number in sorted(counts.properties.items()):
        part = iris.thing("partition", f"property.{short_name(name, iris.base)}")
        to.say(dataset, "void:propertyPartition", part)
        to.a(part, "void:Dataset")
        to.say(part, "void:property", name)
        to.say(part, "void:triples", to.integer(number))
    describe_linksets(to, iris, dataset, counts.links)


def used_vocabularies(counts: Counts, base: str) -> set[str]:
    """Give the namespaces of the vocabularies whose classes and properties the data uses."""
    used = {*counts.classes, *counts.properties}
    return {space for space in prefixes(base).values() if any(name.startswith(space) for name in used)}


def short_name(iri: str, base: str) -> str:
    """Give the name of a term in our addresses: ``kg-Statistic``, or one with a digest where no prefix of ours fits.

    >>> short_name("https://e.org/def/Statistic", "https://e.org/"), short_name("urn:x", "https://e.org/")
    ('kg-Statistic', 'other-1ff30242')
    """
    spaces = {"kg": f"{base}def/", **PREFIXES}
    for prefix, space in spaces.items():
        if iri.startswith(space) and _LOCAL.fullmatch(local := iri.removeprefix(space)):
            return f"{prefix}-{local}"
    return f"other-{hashlib.sha256(iri.encode()).hexdigest()[:8]}"
