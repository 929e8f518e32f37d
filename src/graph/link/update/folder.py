"""Reads official lists and keeps what they say in the operator's folder, whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graph.errors import RegisterError
from graph.files import written_whole
from graph.link.update.laws import read_bwb, read_csv
from graph.link.update.merge import Merged, merge
from graph.link.update.rows import OfficialList
from graph.link.update.terms import Things
from graph.link.update.tooi import read_tooi
from graph.registers import imported, statements

FILE = "imported.ttl"
_HEAD = "# Made by kamergraaf authorities import: what the official lists say goes before the registers that ship.\n"
_LARGEST = 500_000_000
"""How many bytes a list has at most: the official list of laws has 40 million."""


def add_lists(paths: Sequence[Path], folder: Path) -> tuple[list[OfficialList], Merged]:
    """Take official lists into the operator's folder; a second time with the same lists changes nothing.

    Args:
        paths: TOOI value lists (JSON), lists of laws (CSV, or the official XML list).
        folder: where the registers of the operator are kept; it is made when it is not there.

    Raises:
        RegisterError: when a file is none of these; then nothing is written.
        StoreError: when the folder cannot be written.
    """
    lists = [_read(path) for path in paths]
    if not any(each.organisations or each.laws for each in lists):
        return lists, Merged({}, ())
    merged = merge(_things(folder, everything=True), lists)
    if merged.things:
        folder.mkdir(parents=True, exist_ok=True)
        with written_whole(folder / FILE) as out:
            out.write(_turtle({**_things(folder, everything=False), **merged.things}))
    return lists, merged


def _read(path: Path) -> OfficialList:
    """Read one list; what it is, its content says."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RegisterError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    if len(data) > _LARGEST:
        raise RegisterError(f"{path}: this file is larger than {_LARGEST:,} bytes; give one list")
    if data.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<":
        return read_bwb(data, path.name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        kinds = "give a TOOI value list (JSON) or a list of laws (CSV or XML), unpacked, in UTF-8"
        raise RegisterError(f"{path}, line {line}: this is no text in UTF-8; {kinds}") from error
    return read_tooi(text, path.name) if text.lstrip()[:1] in ("[", "{") else read_csv(text, path.name)


def _things(folder: Path, *, everything: bool) -> Things:
    """Give what is known, by IRI: everything, or what the operator's folder holds."""
    found: Things = {}
    for subject, predicate, value in statements(operator=folder) if everything else imported(folder):
        found.setdefault(subject, {}).setdefault(predicate, set()).add(value)
    return found


def _turtle(things: Things) -> bytes:
    """Write things as sorted lines, which are Turtle: the same things give the same bytes."""
    lines = (
        f"<{subject}> <{predicate}> {value} .\n"
        for subject, thing in things.items()
        for predicate, values in thing.items()
        for value in values
    )
    return (_HEAD + "".join(sorted(lines))).encode()
