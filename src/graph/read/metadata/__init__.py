"""What is known of a document from outside its text: files beside it, and the head of the file itself.

Three kinds of file are read beside ``NAME.xml``, field by field in this order: ``NAME.meta.json``, written by hand; the
official ``metadata.xml``; the official ``metadata_owms.xml``. `beside` says under which names they are found, `by_hand`
and `official_fields` which keys they have.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from functools import reduce
from pathlib import Path

from graph.model import Metadata
from graph.read.metadata.beside import files_beside, is_beside
from graph.read.metadata.by_hand import metadata_of, read_json
from graph.read.metadata.official import read_official
from graph.read.metadata.official_fields import is_official, metadata_in

__all__ = ["is_beside", "load_metadata", "metadata_of", "metadata_of_labels"]

_WITH_IDENTIFIER = ("identifier", "basis", "note")
"""What says which paper it is and why; the three go together."""


def load_metadata(path: Path) -> Metadata | None:
    """Load what stands beside a document, or None when nothing does.

    Args:
        path: the document itself, such as ``papers/kst-36800-XX-7.txt``.

    Raises:
        ReadError: when a file is there and is wrong; the message names the file and the key.
    """
    found = files_beside(path)
    read = [*map(read_json, found.json), *map(read_official, found.official)]
    return reduce(_merged, read) if read else None


def metadata_of_labels(labels: Mapping[str, tuple[str, ...]]) -> Metadata | None:
    """Give what the head of a file says about it, or None when it is not the head of an official publication.

    A value that cannot be read is left out: the text may say better.

    Args:
        labels: of the `SourceText`, by the official names of the fields.

    >>> head = metadata_of_labels({"DC.identifier": ("kst-32545-143",), "OVERHEIDop.dossiernummer": ("32545",)})
    >>> head.identifier, head.dossier
    ('kst-32545-143', '32545')
    """
    metadata = metadata_in(labels, "", strict=False)
    return metadata if metadata.identifier or is_official(labels) else None


def _merged(first: Metadata, second: Metadata) -> Metadata:
    """Give the fields of the first, and those of the second that it leaves open."""
    names = [field.name for field in fields(Metadata) if field.name not in _WITH_IDENTIFIER]
    identity = first if first.identifier is not None else second
    return replace(
        first,
        identifier=identity.identifier,
        basis=identity.basis,
        note=identity.note,
        **{name: getattr(first, name) or getattr(second, name) for name in names},
    )
