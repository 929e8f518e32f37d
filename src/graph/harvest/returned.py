"""Whether a paper that a harvest withdrew is there again: then `build` may publish it, as no operator withdrew it."""

from __future__ import annotations

from pathlib import Path

from graph.harvest.folder import OWN, Folder
from graph.harvest.state import FILE, State, is_own


def came_back(path: Path, reason: str) -> bool:
    """Say whether a file is a paper that was withdrawn by a harvest, and that the harvest has put back.

    Args:
        path: the file that is built.
        reason: why its document was withdrawn, as the store has it; one in an operator's own words stands.

    Raises:
        HarvestError: when what the harvest remembers cannot be read.
    """
    if not is_own(reason):
        return False
    path = path.resolve()
    root = next((parent for parent in path.parents if (parent / OWN / FILE).is_file()), None)
    if root is None:
        return False
    state = State(root / OWN / FILE, keep=False)
    try:
        holder = state.holder(path.stem)
    finally:
        state.close()
    return holder is not None and Folder(root).path(holder.name, holder.suffix) == path
