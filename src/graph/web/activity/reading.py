"""Reads what papers say of a thing: every fact with its year, and those of one page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from graph.store.base import Reader
from graph.web.activity.found import Found, Papers, found_of
from graph.web.activity.sections import Section, sections_of
from graph.web.figures import natural
from graph.web.history import Asked
from graph.web.problems import Problem
from graph.web.series.lookup import days_of_papers
from graph.web.site import Site

PER_PAGE = 50
"""How many facts stand on a page of one section."""

AT_FIRST = 10
"""How many facts of each section stand on the page of all sections."""


@dataclass(frozen=True)
class Part:
    """A section of a page.

    Attributes:
        section: which.
        total: how many facts it has, in the years that are asked.
        facts: those that are shown, of the newest papers first.
    """

    section: Section
    total: int
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Year:
    """How many facts each section has in the papers of one year, and how many it has at most in any.

    Attributes:
        year: None for papers without a date.
        bars: by section, in their order: the number in this year and the highest of all years.
    """

    year: int | None
    bars: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Activity:
    """What papers say of a thing.

    Attributes:
        asked: which year and page are shown; without a section there is one page.
        only: the name of the one section that is shown; empty for the beginnings of all.
        sections: those that have facts, over all years.
        totals: how many facts each has over all years, in the same order.
        years: the latest first.
        parts: what is shown.
        pages: how many pages there are of what is asked.
    """

    asked: Asked
    only: str
    sections: tuple[Section, ...]
    totals: tuple[int, ...]
    years: tuple[Year, ...]
    parts: tuple[Part, ...]
    pages: int


def activity_of(reader: Reader, site: Site, iri: str, asked: Asked, only: str = "") -> Activity:
    """Read what papers say of a thing.

    Args:
        reader: of the publication.
        site: for the base.
        iri: of the thing.
        asked: which year, and with `only` which page.
        only: the name of the section that is wanted; empty for the beginnings of all.

    Raises:
        Problem: ``not-found`` for a section that such a thing cannot have, or a page after the last.
    """
    possible = sections_of(site, iri)
    if only and only not in {section.name for section in possible}:
        names = ", ".join(section.name for section in possible) or "none"
        raise Problem("not-found", f"There is no such part of this page; there are: {names}.")
    days, found = days_of_papers(reader), found_of(reader, site, iri)
    years = _years(found, days)
    size = PER_PAGE if only else AT_FIRST
    parts = []
    for section, papers in found.items():
        if only in ("", section.name):
            wanted = {paper: facts for paper, facts in papers.items() if asked.year in (None, _year(paper, days))}
            total = sum(map(len, wanted.values()))
            parts.append(Part(section, total, _window(wanted, days, (asked.page - 1) * size, size)))
    pages = max([1, *(-(-part.total // PER_PAGE) for part in parts if only)])
    if asked.page > pages:
        raise Problem("not-found", f"There is no page {asked.page}: the last one is {pages}.")
    totals = tuple(sum(map(len, papers.values())) for papers in found.values())
    return Activity(asked, only, tuple(found), totals, years, tuple(part for part in parts if part.total), pages)


def _window(papers: Papers, days: Mapping[str, str], start: int, size: int) -> tuple[str, ...]:
    """Give a page of facts, those of the newest papers first; within a paper in the order of questions."""
    found: list[str] = []
    passed = 0
    for paper in sorted(sorted(papers), key=lambda each: days.get(each, ""), reverse=True):
        many = len(papers[paper])
        if passed + many > start:
            facts = sorted(papers[paper], key=_order)
            found += facts[max(0, start - passed) : start - passed + size]
        passed += many
        if len(found) >= size or passed >= start + size:
            break
    return tuple(found[:size])


def _order(fact: str) -> tuple[object, ...]:
    """Order the facts of a paper by the number of the answer, a question before its answer."""
    parts = fact.partition("/id/document/")[2].split("/")
    times = tuple(int(number[:15]) for number in _NUMBER.findall(parts[-1]))
    return (natural(parts[2]) if len(parts) > 2 else (), parts[1:2] != ["question"], times, fact)


_NUMBER = re.compile(r"[0-9]+")


def _years(found: Found, days: Mapping[str, str]) -> tuple[Year, ...]:
    counts = [Counter[int | None]() for _ in found]
    for counted, papers in zip(counts, found.values(), strict=True):
        for paper, facts in papers.items():
            counted[_year(paper, days)] += len(facts)
    most = [max(counted.values(), default=0) for counted in counts]
    every = sorted({year for counted in counts for year in counted}, key=lambda year: -(year or 0))
    return tuple(
        Year(year, tuple((counted[year], top) for counted, top in zip(counts, most, strict=True))) for year in every
    )


def _year(paper: str, days: Mapping[str, str]) -> int | None:
    day = days.get(paper, "")
    return int(day[:4]) if day[:4].isdecimal() else None
