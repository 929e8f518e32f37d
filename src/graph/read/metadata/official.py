"""Official metadata of a publication: ``<metadata_gegevens>`` (metadata.xml) and ``<owms-metadata>`` (OWMS 4.0)."""

from __future__ import annotations

from collections.abc import Iterable

from graph.errors import ReadError
from graph.model import Metadata
from graph.read.archive import Place
from graph.read.formats import XML
from graph.read.limits import Raw
from graph.read.metadata.official_fields import identifier_of, metadata_in
from graph.read.trees import Element, parse_xml

_PREFIXES = {
    "http://purl.org/dc/terms/": "DCTERMS",
    "http://standaarden.overheid.nl/owms/terms/": "OVERHEID",
    "http://standaarden.overheid.nl/oep/meta/": "OVERHEIDop",
    "http://standaarden.overheid.nl/wetgeving/": "OVERHEIDop",
}
"""The names that official heads use for the namespaces of OWMS."""

Labels = dict[str, tuple[str, ...]]


def read_official(path: Place) -> Metadata:
    """Read a file of official metadata.

    Raises:
        ReadError: when it cannot be opened or is no such file; the message names the field whose value is wrong.
    """
    return metadata_in(labels_of(path), path.name, strict=True)


def identifier_in(path: Place) -> str | None:
    """Give the identifier that a file of official metadata has.

    Raises:
        ReadError: when it cannot be opened or is no such file.
    """
    return identifier_of(labels_of(path))


def labels_of(path: Place) -> Labels:
    """Give the fields of a file of official metadata by their official names, each with its values.

    Raises:
        ReadError: when it cannot be opened, is no well-formed XML or has another root.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(path.name, f"the file cannot be opened ({error.strerror}): check the path") from error
    raw = Raw(data, path.name, XML)
    if len(data) > raw.limits.beside:
        raise raw.refuse(f"the file has more than {raw.limits.beside:,} bytes: no metadata has")
    if not data.strip():
        raise raw.refuse("the file is empty: get it again or take it away")
    root = parse_xml(data, raw)
    name = _local(root)
    if name == "metadata_gegevens":
        return _collected((child.get("name", ""), child.get("content", "")) for child in root)
    if name == "owms-metadata":
        return _collected((_name(field), field.text or "") for part in root for field in part if len(field) == 0)
    raise raw.refuse(f"its root is <{name[:50]}>: official metadata has <metadata_gegevens> or <owms-metadata>")


def _collected(pairs: Iterable[tuple[str, str]]) -> Labels:
    """Put the values of a field together."""
    labels: dict[str, list[str]] = {}
    for name, value in pairs:
        if name and value.strip():
            labels.setdefault(name, []).append(" ".join(value.split()))
    return {name: tuple(values) for name, values in labels.items()}


def _name(field: Element) -> str:
    """Give the official name of a field of OWMS: ``DCTERMS.issued``."""
    space, _, local = str(field.tag).rpartition("}")
    prefix = _PREFIXES.get(space.removeprefix("{"))
    return f"{prefix}.{local}" if prefix else local


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
