"""The Turtle files of the registers: those that ship, and those that an operator imported, which go before them.

A thing that the operator's files describe is described by them alone: what ships of it is passed over.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graph.errors import RegisterError
from graph.resources import resource

DEFAULT_BASE = "https://w3id.org/kamergraaf/"
"""The base that the files are written with."""

Statement = tuple[str, str, NamedNode | Literal]
"""Subject, predicate and object of a statement."""

_NOT_IN_A_SLUG = re.compile(r"[^a-z0-9]+")

Stamp = tuple[tuple[str, int, int], ...]
"""What tells two states of an operator's folder apart: name, time of change and size of each file."""


def slugify(label: str) -> str:
    """Make the slug of a thing in the registers.

    >>> slugify("ministerie van Volksgezondheid, Welzijn en Sport"), slugify("'s-Gravenhage"), slugify("Syrië")
    ('ministerie-van-volksgezondheid-welzijn-en-sport', 's-gravenhage', 'syrie')
    """
    plain = unicodedata.normalize("NFKD", label.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    return _NOT_IN_A_SLUG.sub("-", re.sub(r"['’]", "", plain)).strip("-")


def operator_folder() -> Path:
    """Give the folder of the registers that an operator imported, by the setting ``authorities``; it may be absent."""
    from graph.settings import Settings

    return Settings.load().authorities.expanduser()


def files(folder: Path) -> tuple[Path, ...]:
    """Give the Turtle files of a folder, in the order of their names; none when there is no such folder."""
    return tuple(sorted(folder.glob("*.ttl")))


def stamp(folder: Path) -> Stamp:
    """Give what changes whenever the files of a folder do."""
    return tuple((path.name, (found := path.stat()).st_mtime_ns, found.st_size) for path in files(folder))


def turtle(base: str = DEFAULT_BASE, path: Path | None = None) -> tuple[bytes, ...]:
    """Give the Turtle of each register that ships, in the order of their file names, with IRIs under a base.

    Args:
        base: the base IRI of the data, ending in a slash.
        path: the folder with the files; the one that ships when none is given.
    """
    found = files(path or resource("data", "authorities"))
    return tuple(file.read_bytes().replace(DEFAULT_BASE.encode(), base.encode()) for file in found)


def statements(base: str = DEFAULT_BASE, path: Path | None = None, operator: Path | None = None) -> Iterator[Statement]:
    """Give what the registers say: the files that ship, and before them the operator's, or those of one folder.

    Args:
        base: the base IRI of the data, ending in a slash.
        path: a folder to read alone.
        operator: the operator's folder; that of the settings when none is given.

    Raises:
        RegisterError: when an operator's file is no Turtle.
    """
    first = () if path else imported(operator or operator_folder(), base)
    yield from first
    known = {subject for subject, _, _ in first}
    shipped = chain.from_iterable(map(_parsed, turtle(base, path))) if path else _shipped(base)
    for subject, predicate, value in shipped:
        if subject not in known:
            yield subject, predicate, value


@lru_cache(maxsize=2)
def _shipped(base: str) -> tuple[Statement, ...]:
    """Give what ships; read once, as names are found by it and described from it."""
    return tuple(statement for content in turtle(base) for statement in _parsed(content))


def imported(folder: Path, base: str = DEFAULT_BASE) -> tuple[Statement, ...]:
    """Give what an operator's folder says.

    Raises:
        RegisterError: when a file in it is no Turtle.
    """
    return _imported_at(folder, base, stamp(folder))


@cache
def _imported_at(folder: Path, base: str, _state: Stamp) -> tuple[Statement, ...]:
    found: list[Statement] = []
    for file in files(folder):
        try:
            found.extend(_parsed(file.read_bytes().replace(DEFAULT_BASE.encode(), base.encode())))
        except SyntaxError as error:
            reason = f"this is no Turtle ({error.msg}): import the official lists again, or take the file away"
            raise RegisterError(f"{file}: {reason}") from error
    return tuple(found)


def _parsed(content: bytes) -> Iterator[Statement]:
    for subject, predicate, value, _ in parse(content, format=RdfFormat.TURTLE):
        if isinstance(subject, NamedNode) and isinstance(value, NamedNode | Literal):
            yield subject.value, predicate.value, value
