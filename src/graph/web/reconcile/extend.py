"""Data extension: the values of properties, for entities that a client has matched (section 7 of the specification)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from pyoxigraph import Literal, NamedNode

from graph.store.base import Reader
from graph.web.problems import Problem
from graph.web.reconcile.batch import Extension
from graph.web.reconcile.entities import Entity, Value
from graph.web.reconcile.index import Index
from graph.web.reconcile.vocabulary import PROPERTIES, PROPERTY_OF, REGISTERS, TYPE_OF, Property

SETTINGS: tuple[dict[str, object], ...] = (
    {
        "name": "limit",
        "label": "Hoeveel waarden",
        "type": "number",
        "default": 0,
        "help_text": "Hoeveel waarden er hoogstens komen; 0 is allemaal.",
    },
    {
        "name": "register",
        "label": "Register",
        "type": "select",
        "default": "all",
        "help_text": "Van owl:sameAs en skos:exactMatch alleen de IRI's van dit register.",
        "choices": [
            {"value": "all", "name": "alle"},
            *({"value": key, "name": name} for key, (name, _) in REGISTERS.items()),
        ],
    },
)
"""What a client can set for a property that it fetches."""

_ACROSS = ("owl:sameAs", "skos:exactMatch")
_XSD = "http://www.w3.org/2001/XMLSchema#"
_AT_ONCE = 500

_COUNTS = {
    "mentions": "?fact <http://www.w3.org/ns/oa#hasBody> ?thing",
    "figures": "?fact <{base}def/countedBy> ?thing",
}

Cell = dict[str, object]


def extend(index: Index, asked: Extension, reader: Reader, base: str) -> dict[str, object]:
    """Answer a data extension query; an entity that is not known has no values.

    Raises:
        Problem: ``bad-request`` for a property or a setting that does not exist.
    """
    columns = [(_property(name), settings) for name, settings in asked.properties]
    entities = {identifier: index.get(identifier) for identifier in asked.ids}
    rows: dict[str, dict[str, list[Cell]]] = {identifier: {} for identifier in asked.ids}
    for prop, settings in columns:
        keep = _kept(settings)
        counts = _counts(reader, prop, [each for each in entities.values() if each], index, base)
        for identifier, entity in entities.items():
            values = entity.said.get(prop.id, ()) if entity else ()
            cells = [_cell(index, value) for value in keep(prop, values)]
            number = counts.get(entity.id) if entity else None
            rows[identifier][prop.id] = cells if number is None else [{"int": number}]
    return {"meta": [_meta(prop) for prop, _ in columns], "rows": rows}


def proposed(kind: str, limit: int | None) -> list[dict[str, object]]:
    """Give the properties that entities of a type can have; of no type those of all."""
    found = [_named(prop) for prop in PROPERTIES if not kind or kind in prop.types]
    return found[:limit]


def _named(prop: Property) -> dict[str, object]:
    return {"id": prop.id, "name": prop.name, "description": prop.description}


def _meta(prop: Property) -> dict[str, object]:
    meta: dict[str, object] = {"id": prop.id, "name": prop.name}
    if prop.values_are:
        meta["type"] = {"id": prop.values_are, "name": TYPE_OF[prop.values_are].name}
    return meta


def _property(name: str) -> Property:
    if name not in PROPERTY_OF:
        raise Problem("bad-request", f"There is no property `{name[:40]}`; /reconcile/properties lists them.")
    return PROPERTY_OF[name]


def _kept(settings: Mapping[str, object]) -> Callable[[Property, Sequence[Value]], Sequence[Value]]:
    """Give the function that leaves of some values what the settings ask for."""
    limit, register = settings.get("limit") or 0, settings.get("register") or "all"
    try:
        most = int(str(limit)) if not isinstance(limit, float) else int(limit)
    except (ValueError, OverflowError):
        most = -1
    if most < 0 or (register != "all" and register not in REGISTERS):
        choices = ", ".join(["all", *REGISTERS])
        raise Problem("bad-request", f"`limit` has to be a number from 0 on, and `register` one of {choices}.")
    start = "" if register == "all" else REGISTERS[str(register)][1]

    def kept(prop: Property, values: Sequence[Value]) -> Sequence[Value]:
        of_register = [each for each in values if prop.id not in _ACROSS or each.value.startswith(start)]
        return of_register[: most or None]

    return kept


def _cell(index: Index, value: Value) -> Cell:
    """Give a value as the specification writes it: an entity of ours, a day, a number or a text."""
    if isinstance(value, NamedNode):
        entity = index.get(value.value)
        return {"id": entity.id, "name": entity.name} if entity else {"str": value.value}
    if value.datatype.value == f"{_XSD}date":
        return {"date": f"{value.value}T00:00:00Z"}
    if value.datatype.value == f"{_XSD}integer":
        return {"int": int(value.value)}
    return {"str": value.value}


def _counts(reader: Reader, prop: Property, entities: Iterable[Entity], index: Index, base: str) -> dict[str, int]:
    """Count the facts about each entity that can have them, where a property is such a number."""
    if not prop.counted:
        return {}
    found = {entity.id: 0 for entity in entities if entity.kind in prop.types}
    pattern = _COUNTS[prop.id].format(base=base)
    ids = list(found)
    for start in range(0, len(ids), _AT_ONCE):
        things = " ".join(f"<{index.space}{each}>" for each in ids[start : start + _AT_ONCE])
        query = (
            f"SELECT ?thing (COUNT(DISTINCT ?fact) AS ?n) {{ VALUES ?thing {{ {things} }} {pattern} }} GROUP BY ?thing"
        )
        for thing, number in reader.query(query).rows():
            if isinstance(thing, NamedNode) and isinstance(number, Literal):
                found[thing.value.removeprefix(index.space)] = int(number.value)
    return found
