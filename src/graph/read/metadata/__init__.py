"""What is known of a document from outside its text: files beside it, and the head of the file itself.

Three kinds of file are read beside ``NAME.xml``, field by field in this order: ``NAME.meta.json``, written by hand; the
official ``metadata.xml``; the official ``metadata_owms.xml``. `beside` says under which names they are found, `by_hand`
and `official_fields` which keys they have.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from functools import partial, reduce

from graph.errors import ReadError
from graph.model import Metadata, SourceText
from graph.read.archive import Place
from graph.read.metadata.beside import files_beside, is_beside
from graph.read.metadata.by_hand import metadata_of, read_json
from graph.read.metadata.official import read_official
from graph.read.metadata.official_fields import is_official, metadata_in

__all__ = ["is_beside", "load_metadata", "metadata_of", "metadata_of_labels", "with_head"]

_WITH_IDENTIFIER = ("identifier", "basis", "note")
"""What says which paper it is and why; the three go together."""


def load_metadata(path: Place) -> Metadata | None:
    """Load what stands beside a document, or None when nothing does.

    Args:
        path: the document itself, such as ``papers/kst-36800-XX-7.txt``.

    Raises:
        ReadError: when a file is there and is wrong; the message names the file and the key.
    """
    found = files_beside(path)
    read = [*map(read_json, found.json), *map(read_official, found.official)]
    return reduce(partial(_merged, path.name), read) if read else None


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


def with_head(metadata: Metadata | None, source: SourceText) -> Metadata | None:
    """Give what stands beside a file, and for what that leaves open what the head of the file says.

    Args:
        metadata: what stands beside it.
        source: the file.

    Raises:
        ReadError: when the two say that it is another document.
    """
    own = metadata_of_labels(source.labels)
    return _merged(source.file_name, metadata, own) if metadata and own else metadata or own


def _merged(file: str, first: Metadata, second: Metadata) -> Metadata:
    """Give the fields of the first, and those of the second that it leaves open."""
    if first.identifier and second.identifier and first.identifier != second.identifier:
        raise ReadError(
            file,
            f"its metadata disagree about which document it is, {first.identifier} or {second.identifier}: "
            "take away what belongs to another one",
        )
    names = [field.name for field in fields(Metadata) if field.name not in _WITH_IDENTIFIER]
    identity = first if first.identifier is not None else second
    return replace(
        first,
        identifier=identity.identifier,
        basis=identity.basis,
        note=identity.note,
        **{name: getattr(first, name) or getattr(second, name) for name in names},
    )
