"""Which files stand beside a document: by their names, and by what they say where the name may mean several papers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePath

from graph.errors import ReadError
from graph.read.archive import Place
from graph.read.formats import SUFFIXES
from graph.read.metadata.official import identifier_in

JSON = ".meta.json"
OFFICIAL = ("metadata.xml", "metadata_owms.xml")
"""The names that official publications give their metadata, in a folder of the paper alone; the fuller one first."""

_APART = "._-"
"""What stands between the name of a paper and one of these: ``kst-32545-143_metadata.xml``."""


@dataclass(frozen=True)
class Beside:
    """The files beside a document, first those that count most."""

    json: tuple[Place, ...] = ()
    official: tuple[Place, ...] = ()


def is_beside(name: str) -> bool:
    """Whether a file is named as one that tells about a paper, and so is none.

    >>> is_beside("metadata.xml"), is_beside("kst-1-2_metadata_owms.xml"), is_beside("over-metadata.html")
    (True, True, False)
    """
    lower = name.lower()
    return lower.endswith(JSON) or any(
        lower == official or any(lower.endswith(sign + official) for sign in _APART) for official in OFFICIAL
    )


def files_beside(path: Place) -> Beside:
    """Give the files that stand beside a document.

    For ``papers/NAME.pdf`` these are ``papers/NAME.meta.json``; ``papers/NAME_metadata.xml``, also with ``.`` or ``-``
    for ``_``; ``papers/NAME/metadata.xml``; and ``papers/metadata.xml`` where it is about this paper: its identifier is
    that of the paper's name, or it fits no paper of the folder and the folder has one paper only, in whatever formats.
    The same holds for ``metadata_owms.xml``.

    Raises:
        ReadError: when a ``metadata.xml`` that may be about this paper is no XML.
    """
    folder, stem = path.parent, stem_of(path)
    json = folder.joinpath(stem + JSON)
    official: list[Place] = []
    for name in OFFICIAL:
        own = [folder.joinpath(stem + sign + name) for sign in _APART]
        own.append(folder.joinpath(stem, name))
        official.extend(each for each in own if each.is_file())
        shared = folder.joinpath(name)
        if shared.is_file() and path.name != name and _is_about(shared, path):
            official.append(shared)
    return Beside((json,) if json.is_file() else (), tuple(official))


def stem_of(place: Place) -> str:
    """Give the name of a file without its ending."""
    return PurePath(place.name).stem


def _is_about(shared: Place, path: Place) -> bool:
    """Whether a ``metadata.xml`` that names no paper is about this one."""
    stems = {stem_of(each) for each in _papers_beside(path)}
    try:
        identifier = identifier_in(shared)
    except ReadError:
        if stems <= {stem_of(path)}:
            raise
        return False
    if identifier and _names(stem_of(path), identifier):
        return True
    return stems <= {stem_of(path)}


def _papers_beside(path: Place) -> list[Place]:
    """Give the papers of the folder."""
    return [
        each
        for each in path.parent.iterdir()
        if PurePath(each.name).suffix.lower() in SUFFIXES and not each.name.startswith(".") and not is_beside(each.name)
    ]


def _names(stem: str, identifier: str) -> bool:
    """Whether a file's name is an identifier, or begins with it: ``kst-32545-143_motie``."""
    return re.match(rf"{re.escape(identifier)}(?:$|[_. (])", stem, re.IGNORECASE) is not None
