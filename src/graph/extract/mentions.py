"""Every name, citation and place in the questions and answers of a paper, with what it could lead to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.extract.citations import find_citations
from graph.extract.found import Found, settle_overlaps
from graph.extract.laws import find_laws
from graph.extract.lexicon import Names
from graph.extract.names import Evidences, evidence, find_names
from graph.extract.organisations import find_organisations
from graph.extract.people import find_people
from graph.extract.stretches import Stretch, stretches
from graph.extract.titles import find_titles
from graph.model import Authority, Kind, Mention, Report

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
    house = next(iter(_whole("Tweede Kamer", names)), None)
    finds = [
        *find_names(text, house, seen),
        *find_citations(text, report.header.day),
        *find_titles(text, stretch.note is not None),
        *find_laws(text),
        *find_people(text),
        *find_organisations(text, _unregistered(seen, names)),
    ]
    own = report.source.quote(report.header_span)
    for plain in settle_overlaps(_without_runs(finds)):
        if plain.rule == "case-number" and plain.label in own:
            continue  # the number of the questions themselves
        find = replace(plain, code=plain.code or _abbreviation(plain, seen))
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
            candidates=_with_register(find, names),
            code=find.code,
            address=find.address,
        )


def _without_runs(finds: list[Found]) -> list[Found]:
    """Leave out names by their head that only run on behind a known name: ``Raad van State en Nederlandse …``."""
    known = {find.start for find in finds if find.candidates and find.rule not in _BY_HEAD}
    return [find for find in finds if find.rule not in _BY_HEAD or find.start not in known]


def _abbreviation(find: Found, seen: Evidences) -> str | None:
    """Give the abbreviation that the paper introduces for a name without a register."""
    if find.candidates or find.kind is not Kind.ORGANISATION:
        return None
    return next(
        (short for short, name in seen.abbreviations.items() if name == find.label or find.label.endswith(f" {name}")),
        None,
    )


def _unregistered(seen: Evidences, names: Names) -> dict[str, str]:
    """Give the introduced abbreviations that are no name of the registers already."""
    return {short: name for short, name in seen.abbreviations.items() if not _whole(short, names)}


def _with_register(find: Found, names: Names) -> tuple[Authority, ...]:
    """Give the candidates of a find; a label that is itself a name of the registers leads there."""
    if find.candidates or find.kind not in (Kind.ORGANISATION, Kind.LAW, Kind.POST):
        return find.candidates
    short = find.code or ""
    return tuple(
        authority for name in (find.label, short) for authority in _whole(name, names) if authority.kind is find.kind
    )


def _whole(label: str, names: Names) -> tuple[Authority, ...]:
    """Give what a label leads to when the whole of it is a name."""
    hits = [hit for hit in names.find(label) if (hit.start, hit.end) == (0, len(label))]
    return tuple(dict.fromkeys(form.authority for hit in hits for form in hit.forms))
