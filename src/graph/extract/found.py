"""What the grammars find in a view, before it becomes a mention; and how overlapping finds are settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.model import Authority, Kind


@dataclass(frozen=True, slots=True)
class Found:
    """A name at ``text[start:end]`` of a view.

    Attributes:
        label: the name to show while it leads to nothing.
        weight: what wins where two finds overlap; the longer one among equals.
        silent: found only to keep others away: ``Wet`` in the title of a paper.
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
    silent: bool = False


def settle_overlaps(finds: Iterable[Found]) -> list[Found]:
    """Keep the finds that no weightier, longer or earlier one overlaps, in the order of the text."""
    kept: list[Found] = []
    for find in sorted(finds, key=lambda find: (-find.weight, find.start - find.end, find.start)):
        if not any(find.start < other.end and other.start < find.end for other in kept):
            kept.append(find)
    return sorted((find for find in kept if not find.silent), key=lambda find: find.start)
