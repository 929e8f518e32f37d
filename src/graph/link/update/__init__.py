"""Keeps the registers current: official lists become files in the operator's folder, over what ships."""

from __future__ import annotations

from graph.link.update.folder import add_lists
from graph.link.update.merge import Change, Fate, Merged

__all__ = ["Change", "Fate", "Merged", "add_lists"]
