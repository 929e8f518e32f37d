"""What a client asks: reconciliation queries and data extension, read strictly from JSON, or why they cannot be."""

from __future__ import annotations

import json
from dataclasses import dataclass

from graph.web.problems import Problem

BATCH = 100
"""How many queries a batch may have."""

LONGEST = 1000
"""How many characters a query or a value may have."""

AT_MOST = 100
"""How many candidates a query gives at most."""

USUAL = 5
"""How many candidates a query gives that does not say."""

MOST_PROPERTIES, MOST_VALUES, MOST_IDS = 20, 50, 1000
"""How many properties a query may have, values one of these, and entities an extension."""

STRICTNESS = ("any", "all", "should")


@dataclass(frozen=True)
class Query:
    """One reconciliation query (section 4.1 of the specification).

    Attributes:
        text: the name that is looked for; None where only properties are asked.
        types: as the client names them.
        strictness: ``any`` or ``all`` leave other types out, ``should`` puts them lower.
        limit: how many candidates at most.
        properties: ids of properties with the values that should be there, entities by their ids.
    """

    text: str | None
    types: tuple[str, ...] = ()
    strictness: str = "any"
    limit: int = USUAL
    properties: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True)
class Extension:
    """A data extension query (section 7.4): entities, and properties with their settings."""

    ids: tuple[str, ...]
    properties: tuple[tuple[str, dict[str, object]], ...]


def read_batch(text: str) -> dict[str, Query]:
    """Read a batch of reconciliation queries.

    Raises:
        Problem: ``bad-request`` that names the query and the member, ``too-large`` for a batch of too many.
    """
    found = _object(_json(text, "queries"), "queries")
    if len(found) > BATCH:
        raise Problem("too-large", f"A batch may have {BATCH} queries (batchSize in the manifest), not {len(found)}.")
    return {key: _query(value, f"queries.{key[:40]}") for key, value in found.items()}


def read_extension(text: str) -> Extension:
    """Read a data extension query; for what it raises see `read_batch`."""
    found = _object(_json(text, "extend"), "extend")
    ids = [_text(value, "extend.ids") for value in _list(found.get("ids"), "extend.ids", MOST_IDS)]
    properties = []
    for value in _list(found.get("properties"), "extend.properties", MOST_PROPERTIES):
        each = _object(value, "extend.properties")
        settings = _object(each.get("settings", {}), "extend.properties.settings")
        properties.append((_text(each.get("id"), "extend.properties.id"), settings))
    return Extension(tuple(dict.fromkeys(ids)), tuple(properties))


def _json(text: str, name: str) -> object:
    try:
        found: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _bad(f"`{name}` is not JSON: {str(error)[:100]}") from None
    return found


def _query(value: object, where: str) -> Query:
    found = _object(value, where)
    unknown = found.keys() - {"query", "type", "type_strict", "limit", "properties"}
    if unknown:
        raise _bad(f"{where} has a member `{min(unknown)[:40]}`, which is not of version 0.2")
    text = _text(found["query"], f"{where}.query").strip() if "query" in found else ""
    properties = tuple(
        _property(each, f"{where}.properties")
        for each in _list(found.get("properties", []), f"{where}.properties", MOST_PROPERTIES)
    )
    if not text and not properties:
        raise _bad(f"{where} has neither a `query` that is not empty nor `properties`")
    types = found.get("type", [])
    listed = [types] if isinstance(types, str) else _list(types, f"{where}.type", MOST_VALUES)
    strictness = found.get("type_strict", "any")
    if strictness not in STRICTNESS:
        raise _bad(f"{where}.type_strict has to be one of {', '.join(STRICTNESS)}")
    kinds = tuple(_text(each, f"{where}.type") for each in listed)
    return Query(text or None, kinds, str(strictness), _limit(found.get("limit", USUAL), where), properties)


def _property(value: object, where: str) -> tuple[str, tuple[str, ...]]:
    found = _object(value, where)
    if "v" not in found:
        raise _bad(f"{where} has a property without `v`")
    values = found["v"]
    listed = _list(values, f"{where}.v", MOST_VALUES) if isinstance(values, list) else [values]
    return _text(found.get("pid"), f"{where}.pid"), tuple(_value(each, f"{where}.v") for each in listed)


def _value(value: object, where: str) -> str:
    """Give a property value as text; of an entity its id (section 2.4)."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return f"{value:.17g}" if isinstance(value, float) else str(value)
    if isinstance(value, dict):
        return _text(value.get("id"), f"{where}.id")
    return _text(value, where)


def _limit(value: object, where: str) -> int:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise _bad(f"{where}.limit has to be a whole number from 1 on")
    return min(value, AT_MOST)


def _object(value: object, where: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise _bad(f"{where} has to be an object")
    return value


def _list(value: object, where: str, most: int) -> list[object]:
    if not isinstance(value, list):
        raise _bad(f"{where} has to be an array")
    if len(value) > most:
        raise _bad(f"{where} may have {most} entries, not {len(value)}")
    return value


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise _bad(f"{where} has to be a string")
    if len(value) > LONGEST:
        raise _bad(f"{where} may have {LONGEST} characters, not {len(value)}")
    return value


def _bad(what: str) -> Problem:
    return Problem("bad-request", f"{what}.")
