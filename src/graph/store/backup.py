"""A store as one file, and back: the current publication with its log, taken while others read and write.

A backup is a gzipped tar of the ledger, the folder of the current snapshot and the reports of what was kept out; its
last entry is `manifest.json`, with the size and SHA-256 of each of the others. What is derived (`summary.sqlite`) is
made anew by the next build. A backup that ends before its manifest is no backup.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import shutil
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath

from graph import __version__
from graph.errors import StoreError
from graph.store.durable import settle
from graph.store.embedded import EmbeddedStore
from graph.store.ledger import Ledger
from graph.store.locks import writer_lock

_MANIFEST = "manifest.json"
_LEDGER = "ledger.sqlite"
_FOLDERS = ("snapshots", "quarantine")
_TRIES = 20
_PIECE = 1 << 20


@dataclass(frozen=True)
class Entry:
    """A file of a backup: its path within the store, its size in bytes and its SHA-256."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a backup holds: the software that made it, the number of the publication, and all files."""

    software: str
    publication: int
    files: tuple[Entry, ...]


def back_up(folder: Path, out: Path) -> Manifest:
    """Write the current publication of a store to a file, whatever is going on in the store meanwhile.

    Args:
        folder: of the store.
        out: the file; it is there only once it is whole.

    Raises:
        StoreError: when nothing has been published, the file is there already, or the disk refuses.
    """
    if out.exists():
        raise StoreError(f"{out}: is there already; name a file that is not")
    part = out.with_name(f".{out.name}.{os.getpid()}.part")
    try:
        with tempfile.TemporaryDirectory(prefix="kamergraaf-backup-") as scratch, part.open("xb") as file:
            with tarfile.open(fileobj=file, mode="w:gz", compresslevel=3) as archive:
                manifest = _write(folder, Path(scratch) / _LEDGER, archive)
        settle(part)
        part.rename(out)
        settle(out.resolve().parent, deep=False)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise StoreError(f"{out}: cannot be written ({reason}); nothing has changed") from error
    finally:
        part.unlink(missing_ok=True)
    return manifest


def _write(folder: Path, copy: Path, archive: tarfile.TarFile) -> Manifest:
    store = EmbeddedStore(folder)
    for _ in range(_TRIES):
        with store.reader() as reader:  # its snapshot stays for as long as this is open
            copy.unlink(missing_ok=True)
            with closing(sqlite3.connect(folder / _LEDGER)) as here, closing(sqlite3.connect(copy)) as there:
                here.backup(there)
            if reader.folder is None or Ledger(copy).current() != reader.number:
                continue  # another publication came between the two
            entries = [_put(archive, copy, _LEDGER)]
            roots = [folder / "snapshots" / reader.folder.name, folder / "quarantine"]
            entries += [_put(archive, path, path.relative_to(folder).as_posix()) for path in _files(roots)]
            manifest = Manifest(__version__, reader.number, tuple(entries))
            said = json.dumps(asdict(manifest), indent=1).encode()
            info = tarfile.TarInfo(_MANIFEST)
            info.size = len(said)
            archive.addfile(info, io.BytesIO(said))
            return manifest
    raise StoreError(f"{folder}: publications follow each other too fast for a backup; try again later")


def _files(roots: list[Path]) -> Iterator[Path]:
    for root in roots:
        yield from (path for path in sorted(root.rglob("*")) if path.is_file() and not path.is_symlink())


def _put(archive: tarfile.TarFile, path: Path, name: str) -> Entry:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        info = tarfile.TarInfo(name)
        info.size = os.fstat(file.fileno()).st_size
        archive.addfile(info, file)
    return Entry(name, info.size, digest)


def restore(file: Path, folder: Path, *, force: bool = False) -> Manifest:
    """Put a backup in the place of a store; nothing is touched before every file has been verified.

    Args:
        file: that `back_up` wrote.
        folder: of the store.
        force: whether a store that is there is replaced.

    Raises:
        StoreError: when a store is there and `force` is not given, another process writes to it, or the backup is
            damaged; the store is then as it was.
    """
    new = folder.with_name(f".{folder.name}.restoring")
    old = folder.with_name(f".{folder.name}.replaced")
    try:
        if old.exists() and not folder.exists():
            old.rename(folder)  # one that was killed in mid-exchange: what there was comes first
        there = folder.exists() and any(folder.iterdir())
        if there and not force:
            raise StoreError(f"{folder}: is not empty; name another folder, or add --force to replace what is in it")
        folder.resolve().parent.mkdir(parents=True, exist_ok=True)
        for each in (new, old):
            shutil.rmtree(each, ignore_errors=True)
        manifest = _unpack(file, new)
        settle(new)
        if there:
            _exchange(folder, new, old)
        else:
            if folder.exists():
                folder.rmdir()
            new.rename(folder)
        settle(folder.resolve().parent, deep=False)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be written ({error.strerror or error})") from error
    finally:
        shutil.rmtree(new, ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)
    return manifest


def _exchange(folder: Path, new: Path, old: Path) -> None:
    """Put a folder in the place of a store that nobody writes to; where that fails, the store is back in its place."""
    with closing(writer_lock(folder)):
        folder.rename(old)
        try:
            new.rename(folder)
        except OSError:
            old.rename(folder)
            raise


def _unpack(file: Path, folder: Path) -> Manifest:
    """Unpack a backup and compare what came out with its manifest."""
    found: dict[str, Entry] = {}
    said = b""
    try:
        with tarfile.open(file, "r|gz") as archive:
            for member in archive:
                content = archive.extractfile(member) if member.isreg() else None
                if content is None:
                    raise StoreError(f"{file}: holds {member.name!r}, which is no file: this is no backup of a store")
                if member.name == _MANIFEST:
                    said = content.read()
                    continue
                target = folder / _safe(member.name, file)
                target.parent.mkdir(parents=True, exist_ok=True)
                digest = hashlib.sha256()
                with target.open("xb") as out:
                    while piece := content.read(_PIECE):
                        digest.update(piece)
                        out.write(piece)
                found[member.name] = Entry(member.name, member.size, digest.hexdigest())
        told = json.loads(said)
        entries = tuple(Entry(**each) for each in told["files"])
        manifest = Manifest(told["software"], told["publication"], entries)
    except (tarfile.TarError, EOFError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{file}: is no whole backup of a store ({error})") from error
    except OSError as error:
        raise StoreError(f"{file}: cannot be read or unpacked ({error.strerror or error})") from error
    for entry in entries:
        if found.pop(entry.path, None) != entry:
            raise StoreError(f"{file}: {entry.path} is missing or damaged; use another backup")
    if found:
        raise StoreError(f"{file}: {next(iter(found))} is not in its manifest; use another backup")
    return manifest


def _safe(name: str, file: Path) -> PurePosixPath:
    path = PurePosixPath(name)
    inside = path.parts[:1] in [(each,) for each in _FOLDERS] and ".." not in path.parts
    if name != _LEDGER and not inside:
        raise StoreError(f"{file}: holds {name!r}, which stands in no store: this is no backup of one")
    return path
