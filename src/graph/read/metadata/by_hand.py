"""``NAME.meta.json``: what a person knows of a document, in the names of `Metadata`.

``identifier``, ``basis`` (``metadata`` or ``derived``) and ``note`` (why a derived identifier is right); ``title``,
``dossier`` (``36800-XX``), ``number`` (a whole number), ``session_year`` (``2024-2025``); the ISO dates ``adopted``,
``submitted``, ``answered``, ``issued``; ``question_number``; ``replaces``, ``replaced_by`` and ``notice_about``
(identifiers, one or a list); ``withdrawn`` (why). All may be left out, null says the same.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields
from datetime import date

from graph.errors import ReadError
from graph.model import IdentifierBasis, Metadata
from graph.read.archive import Place
from graph.read.layer import NOT_XML
from graph.read.limits import LIMITS


def read_json(path: Place) -> Metadata:
    """Read ``NAME.meta.json``.

    Raises:
        ReadError: when it cannot be opened, is no JSON, or is wrong; the message names the key.
    """
    try:
        data = path.read_bytes()
        if len(data) > LIMITS.beside:
            raise ReadError(path.name, f"the file has more than {LIMITS.beside:,} bytes: no metadata has")
        values = json.loads(data)
    except (OSError, ValueError, RecursionError) as error:
        raise ReadError(path.name, f"no valid JSON ({error}): correct it or take it away") from error
    return metadata_of(values, path.name)


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
    given: dict[str, object] = {}
    for key, value in values.items():
        if key not in known:
            raise ReadError(file_name, f"the key {key!r} is unknown: known are {', '.join(known)}")
        if value is not None:
            kind, make = _KINDS.get(key, ("text without control characters", _text))
            try:
                given[key] = make(value)
            except (ValueError, TypeError) as error:
                raise ReadError(file_name, f"the value of {key!r} must be {kind}") from error
    return Metadata(**given)  # type: ignore[arg-type]  # each value was made by the kind of its field


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    if NOT_XML.search(value):
        raise ValueError
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError
    return value


def _day(value: object) -> date:
    return date.fromisoformat(_text(value))


def _basis(value: object) -> IdentifierBasis:
    return IdentifierBasis(_text(value))


def _several(value: object) -> tuple[str, ...]:
    return tuple(map(_text, value)) if isinstance(value, list) else (_text(value),)


_DAY = ("an ISO date, such as 2025-11-12", _day)
_SEVERAL = ("an identifier or a list of them", _several)
_KINDS: dict[str, tuple[str, Callable[[object], object]]] = {
    "basis": (f"one of {', '.join(IdentifierBasis)}", _basis),
    "number": ("a whole number", _number),
    "adopted": _DAY,
    "submitted": _DAY,
    "answered": _DAY,
    "issued": _DAY,
    "replaces": _SEVERAL,
    "replaced_by": _SEVERAL,
    "notice_about": _SEVERAL,
}
"""The keys whose values are no text: what they must be, for the message, and how it is made."""
