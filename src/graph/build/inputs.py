"""Which files are papers, what stands beside them, and whether anything has changed since they were built."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath

from graph import __version__
from graph.errors import ReadError
from graph.model import Metadata
from graph.read import LIMITS
from graph.read.archive import Place, is_archive, open_archive, place_of
from graph.read.formats import SUFFIXES
from graph.read.layer import NOT_XML
from graph.read.metadata import is_beside, load_metadata
from graph.registers import files as imported
from graph.registers import operator_folder
from graph.resources import resource

_DEEPEST = 20
"""Folders inside one another that are searched."""


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
    """Give the papers among files, folders and ZIP files, each once, in the order of their names within a folder.

    Args:
        paths: files are taken as they are, folders and ZIP files are searched, and a path may run into a ZIP file;
            none at all stands for the paper that ships.

    Raises:
        ReadError: for a path that is not there, or a ZIP file that cannot be read.
    """
    found: list[Path] = []
    for path in list(paths) or [resource("data", "documents")]:
        place = open_archive(path) if path.is_file() and is_archive(path) else place_of(path)
        if place.is_dir():
            found.extend(path / name for name in _papers_in(place))
        elif path.exists() or place.is_file():
            found.append(path)
        else:
            raise ReadError(str(path), "there is no such file or folder: check the path")
    return list({path.resolve(): path for path in found}.values())


def _papers_in(folder: Place, above: tuple[Place, ...] = ()) -> Iterator[PurePath]:
    """Give the names of the papers in a folder and those in it; hidden ones and links that lead back are left alone."""
    above = (*above, _itself(folder))
    for each in sorted(folder.iterdir(), key=lambda each: each.name):
        if each.name.startswith((".", "__MACOSX")):
            continue
        if each.is_dir():
            if len(above) <= _DEEPEST and _itself(each) not in above:
                yield from (PurePath(each.name, inside) for inside in _papers_in(each, above))
        elif isinstance(each, Path) and each.suffix.lower() == ".zip" and each.is_file() and is_archive(each):
            yield from (PurePath(each.name, inside) for inside in _papers_in(open_archive(each), above))
        elif PurePath(each.name).suffix.lower() in SUFFIXES and not is_beside(each.name) and each.is_file():
            yield PurePath(each.name)


def _itself(folder: Place) -> Place:
    """Give a folder by its one true path: two links to it are the same."""
    return folder.resolve() if isinstance(folder, Path) else folder


def load(path: Path) -> Paper:
    """Read a file and what stands beside it.

    Args:
        path: the file; it may run into a ZIP file (``papers.zip/kst-1-2.xml``), or be one that holds a single paper.

    Raises:
        ReadError: when it is not there, cannot be read, is too large, or what stands beside it is wrong.
    """
    if path.is_file() and is_archive(path):
        path = path / _only_paper(path)
    if NOT_XML.search(path.name):
        raise ReadError(str(path), "its name is not UTF-8, or has control characters: rename the file")
    place = place_of(path)
    try:
        if isinstance(place, Path):
            with place.open("rb") as file:
                data = file.read(LIMITS.size + 1)
        else:
            data = place.read_bytes()
    except IsADirectoryError as error:
        raise ReadError(str(path), "this is a folder: give a file, or use kamergraaf build") from error
    except FileNotFoundError as error:
        raise ReadError(str(path), "there is no such file: check the path") from error
    except OSError as error:
        raise ReadError(str(path), f"the file cannot be opened ({error.strerror}): check the path") from error
    if len(data) > LIMITS.size:
        raise ReadError(str(path), f"the file is larger than {LIMITS.size:,} bytes: split it into its papers")
    return Paper(path, data, load_metadata(place))


def _only_paper(archive: Path) -> PurePath:
    """Give the paper that a ZIP file holds, in its best format.

    Raises:
        ReadError: when it holds none, or several.
    """
    names = sorted(_papers_in(open_archive(archive)), key=lambda name: rank(name.name))
    if not names:
        raise ReadError(str(archive), "this ZIP file holds no papers: XML, HTML, DOCX, PDF or text files")
    stems = sorted({str(name.with_suffix("")) for name in names})
    if len(stems) > 1:
        some = ", ".join(str(name) for name in names[:3])
        raise ReadError(
            str(archive),
            f"this ZIP file holds {len(stems):,} papers ({some} …): build them all with kamergraaf build, "
            f"or name one: {archive}/{names[0]}",
        )
    return names[0]


def rank(source: str) -> int:
    """Say how good the format of a file is, by its name: 0 is best; all others come last."""
    suffix = Path(source).suffix.lower()
    return SUFFIXES.index(suffix) if suffix in SUFFIXES else len(SUFFIXES)


@cache
def software() -> str:
    """Identify the software that understands papers: its version, its code, registers, ontology and shapes.

    The version alone would not tell two states of a checkout apart. Where things stand on a disk has no part in it: the
    same software is the same on every machine, from a checkout as from a package.
    """
    digest = hashlib.sha256(__version__.encode())
    package = Path(__file__).resolve().parents[1]
    _take_in(digest, package, (path for path in package.rglob("*.py") if package / "_resources" not in path.parents))
    for folder in (("ontology",), ("shapes",), ("data", "authorities")):
        root = resource(*folder)
        _take_in(digest, root, (path for path in root.rglob("*") if path.is_file()))
    operators = operator_folder()
    _take_in(digest, operators, imported(operators))
    return digest.hexdigest()


def _take_in(digest: hashlib._Hash, root: Path, paths: Iterable[Path]) -> None:
    """Take in files by what they hold and where they stand within a folder."""
    names = {path.relative_to(root).as_posix(): path for path in paths if "__pycache__" not in path.parts}
    for name in sorted(names):
        digest.update(name.encode() + b"\0" + hashlib.sha256(names[name].read_bytes()).digest())
    digest.update(b"\n")
