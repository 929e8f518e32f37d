"""Where the files live that ship with the package: ontology, shapes, data, queries."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Give the path of a shipped file or folder, such as ``resource("ontology", "kamergraaf.ttl")``.

    In an installed wheel they lie inside the package, in a checkout at its top level.

    Raises:
        FileNotFoundError: when the installation is incomplete; the message names the file.
    """
    for root in (_PACKAGE / "_resources", _PACKAGE.parents[1]):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"{'/'.join(parts)} is not part of this installation: install kamergraaf again")
