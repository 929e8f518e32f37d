"""Reads the registers' Turtle files, under the base that is set."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graph.resources import resource

DEFAULT_BASE = "https://w3id.org/kamergraaf/"
"""The base that the files are written with."""

Node = dict[str, list[str]]
"""The statements about one subject: for each predicate its values, in the order of the file."""


def turtle(base: str = DEFAULT_BASE, path: Path | None = None) -> tuple[bytes, ...]:
    """Give the Turtle of each register, in the order of their file names, with IRIs under a base.

    Args:
        base: the base IRI of the data, ending in a slash.
        path: the folder with the files; the one that ships when none is given.
    """
    files = sorted((path or resource("data", "authorities")).glob("*.ttl"))
    return tuple(file.read_bytes().replace(DEFAULT_BASE.encode(), base.encode()) for file in files)


def nodes(path: Path | None = None) -> dict[str, Node]:
    """Read the registers: for each subject (its IRI) what is said of it; predicates and values as plain strings.

    Of labels only the Dutch ones are kept, and those without a language.
    """
    subjects: dict[str, Node] = {}
    for content in turtle(path=path):
        for quad in parse(content, format=RdfFormat.TURTLE):
            value = quad.object
            if not isinstance(quad.subject, NamedNode) or not isinstance(value, Literal | NamedNode):
                continue
            if isinstance(value, Literal) and value.language not in (None, "nl"):
                continue
            node = subjects.setdefault(quad.subject.value, defaultdict(list))
            node[quad.predicate.value].append(value.value)
    return subjects
