"""Reads a TOOI value list (JSON-LD, expanded form), as standaarden.overheid.nl/tooi publishes them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from graph.errors import RegisterError
from graph.link.update.rows import Family, OfficialList, OrganisationRow, Reading, RowError, check_days, clean, day

_ONT = "https://identifier.overheid.nl/tooi/def/ont/"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_PROV = "http://www.w3.org/ns/prov#"
_VERSION_OF = f"{_PROV}specializationOf"
_IRI = re.compile(r"https://identifier\.overheid\.nl/tooi/id/[a-z]+/[a-z]+\d+")
_OWMS = re.compile(r"http://standaarden\.overheid\.nl/owms/terms/[^\s<>\"{}|\\^`]+")
_MUNICIPAL_CODE = re.compile(r"\d{4}")

Node = Mapping[str, object]


def read_tooi(text: str, file: str) -> OfficialList:
    """Read a value list.

    Args:
        text: the whole file.
        file: its name, for messages.

    Raises:
        RegisterError: when it is no JSON, or no list of things with IRIs.
    """
    try:
        nodes = list(_nodes(json.loads(text)))
    except json.JSONDecodeError as error:
        raise RegisterError(f"{file}, line {error.lineno}: this is no JSON ({error.msg}); download it again") from error
    except RecursionError as error:
        raise RegisterError(f"{file}: this is no TOOI value list: it is nested too deeply") from error
    if not nodes:
        raise RegisterError(f"{file}: this is no TOOI value list: it holds no things with an @id")
    lines = _lines(text)
    former = _former(nodes)
    successors = _successors(nodes)
    reading = Reading()
    rows = []
    left_out = 0
    for node in nodes:
        iri = str(node["@id"])
        family = _family(node)
        if family is None or _ids(node, _VERSION_OF):
            left_out += 1
            continue
        try:
            row = _row(node, iri, family, lines.get(iri, 1), former.get(iri, ()))
            reading.first(iri, row.line)
            rows.append(replace(row, successors=successors.get(iri, ())))
        except RowError as error:
            reading.refuse(lines.get(iri, 1), error)
    return OfficialList(file, tuple(rows), refused=tuple(reading.refused), left_out=left_out)


def _nodes(content: object) -> Iterator[Node]:
    """Give the things of a list, also those of the graphs inside it."""
    for item in content if isinstance(content, list) else [content]:
        if isinstance(item, dict):
            graph = item.get("@graph")
            if graph is not None:
                yield from _nodes(graph)
            elif isinstance(item.get("@id"), str):
                yield item


def _lines(text: str) -> dict[str, int]:
    """Give the line in which each thing begins."""
    found: dict[str, int] = {}
    identified = re.compile(r'^\s*[{,]?\s*"@id"\s*:\s*"([^"]+)"\s*,?\s*$')
    for number, line in enumerate(text.split("\n"), 1):
        if match := identified.match(line):
            found.setdefault(match[1], number)
    return found


def _row(node: Node, iri: str, family: Family, line: int, former: tuple[str, ...]) -> OrganisationRow:
    """Read one organisation.

    Raises:
        RowError: when it has no name, another IRI than TOOI gives, or dates that cannot be.
    """
    if not _IRI.fullmatch(iri):
        raise RowError(f"{iri} is no IRI of an organisation in TOOI")
    label = _first(node, f"{_ONT}officieleNaamInclSoort", f"{_ONT}voorkeursnaamInclSoort", _LABEL)
    name = _first(node, f"{_ONT}officieleNaamExclSoort", f"{_ONT}voorkeursnaamExclSoort") or label
    if not label:
        raise RowError(f"{iri} has no name")
    begin = day(_first(node, f"{_ONT}begindatum"), "begindatum")
    end = day(_first(node, f"{_ONT}einddatum"), "einddatum")
    check_days(begin, end)
    code = _first(node, f"{_ONT}gemeentecode")
    if code and not _MUNICIPAL_CODE.fullmatch(code):
        raise RowError(f"gemeentecode has not four digits: {code}")
    return OrganisationRow(
        line,
        iri,
        family,
        label,
        name,
        _first(node, f"{_ONT}afkorting"),
        former,
        f"GM{code}" if code else "",
        tuple(sorted(address for key in node for address in _ids(node, key) if _OWMS.fullmatch(address))),
        begin,
        end,
    )


def _former(nodes: list[Node]) -> dict[str, tuple[str, ...]]:
    """Give the names that organisations had before: those of their historical versions."""
    names: dict[str, set[str]] = {}
    keys = (f"{_ONT}officieleNaamInclSoort", f"{_ONT}officieleNaamExclSoort", f"{_ONT}afkorting", _LABEL)
    for node in nodes:
        for current in _ids(node, _VERSION_OF):
            names.setdefault(current, set()).update(_first(node, key) for key in keys)
    return {iri: tuple(sorted(found - {""})) for iri, found in names.items()}


def _successors(nodes: list[Node]) -> dict[str, tuple[str, ...]]:
    """Give what took the place of organisations: an event, such as a merger, ended some and made others."""
    found: dict[str, set[str]] = {}
    for node in nodes:
        for ended in _ids(node, f"{_PROV}invalidated"):
            found.setdefault(ended, set()).update(_ids(node, f"{_PROV}generated"))
    return {iri: tuple(sorted(made - {iri})) for iri, made in found.items()}


def _family(node: Node) -> Family | None:
    """Give the type of an organisation; None for what is none, such as the merger of two."""
    types = node.get("@type")
    for each in types if isinstance(types, list) else [types]:
        if isinstance(each, str) and each.startswith(_ONT) and each.removeprefix(_ONT) in set(Family):
            return Family(each.removeprefix(_ONT))
    return None


def _first(node: Node, *keys: str) -> str:
    """Give the first value that a thing has for one of some properties; empty when it has none."""
    for key in keys:
        values = node.get(key)
        for value in values if isinstance(values, list) else [values]:
            found = value.get("@value") if isinstance(value, dict) else value
            if isinstance(found, str) and clean(found):
                return clean(found)
    return ""


def _ids(node: Node, key: str) -> list[str]:
    """Give the IRIs that a property of a thing leads to."""
    values = node.get(key)
    return (
        [str(value["@id"]) for value in values if isinstance(value, dict) and "@id" in value]
        if isinstance(values, list)
        else []
    )
