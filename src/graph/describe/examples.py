"""Describes the example queries and the prefixes that they use, for tools to run them (SHACL Advanced Features)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graph.describe.entry import Catalogue
from graph.describe.iris import Iris
from graph.describe.statements import Statements
from graph.describe.terms import DEFAULT_BASE, PREFIXES, prefixes
from graph.resources import resource

_FORM = re.compile(r"^\s*(SELECT|CONSTRUCT)\b", re.MULTILINE)
_FORMS = {
    "SELECT": ("sh:SPARQLSelectExecutable", "sh:select"),
    "CONSTRUCT": ("sh:SPARQLConstructExecutable", "sh:construct"),
}
_LABEL, _COMMENT = f"{PREFIXES['rdfs']}label", f"{PREFIXES['rdfs']}comment"


@dataclass(frozen=True)
class Example:
    """A query that ships.

    Attributes:
        slug: the name of its file without the suffix.
        text: the query, with its prefixes, for the default base.
        form: SELECT or CONSTRUCT.
        titles, descriptions: by language.
        elsewhere: whether it is for another server, which asks ours.
    """

    slug: str
    text: str
    form: str
    titles: dict[str, str]
    descriptions: dict[str, str]
    elsewhere: bool = False


def examples() -> tuple[Example, ...]:
    """Give the queries that ship, by name; the file ``examples.ttl`` beside them has their titles and descriptions.

    Raises:
        ValueError: for a query that is neither SELECT nor CONSTRUCT.
    """
    folder = resource("ontology", "queries")
    said: dict[tuple[str, str], dict[str, str]] = {}
    targets = set()
    for triple in parse((folder / "examples.ttl").read_bytes(), format=RdfFormat.TURTLE):
        name = triple.subject.value.rpartition("/")[2] if isinstance(triple.subject, NamedNode) else ""
        if isinstance(triple.object, Literal):
            said.setdefault((name, triple.predicate.value), {})[triple.object.language or ""] = triple.object.value
        elif triple.predicate.value == f"{PREFIXES['schema']}target":
            targets.add(name)
    found = []
    for path in sorted(folder.glob("*.rq")):
        text, slug = path.read_text(encoding="utf-8"), path.stem
        form = _FORM.search(text)
        if form is None:
            raise ValueError(f"{path.name}: begins with neither SELECT nor CONSTRUCT")
        titles, descriptions = said.get((slug, _LABEL), {}), said.get((slug, _COMMENT), {})
        found.append(Example(slug, text, form[1], titles, descriptions, slug not in targets))
    return tuple(found)


def describe_examples(to: Statements, about: Catalogue) -> None:
    """Describe the example queries: what each asks, its text, and the endpoint that it is for."""
    iris = Iris(about.base)
    for example in examples():
        iri = iris.thing("query", example.slug)
        kind, property_ = _FORMS[example.form]
        to.a(iri, "sh:SPARQLExecutable", kind)
        to.say(iri, "rdfs:label", *(to.text(text, language) for language, text in sorted(example.titles.items())))
        to.say(
            iri, "rdfs:comment", *(to.text(text, language) for language, text in sorted(example.descriptions.items()))
        )
        to.say(iri, "sh:prefixes", iris.term(""))
        to.say(iri, property_, to.text(example.text.replace(DEFAULT_BASE, about.base)))
        to.say(iri, "schema:target", None if example.elsewhere else f"{about.server}sparql")
        to.say(about.dataset, "void:exampleResource", iri)


def describe_prefixes(to: Statements, about: Catalogue) -> None:
    """Declare the prefixes of all vocabularies on our own, which the queries point to."""
    iris = Iris(about.base)
    for prefix, namespace in prefixes(about.base).items():
        iri = iris.thing("prefix", prefix)
        to.say(iris.term(""), "sh:declare", iri)
        to.a(iri, "sh:PrefixDeclaration")
        to.say(iri, "sh:prefix", to.text(prefix))
        to.say(iri, "sh:namespace", to.typed(namespace, "xsd:anyURI"))
