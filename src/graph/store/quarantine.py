"""Where documents wait that may not be published: one file for each, with the report that says why."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote, unquote

from graph.errors import StoreError


@dataclass(frozen=True)
class Rejected:
    """A document that was kept out.

    Attributes:
        identifier: which document; its file name where even that could not be found out.
        source: the file that it was read from.
        reasons: one line each, with page and sentence.
    """

    identifier: str
    source: str
    reasons: tuple[str, ...]


class Quarantine:
    """The folder of the rejected, beside a store."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(self, rejected: Rejected, triples: bytes = b"") -> Path:
        """Keep a report, and the graph that was refused, in the place of an earlier one; gives the report's path."""
        path = self._path(rejected.identifier)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            path.write_text(json.dumps(asdict(rejected), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
            path.with_suffix(".nt").write_bytes(triples)
        except OSError as error:
            raise StoreError(f"{path}: the report cannot be written ({error.strerror})") from error
        return path

    def release(self, identifier: str) -> None:
        """Forget a document: it has become valid, or was withdrawn."""
        self._path(identifier).unlink(missing_ok=True)
        self._path(identifier).with_suffix(".nt").unlink(missing_ok=True)

    def all(self) -> Sequence[Rejected]:
        """Give the rejected, by identifier."""
        found = []
        for path in sorted(self.folder.glob("*.json")) if self.folder.is_dir() else ():
            try:
                values = json.loads(path.read_bytes())
                found.append(Rejected(values["identifier"], values["source"], tuple(values["reasons"])))
            except (OSError, ValueError, KeyError, TypeError):
                found.append(Rejected(unquote(path.stem), str(path), ("its report cannot be read",)))
        return found

    def _path(self, identifier: str) -> Path:
        # "." is encoded too, so that no name leads out of the folder or hides its file
        return self.folder / f"{quote(identifier, safe='').replace('.', '%2E')}.json"
