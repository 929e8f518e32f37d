"""A change of a few statements of a large graph, and the digest that needs no more than those to be kept.

The digest of such a graph is the sum of the SHA-256 of its lines modulo 2^256, after ``set-``: it does not depend on
the order of lines, nor on the patches by which the graph came to be what it is (Bellare and Micciancio, A New Paradigm
for Collision-free Hashing, 1997, section 5: AdHash). It tells contents apart; it is no protection against forgery.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
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

    def lines(self) -> Iterator[bytes]:
        """Give the statements that come, each a line; of a file one at a time."""
        if isinstance(self.added, Path):
            with self.added.open("rb") as file:
                yield from file
        else:
            yield from self.added.splitlines(keepends=True)

    def content(self) -> bytes:
        """Give the statements that come, as N-Triples."""
        return self.added.read_bytes() if isinstance(self.added, Path) else self.added

    def digest(self, before: str | None) -> str:
        """Give the digest of the graph after the patch, from the one that it had before; None where there was none."""
        known = before is not None and before.startswith(MARK) and not self.anew
        start = int(str(before).removeprefix(MARK), 16) if known else 0
        total = start - _total(self.removed.splitlines()) + _total(self.lines())
        return f"{MARK}{total % _SPACE:064x}"

    def size(self, before: int) -> int:
        """Give the number of statements after the patch, from the one before."""
        return (0 if self.anew else before) - self.removed.count(b"\n") + sum(1 for _ in self.lines())


def digest_of_lines(triples: bytes) -> str:
    r"""Give the digest of a whole graph as patches give it.

    >>> digest_of_lines(b"a\nb\n") == Patch(added=b"b\n").digest(Patch(added=b"a\n", anew=True).digest(None))
    True
    """
    return Patch(added=triples, anew=True).digest(None)


def _total(lines: Iterable[bytes]) -> int:
    return sum(int.from_bytes(hashlib.sha256(line.rstrip(b"\n")).digest()) for line in lines)
