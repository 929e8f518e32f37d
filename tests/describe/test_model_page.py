"""docs/model.md is true to the code: its terms exist, its example is in the graph of the paper that ships."""

from __future__ import annotations

import re
from pathlib import Path

from pyoxigraph import RdfFormat, Triple, parse

from graph.describe import describe
from graph.describe.terms import OWN_CLASSES, OWN_PROPERTIES, PREFIXES, reused
from graph.model import Understanding

PAGE = (Path(__file__).parents[2] / "docs" / "model.md").read_text(encoding="utf-8")


def test_every_term_on_the_page_exists() -> None:
    ours = {*OWN_CLASSES, *OWN_PROPERTIES}
    known = set(reused())
    for prefix, name in re.findall(r"\b([a-z][a-z-]*):([A-Za-z][\w-]*)", PAGE):
        if prefix == "kg":
            assert f"kg:{name}" in ours
        elif prefix in PREFIXES and prefix != "xsd":
            assert PREFIXES[prefix] + name in known, f"{prefix}:{name}"


def test_every_class_of_ours_is_on_the_page() -> None:
    assert [name for name in OWN_CLASSES if f"`{name}`" not in PAGE] == []


def test_the_example_is_in_the_graph_of_the_shipped_paper(shipped: Understanding) -> None:
    from graph.link import Authorities

    (example,) = re.findall(r"```turtle\n(.*?)```", PAGE, re.DOTALL)
    said = {
        Triple(q.subject, q.predicate, q.object)
        for q in describe(shipped, Authorities.load(), "https://w3id.org/kamergraaf/")
    }
    shown = {Triple(q.subject, q.predicate, q.object) for q in parse(example, format=RdfFormat.TURTLE)}
    assert len(shown) > 15
    assert shown <= said
