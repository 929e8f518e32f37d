"""Describes the data set as a whole: what it is, its licence, how to get it, how much it says, and who publishes it."""

from __future__ import annotations

from pyoxigraph import Quad

import graph
from graph.describe.counts import Counts, Tally
from graph.describe.dcat import describe_catalogue_itself, describe_datasets, describe_what_others_named
from graph.describe.distributions import describe_files, describe_services
from graph.describe.entry import CC0, Catalogue, Publisher
from graph.describe.examples import describe_examples, describe_prefixes
from graph.describe.iris import Iris
from graph.describe.paper import software
from graph.describe.statements import Statements
from graph.describe.terms import Terms
from graph.describe.void import describe_void

__all__ = ["CC0", "Catalogue", "Publisher", "catalogue_graph", "describe_catalogue"]


def describe_catalogue(about: Catalogue) -> list[Quad]:
    """Describe the catalogue, its data sets, services, files and example queries, without any count.

    Args:
        about: what is known; nothing else is said.
    """
    to = Statements(Terms(about.base), Iris(about.base).graph("catalogue"))
    _describe(to, about)
    return sorted(to.quads(), key=str)


def catalogue_graph(about: Catalogue, papers: Counts, shared: Tally) -> list[Quad]:
    """Describe the catalogue with the counts of everything that is published, the catalogue included.

    What is counted changes with what the counts say, but only in its numbers: how many statements there are is settled
    as soon as each class and property has its part, so that this ends.

    Args:
        about: what is known; the days of the earliest and latest paper are taken from the counts.
        papers: the counts of the graphs of papers together.
        shared: has counted the other graphs that papers share.
    """
    about = Catalogue(about.base, about.publisher, about.address, papers.first, papers.last, about.edition)
    to = Statements(Terms(about.base), Iris(about.base).graph("catalogue"))
    _describe(to, about)
    fixed = shared.new(to.quads())
    found, counts = fixed, Counts()
    while (newer := papers + shared.with_more(found)) != counts:
        counts = newer
        to = Statements(Terms(about.base), Iris(about.base).graph("catalogue"))
        describe_void(to, about, counts)
        found = [*fixed, *to.quads()]
    return sorted({*found}, key=str)


def _describe(to: Statements, about: Catalogue) -> None:
    describe_catalogue_itself(to, about)
    describe_datasets(to, about)
    describe_services(to, about)
    describe_files(to, about)
    describe_what_others_named(to, about)
    describe_prefixes(to, about)
    describe_examples(to, about)
    made_by = software(about.base)
    to.a(made_by, "prov:SoftwareAgent")
    to.say(made_by, "rdfs:label", to.text(f"Kamergraaf {graph.__version__}"))
    to.say(made_by, "schema:softwareVersion", to.text(graph.__version__))
