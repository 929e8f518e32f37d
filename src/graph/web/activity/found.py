"""Finds all facts about a thing, by the paper that they stand in, and keeps those of things that were asked lately."""

from __future__ import annotations

import threading
from collections import OrderedDict, defaultdict
from collections.abc import Mapping, Sequence
from weakref import WeakKeyDictionary

from graph.store.base import Reader
from graph.web.activity.sections import Section, sections_of
from graph.web.series.lookup import cells, document_of, prefixed
from graph.web.site import Site

KEPT = 200_000
"""How many facts are kept for each publication: some 30 MB. A reader pages on, and asks for the same thing again."""

THINGS = 200
"""Of how many things they are kept at most."""

Papers = Mapping[str, Sequence[str]]
"""Facts by the paper that they stand in."""

Found = Mapping[Section, Papers]
"""The facts about a thing by section, without sections that have none."""

_kept: WeakKeyDictionary[Reader, OrderedDict[str, Found]] = WeakKeyDictionary()
_lock = threading.Lock()


def found_of(reader: Reader, site: Site, iri: str) -> Found:
    """Find the facts about a thing.

    Args:
        reader: of the publication, which never changes.
        site: for the base.
        iri: of the thing.
    """
    with _lock:
        kept = _kept.setdefault(reader, OrderedDict())
        if iri in kept:
            kept.move_to_end(iri)
            return kept[iri]
    papers = {section: _by_paper(reader, site, section, iri) for section in sections_of(site, iri)}
    found = {section: facts for section, facts in papers.items() if facts}
    with _lock:
        kept[iri] = found
        while len(kept) > 1 and (len(kept) > THINGS or sum(map(number, kept.values())) > KEPT):
            kept.popitem(last=False)
    return found


def number(found: Found) -> int:
    """Count the facts about a thing."""
    return sum(len(facts) for papers in found.values() for facts in papers.values())


def _by_paper(reader: Reader, site: Site, section: Section, iri: str) -> Papers:
    pattern = section.pattern.format(iri=iri, kg=f"{site.base}def/")
    papers: defaultdict[str, list[str]] = defaultdict(list)
    rows = cells(reader, f"{prefixed(site.base)} SELECT ?fact {{ {pattern} }}")
    for fact in dict.fromkeys(fact for (fact,) in rows):
        if fact.rsplit("/", 2)[-2:-1] == [section.folder] and "/id/document/" in fact:
            papers[document_of(fact)].append(fact)
    return papers
