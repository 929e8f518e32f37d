"""Which files are papers, what stands beside them, and whether anything has changed since they were built."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from graph import __version__
from graph.errors import ReadError
from graph.model import Metadata
from graph.read import LIMITS
from graph.read.metadata import is_beside, load_metadata
from graph.resources import resource

SUFFIXES = (".xml", ".html", ".htm", ".docx", ".pdf", ".txt")
"""The names of papers in a folder, best format first (DESIGN section 6); a file that is named may be anything."""


@dataclass(frozen=True)
class Paper:
    """A file with what stands beside it."""

    path: Path
    data: bytes
    metadata: Metadata | None

    def fingerprint(self, made_with: str) -> str:
        """Identify everything that the result depends on: the file, its name, its metadata, software and settings."""
        parts = (self.path.name.encode(), self.data, repr(self.metadata).encode(), made_with.encode())
        return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def find(paths: Iterable[Path]) -> list[Path]:
    """Give the papers among files and folders, each once, in the order of their names within a folder.

    Args:
        paths: files are taken as they are, folders are searched; none at all stands for the paper that ships.

    Raises:
        ReadError: for a path that is not there.
    """
    found: list[Path] = []
    for path in list(paths) or [resource("data", "documents")]:
        if path.is_dir():
            found.extend(_papers_in(path))
        elif path.exists():
            found.append(path)
        else:
            raise ReadError(str(path), "there is no such file or folder: check the path")
    return list({path.resolve(): path for path in found}.values())


def _papers_in(folder: Path) -> list[Path]:
    """Give the papers in a folder and those in it; hidden ones are left alone."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in SUFFIXES
        and not is_beside(path.name)
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.is_file()
    ]


def load(path: Path) -> Paper:
    """Read a file and what stands beside it.

    Raises:
        ReadError: when it is not there, cannot be read, is too large, or what stands beside it is wrong.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LIMITS.size + 1)
    except IsADirectoryError as error:
        raise ReadError(str(path), "this is a folder: give a file, or use kamergraaf build") from error
    except FileNotFoundError as error:
        raise ReadError(str(path), "there is no such file: check the path") from error
    except OSError as error:
        raise ReadError(str(path), f"the file cannot be opened ({error.strerror}): check the path") from error
    if len(data) > LIMITS.size:
        raise ReadError(str(path), f"the file is larger than {LIMITS.size:,} bytes: split it into its papers")
    return Paper(path, data, load_metadata(path))


def rank(source: str) -> int:
    """Say how good the format of a file is, by its name: 0 is best; all others come last."""
    suffix = Path(source).suffix.lower()
    return SUFFIXES.index(suffix) if suffix in SUFFIXES else len(SUFFIXES)


@cache
def software() -> str:
    """Identify the software that understands papers: its version, its code, registers, ontology and shapes.

    The version alone would not tell two states of a checkout apart.
    """
    digest = hashlib.sha256(__version__.encode())
    package = Path(__file__).resolve().parents[1]
    files = [*package.rglob("*.py")]
    for folder in (("ontology",), ("shapes",), ("data", "authorities")):
        root = resource(*folder)
        files += [path for path in root.rglob("*") if path.is_file()]
    for path in sorted(files, key=lambda path: path.as_posix().rpartition("/graph/")[2]):
        digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
