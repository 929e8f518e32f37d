"""The folder of papers: what `build` reads, each file written whole, with what is known of the paper beside it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path

from graph.errors import ReadError
from graph.harvest.listed import FORMATS
from graph.harvest.names import folder_of
from graph.model import Metadata
from graph.read.metadata import load_metadata

OWN = ".harvest"
"""The folder in it for what a harvest remembers; hidden folders are no papers to `build`."""

AWAY = ".withdrawn"
"""The folder in it to which the files of papers go that were taken away or are published under another name."""

_RECORD = "_metadata_owms.xml"
_BY_HAND = ".meta.json"


class Folder:
    """The papers in a folder.

    Args:
        root: the folder; it is made when the first paper comes.
    """

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, name: str, suffix: str) -> Path:
        """Give where the file of a paper stands, or would."""
        return self.root / folder_of(name) / f"{name}.{suffix}"

    def store(self, name: str, suffix: str, data: bytes, metadata: Metadata, record: bytes | None) -> bool:
        """Write a paper and what is known of it; its files in other formats go.

        The metadata come first: a run that is killed in between leaves no paper without them.

        Args:
            name: its identifier.
            suffix: its format.
            data: the file.
            metadata: what is known of it.
            record: the same as official XML; None when there is none that fits.

        Returns:
            whether what is known of it has changed.
        """
        path = self.path(name, suffix)
        differs = self.describe(name, metadata, record)
        write_whole(path, data)
        for other in FORMATS:
            if other != suffix:
                path.with_suffix(f".{other}").unlink(missing_ok=True)
        return differs

    def describe(self, name: str, metadata: Metadata, record: bytes | None) -> bool:
        """Write what is known of a paper: the official record, or, where `build` could not read that, our own form.

        Returns:
            whether that differs from what stood there.
        """
        before = self._known(name)
        self._describe(name, metadata, record)
        return before != self._known(name)

    def _describe(self, name: str, metadata: Metadata, record: bytes | None) -> None:
        by_hand, official = (self._beside(name, ending) for ending in (_BY_HAND, _RECORD))
        if record is not None:
            write_whole(official, record)
            by_hand.unlink(missing_ok=True)
            try:
                load_metadata(self.path(name, "xml"))
                return
            except ReadError:
                pass  # a value in a form that nobody foresaw; what can be read of it is in our own form
        write_whole(by_hand, as_json(metadata))
        official.unlink(missing_ok=True)

    def _known(self, name: str) -> list[bytes]:
        paths = (self._beside(name, ending) for ending in (_BY_HAND, _RECORD))
        return [path.read_bytes() if path.is_file() else b"" for path in paths]

    def withdraw(self, name: str) -> None:
        """Move the files of a paper to where `build` does not look."""
        for path in list(self._files(name)):
            away = self.root / AWAY / path.relative_to(self.root)
            away.parent.mkdir(parents=True, exist_ok=True)
            path.replace(away)

    def _files(self, name: str) -> Iterator[Path]:
        papers = (self.path(name, suffix) for suffix in FORMATS)
        beside = (self._beside(name, ending) for ending in (_RECORD, _BY_HAND))
        # The papers first: one that is left without its metadata would be read under a weaker identity.
        return (path for path in (*papers, *beside) if path.is_file())

    def _beside(self, name: str, ending: str) -> Path:
        return self.root / folder_of(name) / f"{name}{ending}"


def as_json(metadata: Metadata) -> bytes:
    r"""Give metadata as ``NAME.meta.json`` has them; what is not known is left out.

    >>> as_json(Metadata("kst-1-2", issued=date(2025, 1, 2))).decode()
    '{\n  "identifier": "kst-1-2",\n  "basis": "metadata",\n  "issued": "2025-01-02"\n}\n'
    """
    values: dict[str, object] = {}
    for each in fields(Metadata):
        value = getattr(metadata, each.name)
        if each.name == "basis" and metadata.identifier is None:
            continue
        if value not in (None, ()):
            values[each.name] = value.isoformat() if isinstance(value, date) else value
    return (json.dumps(values, ensure_ascii=False, indent=2) + "\n").encode()


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all, also after a power cut or on a full disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    try:
        with beside.open("wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)  # on a full disk it is in the way of what fits
        raise
