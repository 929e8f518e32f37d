"""From files to a publication: every valid document in its own graph, the shared graphs made from all of them."""

from __future__ import annotations

from graph.build.inputs import find
from graph.build.outcome import Fate, Outcome, Totals
from graph.build.publish import build, remove

__all__ = ["Fate", "Outcome", "Totals", "build", "find", "remove"]
