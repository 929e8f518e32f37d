"""The index as a part of a publication: made beside the snapshot, and no reason for the publication to fail."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from graph.search.index import FOLDER, Graph, Patched, bring_up

log = logging.getLogger(__name__)


def index_beside(
    before: Path | None,
    after: Path,
    graphs: Iterable[Graph],
    content: Callable[[str], bytes],
    patched: Callable[[str], Patched | None],
) -> None:
    """Make the index of a snapshot from that of the one before.

    What cannot be made is left out with a warning: the index is made from the graphs, so that whoever searches makes it
    when it is missing. A disk that is full is told by what is written next.

    Args:
        before: the folder of the snapshot before; None for the first.
        after: the folder of the new one.
        graphs: the graphs of the new one.
        content: gives a graph as N-Triples.
        patched: says what changed in a graph; None where that is not known.
    """
    target = after / FOLDER
    try:
        bring_up(before / FOLDER if before else None, target, graphs, content, patched)
    except (OSError, ValueError, KeyError) as error:
        shutil.rmtree(target, ignore_errors=True)
        log.warning("%s: the search index was not made (%s); the server makes it when it is asked", after, error)
