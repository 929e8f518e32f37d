"""Reads the registers, those that ship and those of the operator, as plain words."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from pyoxigraph import NamedNode

from graph.registers import DEFAULT_BASE, statements, turtle

__all__ = ["DEFAULT_BASE", "Node", "nodes", "turtle"]

Node = dict[str, list[str]]
"""The statements about one subject: for each predicate its values, in the order of the file."""

_READ = (None, "nl")
"""The languages of the labels that names are read in."""


def nodes(path: Path | None = None) -> dict[str, Node]:
    """Read the registers: for each subject (its IRI) what is said of it; predicates and values as plain strings.

    Of labels only the Dutch ones are kept, and those without a language.

    Args:
        path: a folder to read alone; all registers when none is given.
    """
    subjects: defaultdict[str, Node] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, value in statements(path=path):
        if isinstance(value, NamedNode) or value.language in _READ:
            subjects[subject][predicate].append(value.value)
    return dict(subjects)
