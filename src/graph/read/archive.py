"""A ZIP file as a folder: a path may run into it (``papers.zip/kst-1-2.xml``) as into any other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Protocol, Self

from graph.errors import ReadError
from graph.read.formats import ZIP, known_format
from graph.read.limits import LIMITS, Limits, Raw
from graph.read.packed import Packed


class Place(Protocol):
    """What files and folders on disk (`pathlib.Path`) and inside a ZIP file have in common.

    Whoever looks for what stands beside a paper need not know where the paper is.
    """

    @property
    def name(self) -> str:
        """The last part of its name."""

    @property
    def parent(self) -> Self:
        """The folder that it is in."""

    def is_file(self) -> bool:
        """Whether it is a file."""

    def is_dir(self) -> bool:
        """Whether it is a folder."""

    def iterdir(self) -> Iterator[Self]:
        """Give what is in it."""

    def joinpath(self, *names: str) -> Self:
        """Give what is below it."""

    def read_bytes(self) -> bytes:
        """Give its bytes."""


class Tree:
    """The files of a ZIP file by their paths, and what each of its folders holds.

    Paths have neither root nor dots (``/a.txt``, ``./a.txt`` and ``../a.txt`` are ``a.txt``): nothing is unpacked, so
    they lead nowhere. A path with more folders than `Limits.depth` is left out.
    """

    def __init__(self, packed: Packed, limits: Limits) -> None:
        self._packed = packed
        self.files: dict[str, str] = {}
        self.folders: dict[str, set[str]] = {"": set()}
        for name in packed.names:
            parts = [part for part in name.split("/") if part not in ("", ".", "..")]
            if 0 < len(parts) <= limits.depth:
                self.files["/".join(parts)] = name
                for depth, part in enumerate(parts):
                    self.folders.setdefault("/".join(parts[:depth]), set()).add(part)

    def read(self, path: str) -> bytes:
        """Give the bytes of a file.

        Raises:
            ReadError: when it is not there, is damaged, or unpacks to more than the limits.
        """
        return self._packed.read(self.files.get(path, path))


@dataclass(frozen=True)
class Packing:
    """A file or folder inside a ZIP file; `at` is its path there, empty for the whole."""

    tree: Tree
    at: str = ""
    file: str = ""

    @property
    def name(self) -> str:
        """The last part of its name."""
        return PurePosixPath(self.at).name or self.file

    @property
    def parent(self) -> Packing:
        """The folder that it is in."""
        up = str(PurePosixPath(self.at).parent)
        return Packing(self.tree, "" if up == "." else up, self.file)

    def is_file(self) -> bool:
        """Whether it is a file."""
        return self.at in self.tree.files

    def is_dir(self) -> bool:
        """Whether anything is inside it."""
        return bool(self.tree.folders.get(self.at))

    def iterdir(self) -> Iterator[Packing]:
        """Give what is in it, in the order of names."""
        return (self.joinpath(name) for name in sorted(self.tree.folders.get(self.at, ())))

    def joinpath(self, *names: str) -> Packing:
        """Give what is below it."""
        return Packing(self.tree, str(PurePosixPath(self.at, *names)), self.file)

    def read_bytes(self) -> bytes:
        """Give its bytes.

        Raises:
            ReadError: when it is not there, is damaged, or unpacks to more than the limits.
        """
        return self.tree.read(self.at)


def is_archive(path: Path, limits: Limits = LIMITS) -> bool:
    """Whether a file on disk is a ZIP file and no paper that is packed as one, by its content.

    One above the limit is not looked into: it is taken for one, and refused when it is opened.
    """
    try:
        with path.open("rb") as file:
            if file.read(2) != b"PK":
                return False
            if path.stat().st_size > limits.archive:
                return True
            known = known_format(b"PK" + file.read())
    except OSError:
        return False
    return known is not None and known.media_type == ZIP


def open_archive(path: Path, limits: Limits = LIMITS) -> Packing:
    """Open a ZIP file as a folder.

    Raises:
        ReadError: when it cannot be opened, is too large or damaged.
    """
    try:
        stat = path.stat()
        if stat.st_size > limits.archive:
            raise ReadError(str(path), f"the ZIP file has {stat.st_size:,} bytes, more than the limit: split it")
        return Packing(_open(path, stat.st_mtime_ns, limits), "", path.name)
    except OSError as error:
        raise ReadError(str(path), f"the file cannot be opened ({error.strerror}): check the path") from error


@lru_cache(maxsize=2)
def _open(path: Path, _changed: int, limits: Limits) -> Tree:
    """Open a ZIP file, kept for the next of its papers as long as it has not changed."""
    # What all its papers unpack to together has no limit: each is read, and let go, on its own.
    free = replace(limits, unpacked=limits.size * limits.members)
    return Tree(Packed(Raw(path.read_bytes(), path.name, ZIP, free)), limits)


def place_of(path: Path, limits: Limits = LIMITS) -> Place:
    """Give the file or folder of a path, which may run into a ZIP file.

    Raises:
        ReadError: when the ZIP file cannot be read.
    """
    if not path.exists():
        for parent in path.parents:
            if parent.is_file() and is_archive(parent, limits):
                return open_archive(parent, limits).joinpath(*path.relative_to(parent).parts)
    return path
