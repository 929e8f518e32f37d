"""The model as linked data and as JSON: the only place that knows vocabulary terms."""

from __future__ import annotations

from pyoxigraph import Quad

from graph.describe.entry import Publisher
from graph.describe.exchange import describe_exchange
from graph.describe.facts import describe_facts
from graph.describe.iris import Iris
from graph.describe.notices import describe_notices
from graph.describe.paper import describe_paper
from graph.describe.passages import describe_passages
from graph.describe.record import record
from graph.describe.scene import Posts, Scene
from graph.describe.shared import extract, shared
from graph.describe.statements import Statements
from graph.describe.terms import DEFAULT_BASE, Terms
from graph.describe.unread import describe_unread
from graph.model import Understanding

__all__ = ["DEFAULT_BASE", "Posts", "Publisher", "describe", "extract", "record", "shared"]


def describe(understanding: Understanding, authorities: Posts, base: str, settings: str = "") -> list[Quad]:
    """Describe one paper in its named graph ``{base}graph/{identifier}`` (DESIGN section 6).

    Args:
        understanding: the paper and its facts.
        authorities: the register of posts: which post a title means, and who held it on the day.
        base: the base IRI, ending in a slash.
        settings: whatever else decides what the software understands; part of the IRI of the activity.

    Returns:
        The statements, each once; the same input gives the same statements in the same order.
    """
    graph = Iris(base).graph(understanding.report.header.identity.identifier)
    scene = Scene(understanding, base, authorities, Statements(Terms(base), graph), settings)
    describe_paper(scene)
    describe_notices(scene)
    describe_exchange(scene)
    describe_passages(scene)
    describe_facts(scene)
    describe_unread(scene)
    return scene.to.quads()
