"""A change of a few statements of a large graph, and the digest that needs no more than those to be kept.

The digest of such a graph is the sum of the SHA-256 of its lines modulo 2^256, after ``set-``: it does not depend on
the order of lines, nor on the patches by which the graph came to be what it is (Bellare and Micciancio, A New Paradigm
for Collision-free Hashing, 1997, section 5: AdHash). It tells contents apart; it is no protection against forgery.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

MARK = "set-"
"""What the digest of a graph begins with that is changed by patches."""

_SPACE = 1 << 256


@dataclass(frozen=True)
class Patch:
    """What changes in a graph that is too large to be given as a whole each time.

    Attributes:
        removed: statements that go, as N-Triples; each stands in the graph.
        added: statements that come, as N-Triples, or a file with them; none stands in the graph after `removed` went.
        anew: whether the graph is emptied before `added` comes; then nothing is `removed`.
    """

    removed: bytes = b""
    added: bytes | Path = b""
    anew: bool = False

    def content(self) -> bytes:
        """Give the statements that come, as N-Triples."""
        return self.added.read_bytes() if isinstance(self.added, Path) else self.added

    def digest(self, before: str | None) -> str:
        """Give the digest of the graph after the patch, from the one that it had before; None where there was none."""
        known = before is not None and before.startswith(MARK) and not self.anew
        start = int(str(before).removeprefix(MARK), 16) if known else 0
        total = start - _sum(self.removed) + _sum(self.content())
        return f"{MARK}{total % _SPACE:064x}"

    def size(self, before: int) -> int:
        """Give the number of statements after the patch, from the one before."""
        return (0 if self.anew else before) - self.removed.count(b"\n") + self.content().count(b"\n")


def digest_of_lines(triples: bytes) -> str:
    r"""Give the digest of a whole graph as patches give it.

    >>> digest_of_lines(b"a\nb\n") == Patch(added=b"b\n").digest(Patch(added=b"a\n", anew=True).digest(None))
    True
    """
    return Patch(added=triples, anew=True).digest(None)


def _sum(triples: bytes) -> int:
    return _total(triples.splitlines())


def _total(lines: Iterable[bytes]) -> int:
    return sum(int.from_bytes(hashlib.sha256(line).digest()) for line in lines)
