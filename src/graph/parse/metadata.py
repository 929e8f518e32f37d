"""What stands beside a document about it: ``NAME.meta.json`` next to ``NAME.txt``."""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import date
from pathlib import Path

from graph.errors import ReadError
from graph.model import IdentifierBasis, Metadata

SUFFIX = ".meta.json"


def load_metadata(path: Path) -> Metadata | None:
    """Load what stands beside a document, or None when nothing does.

    Args:
        path: the document itself, such as ``papers/kst-36800-XX-7.txt``.

    Raises:
        ReadError: when the file is there and is wrong; the message names the key.
    """
    beside = path.with_name(path.stem + SUFFIX)
    if not beside.is_file():
        return None
    try:
        values = json.loads(beside.read_bytes())
    except (OSError, ValueError) as error:
        raise ReadError(beside.name, f"no valid JSON ({error}): correct it or take it away") from error
    return metadata_of(values, beside.name)


def metadata_of(values: object, file_name: str) -> Metadata:
    """Make metadata of decoded JSON.

    Raises:
        ReadError: when it is no object, has an unknown key or a value of another kind.

    >>> metadata_of({"identifier": "kst-36800-XX-7", "basis": "derived"}, "a.meta.json").basis
    <IdentifierBasis.DERIVED: 'derived'>
    """
    if not isinstance(values, dict):
        raise ReadError(file_name, "this must be a JSON object with identifier, basis and note")
    known = [field.name for field in fields(Metadata)]
    for key, value in values.items():
        if key not in known:
            raise ReadError(file_name, f"the key {key!r} is unknown: known are {', '.join(known)}")
        if value is not None and not isinstance(value, str):
            raise ReadError(file_name, f"the value of {key!r} must be text")
    given = {key: value for key, value in values.items() if value is not None}
    try:
        return Metadata(
            identifier=given.get("identifier"),
            basis=IdentifierBasis(given.get("basis", IdentifierBasis.METADATA)),
            note=given.get("note"),
            title=given.get("title"),
            adopted=_day(given.get("adopted")),
            submitted=_day(given.get("submitted")),
            answered=_day(given.get("answered")),
        )
    except ValueError as error:
        raise ReadError(file_name, f"{error}: a basis is one of {', '.join(IdentifierBasis)}, a date is ISO") from error


def _day(value: str | None) -> date | None:
    """Read an ISO date."""
    return None if value is None else date.fromisoformat(value)
