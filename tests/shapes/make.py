"""Makes the invalid files of the shape suite: for every constraint of every shape, one file that breaks only that one.

    python tests/shapes/make.py

Each is a valid file (`valid.{shape}.ttl`, written by hand) with one change. Its first lines say what a validator must
report: shape, component and path. The same shapes and valid files give the same bytes.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from rdflib import RDF, SH, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from graph.describe.terms import DEFAULT_BASE, PREFIXES

HERE = Path(__file__).parent
SHAPES = HERE.parents[1] / "shapes"
KGS = "https://w3id.org/kamergraaf/shapes/"
ELSEWHERE = "urn:example:elsewhere"

COMPONENTS = {
    SH.minCount: "MinCount",
    SH.maxCount: "MaxCount",
    SH.datatype: "Datatype",
    SH.nodeKind: "NodeKind",
    SH.pattern: "Pattern",
    SH["class"]: "Class",
    SH["in"]: "In",
    SH.hasValue: "HasValue",
    SH.languageIn: "LanguageIn",
    SH.uniqueLang: "UniqueLang",
    SH.minInclusive: "MinInclusive",
    SH.minExclusive: "MinExclusive",
    SH.minLength: "MinLength",
    SH.lessThan: "LessThan",
    SH.lessThanOrEquals: "LessThanOrEquals",
    SH.closed: "Closed",
    SH.xone: "Xone",
    SH["or"]: "Or",
    SH.sparql: "SPARQL",
}
"""The constraint components that the shapes use; the suite has a file for each use of each."""

Triple = tuple[Node, Node, Node]


@dataclass(frozen=True)
class Constraint:
    """One constraint: the node shape it belongs to, its own shape, its component and its parameter."""

    node_shape: str
    shape: str
    parameter: URIRef
    value: Node
    path: URIRef | None
    warning: bool

    @property
    def component(self) -> str:
        """The name of its component, without ``ConstraintComponent``."""
        return COMPONENTS[self.parameter]

    @property
    def stem(self) -> str:
        """The name of its file, without the suffix."""
        return f"{'warning' if self.warning else 'invalid'}.{self.shape}.{self.component}"


def all_shapes() -> Graph:
    """Give the shapes that ship."""
    graph = Graph()
    for path in sorted(SHAPES.glob("*.ttl")):
        graph.parse(path)
    return graph


def constraints(shapes: Graph) -> Iterator[Constraint]:
    """Give every constraint of every shape."""
    for node_shape in _in_order(shapes.subjects(RDF.type, SH.NodeShape)):
        name = str(node_shape).removeprefix(KGS)
        for parameter, value in _parameters(shapes, node_shape):
            shape = str(value).removeprefix(KGS) if parameter == SH.sparql else name
            yield Constraint(name, shape, parameter, value, None, shapes.value(node_shape, SH.severity) == SH.Warning)
        for part in _in_order(shapes.objects(node_shape, SH.property)):
            path = shapes.value(part, SH.path)
            warning = shapes.value(part, SH.severity) == SH.Warning
            for parameter, value in _parameters(shapes, part):
                assert isinstance(path, URIRef)
                yield Constraint(name, str(part).removeprefix(KGS), parameter, value, path, warning)


def _parameters(shapes: Graph, shape: Node) -> Iterator[tuple[URIRef, Node]]:
    for parameter in sorted(COMPONENTS):
        yield from ((parameter, value) for value in _in_order(shapes.objects(shape, parameter)))


def broken(constraint: Constraint, shapes: Graph) -> tuple[Graph, URIRef | None]:
    """Give a graph that breaks a constraint and no other, and the path that a validator names."""
    graph, focus = _valid(constraint)
    path, parameter = constraint.path, constraint.parameter
    if parameter == SH.closed:
        return _with(graph, (focus, URIRef("https://example.org/other"), Literal("x"))), URIRef(
            "https://example.org/other"
        )
    if path is None:
        return _break_node(constraint, graph, focus), None
    values = _in_order(graph.objects(focus, path))
    given = values[0] if values else None
    if parameter == SH.minCount:
        for value in values[int(str(constraint.value)) - 1 :]:
            graph.remove((focus, path, value))
    elif parameter == SH.hasValue:
        graph.remove((focus, path, constraint.value))
    elif parameter in (SH.maxCount, SH.uniqueLang):
        assert given is not None
        _add_second(graph, focus, path, given)
    elif parameter in (SH.lessThan, SH.lessThanOrEquals):
        assert isinstance(constraint.value, URIRef)
        _turn_around(graph, focus, path, constraint.value)
    else:
        assert given is not None
        graph.remove((focus, path, given))
        graph.add((focus, path, _replacement(constraint, given, graph)))
    return graph, path


def _valid(constraint: Constraint) -> tuple[Graph, Node]:
    """Give the valid file of a shape under the name of the constraint, and the thing in it to break."""
    name = constraint.shape if constraint.parameter == SH.sparql else constraint.node_shape
    path = HERE / f"valid.{name}.ttl"
    text = (path if path.exists() else HERE / f"valid.{constraint.node_shape}.ttl").read_text(encoding="utf-8")
    own = re.sub(r"[^A-Za-z0-9-]", "-", constraint.stem)
    text = re.sub(r"valid-[\w-]+", own, text)
    digest = hashlib.sha256(constraint.stem.encode()).hexdigest()[:16]
    graph = Graph(bind_namespaces="none").parse(
        data=re.sub(r"(?<=activity/)[0-9a-f]{16}", digest, text), format="turtle"
    )
    shape = URIRef(KGS + constraint.node_shape)
    shapes = all_shapes_once()
    pattern, target = shapes.value(shape, SH.pattern), shapes.value(shape, SH.targetClass)
    things = _in_order(
        {thing for thing in graph.subjects() if re.search(str(pattern), str(thing))}
        if pattern
        else set(graph.subjects(RDF.type, target))
    )
    return graph, next(
        (thing for thing in things if constraint.path and (thing, constraint.path, None) in graph), things[0]
    )


_ONCE: list[Graph] = []


def all_shapes_once() -> Graph:
    """Give the shapes that ship, read once."""
    if not _ONCE:
        _ONCE.append(all_shapes())
    return _ONCE[0]


def _break_node(constraint: Constraint, graph: Graph, focus: Node) -> Graph:
    """Break what is said of a thing as a whole."""
    if constraint.parameter == SH.pattern:
        elsewhere = URIRef(f"{ELSEWHERE}:{constraint.stem}")
        return _map(graph, lambda node: elsewhere if node == focus else node)
    if constraint.shape == "Document-dangling":
        asker = _in_order(thing for thing in graph.subjects() if "/asker/" in str(thing))[0]
        graph.remove((asker, None, None))
    elif constraint.shape == "Document-guessed":
        body = _in_order(graph.objects(None, URIRef("http://www.w3.org/ns/oa#hasBody")))[0]
        graph.remove((body, None, None))
    elif constraint.shape == "Document-backwards":
        period = URIRef(f"{DEFAULT_BASE}def/period")
        figure = _in_order(graph.subjects(period))[0]
        graph.set((figure, period, URIRef(f"{DEFAULT_BASE}id/period/2025-09-30--2025-01-01")))
    elif constraint.shape == "TextLayer-quotes":
        end = URIRef("http://www.w3.org/ns/oa#end")
        position = _in_order(graph.subjects(end))[0]
        graph.set((position, end, Literal(19)))
    elif constraint.shape == "AnsweredDocument":
        graph.remove((focus, URIRef(f"{DEFAULT_BASE}def/answeredBy"), None))
        graph.remove((focus, URIRef(f"{DEFAULT_BASE}def/state"), None))
    elif constraint.parameter == SH.xone:
        graph.remove((focus, URIRef("http://www.w3.org/ns/oa#hasBody"), None))
    else:
        raise ValueError(f"no way to break {constraint}: write one")
    return graph


def _with(graph: Graph, triple: Triple) -> Graph:
    graph.add(triple)
    return graph


def _map(graph: Graph, change: Callable[[Node], Node]) -> Graph:
    changed = Graph(bind_namespaces="none")
    for subject, predicate, value in graph:
        changed.add((change(subject), predicate, change(value)))
    return changed


def _add_second(graph: Graph, focus: Node, path: Node, given: Node) -> None:
    """Add a second value that is as good as the first."""
    second: Node
    if isinstance(given, Literal):
        second = _next(given)
    else:
        others = [value for value in _members_of(path) if value != given]
        second = others[0] if others else URIRef(_varied(str(given)))
        for kind in graph.objects(given, RDF.type):
            graph.add((second, RDF.type, kind))
    graph.add((focus, path, second))


def _members_of(path: Node) -> list[Node]:
    """Give the values that a property may have, where they are listed."""
    shapes = all_shapes_once()
    lists = [shapes.value(shape, SH["in"]) for shape in _in_order(shapes.subjects(SH.path, path))]
    return [value for each in lists if each is not None for value in Collection(shapes, each)]


def _in_order(nodes: Iterable[Node]) -> list[Node]:
    return sorted(nodes, key=str)


def _varied(iri: str) -> str:
    """Give another IRI of the same pattern."""
    if re.search(r"/(quote|position)$", iri):
        return re.sub(r"/([^/]+)/(quote|position)$", r"/\1-2/\2", iri)
    if re.search(r"/period/", iri):
        return iri.replace("2024-01-01--", "2023-01-01--")
    if re.search(r"[0-9a-f]{12}$", iri):
        return iri[:-1] + ("0" if iri[-1] != "0" else "1")
    if re.search(r"/(postponement|withdrawal)$", iri):
        return re.sub(r"/document/([^/]+)/", r"/document/\1-2/", iri)
    if iri.endswith("/passage"):
        return re.sub(r"/([^/]+)/passage$", r"/\g<1>2/passage", iri)
    return f"{iri}2"


def _next(given: Literal) -> Literal:
    if given.datatype in (XSD.integer, XSD.decimal):
        return Literal(
            Decimal(str(given)) + 1 if given.datatype == XSD.decimal else int(given) + 1, datatype=given.datatype
        )
    if given.datatype == XSD.date:
        return Literal("2020-01-01", datatype=XSD.date)
    text = str(given)
    return Literal(text[:-1] + ("0" if text[-1] != "0" else "1"), lang=given.language, datatype=given.datatype)


def _turn_around(graph: Graph, focus: Node, path: URIRef, other: URIRef) -> None:
    """Make the first value greater than the other one, by changing whichever no third one depends on."""
    first, second = graph.value(focus, path), graph.value(focus, other)
    assert isinstance(first, Literal)
    assert isinstance(second, Literal)
    if str(path).endswith("obsValue"):
        graph.set((focus, other, Literal(Decimal(1), datatype=second.datatype)))
    else:
        value = Decimal(str(second)) + 5
        graph.set(
            (focus, path, Literal(int(value) if first.datatype == XSD.integer else value, datatype=first.datatype))
        )


def _replacement(constraint: Constraint, given: Node, graph: Graph) -> Node:
    """Give a value that breaks only this constraint."""
    parameter = constraint.parameter
    if parameter == SH["class"]:
        return URIRef(f"{given}-unknown")
    if parameter == SH.nodeKind:
        return Literal(str(given))
    if parameter == SH.pattern:
        if isinstance(given, Literal):
            return Literal("?", datatype=given.datatype)
        elsewhere = URIRef(f"{ELSEWHERE}:{constraint.stem}")
        if needed := all_shapes_once().value(URIRef(KGS + constraint.shape), SH["class"]):
            graph.add((elsewhere, RDF.type, needed))
        return elsewhere
    assert isinstance(given, Literal) or parameter == SH["in"]
    if parameter == SH["in"]:
        return Literal(False) if isinstance(given, Literal) else URIRef(ELSEWHERE)
    assert isinstance(given, Literal)
    if parameter == SH.datatype:
        return _other_kind(given)
    if parameter == SH.languageIn:
        return Literal(str(given), lang="fr")
    return Literal(
        {SH.minInclusive: -1, SH.minExclusive: Decimal(0), SH.minLength: ""}[parameter], datatype=given.datatype
    )


def _other_kind(given: Literal) -> Literal:
    """Give the same with a datatype that can be compared with the right one, so that no order breaks as well."""
    if given.datatype == XSD.date:
        return Literal(f"{given}T00:00:00", datatype=XSD.dateTime)
    nearby = {XSD.integer: XSD.decimal, XSD.decimal: XSD.double}
    return Literal(str(given), datatype=nearby.get(given.datatype, XSD.token) if given.datatype else XSD.token)


def write(constraint: Constraint, shapes: Graph) -> Path:
    """Write the file of a constraint."""
    graph, path = broken(constraint, shapes)
    assert not any(isinstance(node, BNode) for triple in graph for node in triple)
    head = f"# shape: {constraint.shape}\n# component: {constraint.component}\n# path: {path or '-'}\n"
    file = HERE / f"{constraint.stem}.ttl"
    for prefix, namespace in PREFIXES.items():
        graph.bind(prefix, namespace, override=True, replace=True)
    graph.bind("kg", f"{DEFAULT_BASE}def/", override=True, replace=True)
    file.write_text(head + graph.serialize(format="turtle"), encoding="utf-8")
    return file


def main() -> None:
    """Write all files, and take away those of constraints that are gone."""
    shapes = all_shapes()
    made = {write(constraint, shapes) for constraint in constraints(shapes)}
    for path in (*HERE.glob("invalid.*.ttl"), *HERE.glob("warning.*.ttl")):
        if path not in made:
            path.unlink()


if __name__ == "__main__":
    main()
