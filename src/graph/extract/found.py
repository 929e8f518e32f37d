"""What the grammars find in a view, before it becomes a mention; and how overlapping finds are settled."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from graph.model import Authority, Kind


@dataclass(frozen=True, slots=True)
class Found:
    """A name at ``text[start:end]`` of a view.

    Attributes:
        label: the name to show while it leads to nothing.
        weight: what wins where two finds overlap; the longer one among equals.
        nested: a title that may hold names which count by themselves: neither keeps the other away.
    """

    start: int
    end: int
    kind: Kind
    label: str
    rule: str
    candidates: tuple[Authority, ...] = ()
    code: str | None = None
    address: str | None = None
    weight: int = 0
    nested: bool = False


def settle_overlaps(finds: Iterable[Found]) -> list[Found]:
    """Keep the finds that no weightier, longer or earlier one overlaps, in the order of the text.

    Several things of one rule may stand on the same words: the papers of ``nr. 12 t/m 14``.
    """
    kept: list[Found] = []
    together: set[tuple[int, int, str]] = set()
    taken: dict[bool, list[tuple[int, int]]] = {True: [], False: []}
    for find in sorted(dict.fromkeys(finds), key=lambda find: (-find.weight, find.start - find.end, find.start)):
        stretches = taken[find.nested]
        where = (find.start, find.end, find.rule)
        if where in together:
            kept.append(find)
            continue
        at = bisect_left(stretches, (find.start, find.end))
        before = at > 0 and stretches[at - 1][1] > find.start
        behind = at < len(stretches) and stretches[at][0] < find.end
        if not before and not behind:
            stretches.insert(at, (find.start, find.end))
            together.add(where)
            kept.append(find)
    return sorted(kept, key=lambda find: (find.start, find.end, find.kind))
