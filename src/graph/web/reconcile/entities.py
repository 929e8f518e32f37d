"""What can be matched with, read from a publication: entities with their names and the values of their properties."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from graph.store.base import Reader
from graph.web.prefixes import prefixes
from graph.web.reconcile.names import is_abbreviation
from graph.web.reconcile.vocabulary import PROPERTIES, TYPE_OF, TYPES
from graph.web.words import Words

Value = NamedNode | Literal
Said = Mapping[str, tuple[Value, ...]]

OFFICIAL, ABBREVIATION, OTHER = "official-name", "abbreviation", "other-name"
PEOPLE, DOMAIN = "name-of-people", "domain-of-ministry"
"""What kind of name a name is."""

_NAMES = (
    ("skos:prefLabel", OFFICIAL),
    ("dcterms:title", OFFICIAL),
    ("skos:notation", ABBREVIATION),
    ("skos:altLabel", OTHER),
    ("foaf:name", OTHER),
    ("skos:hiddenLabel", PEOPLE),
)
_IDENTIFIERS = ("dcterms:identifier", "owl:sameAs", "skos:exactMatch", "foaf:page", "kg:questionNumber")
_READ = (*(name for name, _ in _NAMES), *_IDENTIFIERS, "dcterms:type", "kg:post", "org:member")
_FOLDERS = frozenset(each.folder for each in TYPES)
_MINISTRY = "ministerie van "
_CODE = re.compile(r"[A-Za-z]{1,6}_?\d{2,}[A-Za-z0-9]*|ECLI:[\w:.]+")


@dataclass(frozen=True, slots=True)
class Entity:
    """Something that a name can be matched with.

    Attributes:
        id: the end of its IRI after the identifier space ``{base}id/``: ``organisation/coa``.
        name: its official name.
        kind: the id of its type.
        names: every name with what kind of name it is.
        identifiers: what identifies it in registers: codes, IRIs, addresses of pages.
        said: the values of its properties.
        described: whether the store describes it; a paper that is only cited it does not.
    """

    id: str
    name: str
    kind: str
    names: tuple[tuple[str, str], ...]
    identifiers: tuple[str, ...]
    said: Said
    described: bool = True

    @property
    def description(self) -> str:
        """What tells it from its namesakes, for people: type, code, validity."""
        code = next((value.value for value in self.said.get("skos:notation", ())), "")
        code = code or next((value.value for value in self.said.get("dcterms:identifier", ())), "")
        dates = (("dcterms:issued", "van"), ("schema:foundingDate", "sinds"), ("schema:dissolutionDate", "tot"))
        told = (f"{word} {Words().day(value.value)}" for prop, word in dates for value in self.said.get(prop, ())[:1])
        ministry = (value.value.rpartition("/")[2].replace("-", " ") for value in self.said.get("org:postIn", ())[:1])
        absent = () if self.described else ("niet in deze verzameling",)
        parts = (TYPE_OF[self.kind].name, "" if code == self.name else code, *ministry, *told, *absent)
        return ", ".join(part for part in parts if part)


def read_entities(reader: Reader, base: str) -> list[Entity]:
    """Give all entities of a publication, by id."""
    spaces = prefixes(base)
    wanted = {*_READ, *(each.id for each in PROPERTIES if ":" in each.id)}
    short = {spaces[name.partition(":")[0]] + name.partition(":")[2]: name for name in wanted}
    said: defaultdict[str, defaultdict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
    for triple in _statements(reader, base, short):
        name = short.get(triple.predicate.value)
        if name and isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal):
            said[triple.subject.value][name].append(triple.object)
    _hold(said)
    described = {
        row[0].value for row in reader.query(_PAPERS.format(base=base)).rows() if isinstance(row[0], NamedNode)
    }
    found = (_entity(iri, values, base, described) for iri, values in sorted(said.items()))
    return [entity for entity in found if entity is not None]


_PAPERS = "SELECT ?s {{ ?s a <{base}def/Document> }}"
_OF_PAPERS = "CONSTRUCT {{ ?s ?p ?o }} {{ VALUES ?p {{ {wanted} }} ?s a <{base}def/Document> ; ?p ?o }}"


def _statements(reader: Reader, base: str, short: Mapping[str, str]) -> Iterable[Triple]:
    """Give what the shared graphs say of all things, and what is asked here of papers."""
    for name in ("authorities", "indicators"):
        yield from reader.graph(f"{base}graph/{name}")
    wanted = " ".join(f"<{iri}>" for iri in sorted(short))
    yield from reader.query(_OF_PAPERS.format(base=base, wanted=wanted)).triples()


def _hold(said: defaultdict[str, defaultdict[str, list[Value]]]) -> None:
    """Say of posts who held them, and of persons which they held."""
    for values in list(said.values()):
        for post in values.get("kg:post", ()):
            for person in values.get("org:member", ()):
                for thing, prop, other in ((post, "holder", person), (person, "held", post)):
                    if other not in said[thing.value][prop]:
                        said[thing.value][prop].append(other)


def _entity(iri: str, values: Mapping[str, list[Value]], base: str, described: set[str]) -> Entity | None:
    """Read one entity; what is none (a membership, a period, a breakdown) gives None."""
    local = iri.removeprefix(f"{base}id/")
    folder, _, slug = local.partition("/")
    if local == iri or folder not in _FOLDERS or not slug or "/" in slug:
        return None
    said = {prop: tuple(sorted(each, key=_dutch_first)) for prop, each in sorted(values.items())}
    names = _names(said)
    official = next((name for name, kind in names if kind == OFFICIAL), None)
    official = official or next((value.value for value in said.get("dcterms:identifier", ())), None)
    if not official:
        return None
    said.setdefault("skos:prefLabel", (Literal(official),))
    kind = _kind(folder, said, base)
    here = kind != "Document" or iri in described
    return Entity(local, official, kind, tuple(names), tuple(_identifiers(said)), said, here)


def _dutch_first(value: Value) -> tuple[bool, str]:
    return (isinstance(value, Literal) and value.language not in (None, "nl"), value.value)


def _identifiers(said: Said) -> Iterable[str]:
    """Give what identifies it: codes and IRIs, and of these the end where it is a code by itself (``Q878``)."""
    found = dict.fromkeys(value.value for prop in _IDENTIFIERS for value in said.get(prop, ()))
    ends = (iri.rpartition("/")[2] for iri in found if "://" in iri)
    return dict.fromkeys([*found, *(end for end in ends if _CODE.fullmatch(end))])


def _names(said: Said) -> list[tuple[str, str]]:
    """Give the names, each once, with what kind it is; of a ministry also those with its abbreviation."""
    found: dict[str, str] = {}
    for prop, kind in _NAMES:
        for value in said.get(prop, ()):
            other = kind == OTHER and is_abbreviation(value.value)
            found.setdefault(value.value, ABBREVIATION if other else kind)
    official = next(iter(found), "")
    if official.lower().startswith(_MINISTRY):
        for name, kind in found.items():
            if kind == OTHER and not name.lower().startswith("ministerie") and name != official[len(_MINISTRY) :]:
                found[name] = DOMAIN
        for short in [name for name, kind in found.items() if kind == ABBREVIATION]:
            found.setdefault(f"{_MINISTRY}{short}", OTHER)
            found.setdefault(f"ministerie {short}", OTHER)
    return list(found.items())


def _kind(folder: str, said: Said, base: str) -> str:
    """Give the type: of laws and rulings the register says it, of others the folder does."""
    named = (value.value.removeprefix(f"{base}def/") for value in said.get("dcterms:type", ()))
    of_folder = [each.id for each in TYPES if each.folder == folder]
    return next((name for name in named if name in of_folder), of_folder[0])
