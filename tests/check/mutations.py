"""Ways in which a graph can be wrong, chosen by a seed: what two engines are compared on."""

from __future__ import annotations

import random
from collections.abc import Callable

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

XSD = "http://www.w3.org/2001/XMLSchema#"
KG = "https://w3id.org/kamergraaf/def/"
OA = "http://www.w3.org/ns/oa#"
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
DATATYPES = ("string", "integer", "decimal", "date", "boolean", "anyURI", "double", "nonNegativeInteger", "dateTime")
LANGUAGES = ("nl", "en", "NL", "nl-BE", "de", "x-kg")
FORMS = ("", " ", "x", "-1", "0", "007", "1.50", "+5", "1e3", "NaN", "2024-13-45", "2024-02-30", "12345678901234567890")
NUMBERS = (
    *("oa#start", "oa#end", "def/page", "def/characters", "def/number", "obsValue", "def/valueMax", "def/lowerBound"),
    *("def/upperBound", "def/roundedTo"),
)
"""What a number is said with."""

Mutation = Callable[[list[Quad], random.Random], list[Quad]]


def _where(quads: list[Quad], chance: random.Random, fits: Callable[[Quad], bool]) -> int:
    """Choose a property first, then one of its statements: rare properties are as likely as those of every passage."""
    by_property: dict[str, list[int]] = {}
    for index, quad in enumerate(quads):
        if fits(quad):
            by_property.setdefault(quad.predicate.value, []).append(index)
    return chance.choice(by_property[chance.choice(sorted(by_property))])


def _text(quad: Quad) -> str:
    """Give the IRI, label or lexical form of what is said."""
    assert isinstance(quad.object, NamedNode | BlankNode | Literal)
    return quad.object.value


def _is_literal(quad: Quad) -> bool:
    return isinstance(quad.object, Literal)


def _is_link(quad: Quad) -> bool:
    return isinstance(quad.object, NamedNode)


def _replaced(quads: list[Quad], index: int, value: NamedNode | Literal | BlankNode) -> list[Quad]:
    old = quads[index]
    return [*quads[:index], Quad(old.subject, old.predicate, value, old.graph_name), *quads[index + 1 :]]


def drop(quads: list[Quad], chance: random.Random) -> list[Quad]:
    """Leave out a statement."""
    index = _where(quads, chance, lambda _: True)
    return [*quads[:index], *quads[index + 1 :]]


def datatype(quads: list[Quad], chance: random.Random) -> list[Quad]:
    """Give a literal another datatype."""
    index = _where(quads, chance, _is_literal)
    return _replaced(quads, index, Literal(_text(quads[index]), datatype=NamedNode(XSD + chance.choice(DATATYPES))))


def language(quads: list[Quad], chance: random.Random) -> list[Quad]:
    """Give a literal another language tag."""
    index = _where(quads, chance, _is_literal)
    return _replaced(quads, index, Literal(_text(quads[index]), language=chance.choice(LANGUAGES)))


def form(quads: list[Quad], chance: random.Random) -> list[Quad]:
    """Give a literal another lexical form and leave its datatype."""
    index = _where(quads, chance, _is_literal)
    old = quads[index].object
    assert isinstance(old, Literal)
    text = chance.choice((*FORMS, f"{old.value}é"))
    tag = old.language
    return _replaced(quads, index, Literal(text, language=tag) if tag else Literal(text, datatype=old.datatype))


def iri(quads: list[Quad], chance: random.Random) -> list[Quad]:
    """Give a link another address."""
    index = _where(quads, chance, _is_link)
    old = _text(quads[index])
    longer, other = (f"{old}x", f"{old}/", f"{old}é"), (old.replace("https:", "http:"), "urn:x:y", f"{KG}guess")
    return _replaced(quads, index, NamedNode(chance.choice((*longer, old[:-1], old.upper(), *other))))


def node_kind(quads: list[Quad], chance: random.Random) -> list[Quad]:
    """Make a link a text or a blank node, and a literal a link."""
    index = _where(quads, chance, lambda _: True)
    old = quads[index].object
    if isinstance(old, NamedNode):
        return _replaced(quads, index, chance.choice((Literal(old.value), BlankNode("b"))))
    return _replaced(quads, index, NamedNode("https://w3id.org/kamergraaf/id/thing/x"))


def rename(quads: list[Quad], chance: random.Random) -> list[Quad]:
    """Give a thing another address in all that is said of it, not where it is pointed to."""
    old = chance.choice(sorted({quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}))
    new = NamedNode(chance.choice((f"{old}x", f"{old}/y", "urn:x:y")))
    return [
        Quad(new, quad.predicate, quad.object, quad.graph_name) if quad.subject == NamedNode(old) else quad
        for quad in quads
    ]


def stray(quads: list[Quad], chance: random.Random) -> list[Quad]:
    """Say something of a thing that nobody described."""
    some = quads[_where(quads, chance, lambda _: True)]
    said = chance.choice((f"{KG}guess", quads[_where(quads, chance, lambda _: True)].predicate.value))
    value = chance.choice((Literal("x"), NamedNode("urn:x:y"), Literal("x", language="nl")))
    return [*quads, Quad(some.subject, NamedNode(said), value, some.graph_name)]


def duplicate(quads: list[Quad], chance: random.Random) -> list[Quad]:
    """Give a thing a second value, of the kind that another thing has."""
    index = _where(quads, chance, lambda _: True)
    old = quads[index]
    same = [quad.object for quad in quads if quad.predicate == old.predicate and quad.object != old.object]
    value = chance.choice(same) if same else Literal("x")
    return [*quads, Quad(old.subject, old.predicate, value, old.graph_name)]


def swap(quads: list[Quad], chance: random.Random) -> list[Quad]:
    """Exchange the values of one property between two things."""
    first = _where(quads, chance, lambda _: True)
    said = quads[first].predicate
    second = chance.choice([index for index, quad in enumerate(quads) if quad.predicate == said])
    one, other = quads[first].object, quads[second].object
    assert isinstance(one, NamedNode | BlankNode | Literal) and isinstance(other, NamedNode | BlankNode | Literal)
    return _replaced(_replaced(quads, first, other), second, one)


def type_of(quads: list[Quad], chance: random.Random) -> list[Quad]:
    """Make a thing one of another kind, or of one more."""
    kinds = [index for index, quad in enumerate(quads) if quad.predicate == TYPE]
    index, other = chance.choice(kinds), quads[chance.choice(kinds)].object
    assert isinstance(other, NamedNode)
    if chance.random() < 0.5:
        return _replaced(quads, index, other)
    return [*quads, Quad(quads[index].subject, TYPE, other, quads[index].graph_name)]


def number(quads: list[Quad], chance: random.Random) -> list[Quad]:
    """Shift an offset, a page, a count or a value."""
    index = _where(quads, chance, lambda quad: quad.predicate.value.endswith(NUMBERS))
    old = quads[index].object
    assert isinstance(old, Literal)
    text = chance.choice((str(float(old.value) + 1), f"1{old.value}", f"-{old.value}", "0", "1.0"))
    if old.datatype.value == f"{XSD}integer" and chance.random() < 0.8:
        text = text.split(".")[0]
    return _replaced(quads, index, Literal(text, datatype=old.datatype))


def words(quads: list[Quad], chance: random.Random) -> list[Quad]:
    """Change quoted words."""
    index = _where(quads, chance, lambda quad: quad.predicate.value == f"{OA}exact")
    old = _text(quads[index])
    return _replaced(quads, index, Literal(chance.choice((f"{old} ", old[1:], old.upper() + "!", f"{old}𝄞"))))


def backwards(quads: list[Quad], chance: random.Random) -> list[Quad]:
    """Let a period end before it begins, or not be one."""
    index = _where(quads, chance, lambda quad: quad.predicate.value == f"{KG}period")
    days = chance.choice(("2024-12-31--2024-01-01", "2024-01-01--2023-12-31", "--2024-01-01", "2024--2023", "unknown"))
    return _replaced(quads, index, NamedNode(f"https://w3id.org/kamergraaf/id/period/{days}"))


MUTATIONS: tuple[Mutation, ...] = (
    *(drop, datatype, language, form, iri, node_kind, rename, stray, duplicate, swap, type_of, number, words),
    backwards,
)


def mutated(quads: list[Quad], seed: int, times: int = 1) -> list[Quad]:
    """Give the statements with some mutations, each on the result of the one before.

    Args:
        quads: statements of a valid paper.
        seed: chooses which.
        times: how many.
    """
    chance = random.Random(seed)
    for _ in range(times):
        quads = chance.choice(MUTATIONS)(quads, chance)
    return quads
