"""From names to the registers: what a name meant on the day of the paper."""

from __future__ import annotations

from graph.link.authorities import Authorities
from graph.link.settle import link

__all__ = ["Authorities", "link"]
