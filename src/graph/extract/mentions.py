"""Every name, citation and place in the questions and answers of a paper, with what it could lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.extract.acts import find_acts
from graph.extract.articles import with_articles
from graph.extract.bodies import find_bodies
from graph.extract.citations import find_citations
from graph.extract.found import Found, settle_overlaps
from graph.extract.journals import find_numbered
from graph.extract.laws import find_laws
from graph.extract.lexicon import Names
from graph.extract.names import Evidences, evidence, find_names, is_named
from graph.extract.organisations import find_organisations
from graph.extract.people import find_people
from graph.extract.posts import find_posts
from graph.extract.publishers import find_publishers
from graph.extract.stretches import Stretch, stretches
from graph.extract.titles import find_titles
from graph.model import Kind, Mention, Part, Report

_BY_HEAD = frozenset({"organisation-head", "organisation-compound", "law-head", "law-compound"})


def find_mentions(report: Report, names: Names) -> tuple[Mention, ...]:
    """Find every name, citation and place in the questions, the answers and their notes.

    Args:
        report: the paper, taken apart.
        names: how the names of the registers are written.

    Returns:
        The mentions in the order of the paper, unlinked: each with its candidates, which `link` settles.
    """
    parts = list(stretches(report))
    seen = evidence((part.view.text for part in parts), names)
    mentions = [mention for part in parts for mention in _mentions_of(part, report, names, seen)]
    return tuple(sorted(dict.fromkeys(mentions), key=lambda mention: (mention.span, mention.kind)))


def _mentions_of(stretch: Stretch, report: Report, names: Names, seen: Evidences) -> Iterator[Mention]:
    """Give the mentions of one stretch."""
    text = stretch.view.text
    finds = [
        *find_names(text, seen),
        *find_citations(text, report.header.day),
        *find_numbered(text),
        *find_titles(text, stretch.note is not None),
        *find_acts(text),
        *find_laws(text),
        *find_people(text),
        *find_posts(text, names),
        *find_organisations(text, seen.abbreviations),
        *find_publishers(text),
        *find_bodies(text, telling=stretch.part is Part.ANSWER),
    ]
    own = report.source.quote(report.header_span)
    settled = [_registered(find, names, seen) for find in settle_overlaps(_without_runs(finds))]
    for find in with_articles(text, settled):
        if find.rule == "case-number" and find.label in own:
            continue  # the number of the questions themselves
        span = stretch.view.span(find.start, find.end)
        yield Mention(
            question=stretch.number,
            key=stretch.key,
            part=stretch.part,
            kind=find.kind,
            span=span,
            words=stretch.words(span),
            label=find.label,
            rule=find.rule,
            candidates=find.candidates,
            code=find.code,
            address=find.address,
        )


def _without_runs(finds: list[Found]) -> list[Found]:
    """Leave out what is only a piece of something found.

    That are names by their head that run on behind a known name ("Raad van State en Nederlandse …"), and names of
    files inside an address.
    """
    known = {find.start for find in finds if find.candidates and find.rule not in _BY_HEAD}
    addresses = [(find.start, find.end) for find in finds if find.kind is Kind.URL]
    kept = [find for find in finds if find.rule not in _BY_HEAD or find.start not in known]
    return [
        find
        for find in kept
        if not find.nested or not any(start <= find.start and find.end <= end for start, end in addresses)
    ]


def _registered(find: Found, names: Names, seen: Evidences) -> Found:
    """Give a find without candidates the abbreviation that the paper has for it, and what its label leads to."""
    if find.candidates or find.kind not in (Kind.ORGANISATION, Kind.LAW, Kind.POST):
        return find
    code = find.code
    if code is None and find.kind in (Kind.ORGANISATION, Kind.LAW):
        code = next((short for short, name in seen.abbreviations.items() if _ends_in(find.label, name)), None)
    whole = [authority for authority in names.whole(find.label) if authority.kind is find.kind]
    short = [authority for authority in names.whole(code or "") if is_named(authority, find.label)]
    candidates = whole or [authority for authority in short if authority.kind is find.kind]
    return replace(find, code=code, candidates=tuple(candidates))


def _ends_in(label: str, name: str) -> bool:
    """Whether a name is the end of a label, in whole words."""
    return label == name or label.endswith(f" {name}")
