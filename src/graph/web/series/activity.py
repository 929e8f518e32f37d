"""What is said of a thing by year, and the newest facts about it: for pages of organisations, laws and posts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.store.base import Reader
from graph.web.series.lookup import Named, cells, days_of_papers, last_part, listed, names_of, prefixed

_COUNTS = (
    "SELECT ?activity ?period ?n {{ ?t kg:about <{iri}> ; kg:activity ?activity ; kg:period ?period ; kg:count ?n }}"
)

_OF_POSTS = (
    "SELECT ?activity ?period ?n {{ <{iri}> ^{way} ?post . "
    "?t kg:about ?post ; kg:activity ?activity ; kg:period ?period ; kg:count ?n "
    "FILTER (?activity NOT IN (<{base}def/activity/papers>, <{base}def/activity/named>)) }}"
)
"""What the posts of a ministry did, and a person in office. Their papers cannot be added: two may share one."""

_WAYS = {"organisation": "org:organization", "person": "org:member"}

_FACTS = {
    "named": "?fact oa:hasBody <{iri}>",
    "figures-counted": "?fact kg:countedBy <{iri}>",
    "figures-about": "?fact kg:place <{iri}>",
    "answers-given": "?fact kg:answeredBy <{iri}>",
    "non-answers-held": "?fact kg:holder <{iri}>",
    "papers": "?fact dcterms:isPartOf <{iri}>",
}
"""The facts about a thing, by the activity that counts them."""

_PLACES = {
    "named": "mention",
    "figures-counted": "statistic",
    "figures-about": "statistic",
    "answers-given": "answer",
    "non-answers-held": "non-answer",
    "papers": "document",
}
"""The folder that the address of such a fact stands in; quicker to see than its class is to look up."""

_QUOTES = (
    "SELECT ?fact ?exact {{ VALUES ?fact {{ {facts} }} "
    "?fact (oa:hasTarget|kg:passage)/oa:hasSelector/oa:exact ?exact }}"
)


@dataclass(frozen=True, slots=True)
class Year:
    """How often what happened in the papers of one year, by activity; None is that of papers without a date."""

    year: int | None
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Happening:
    """A fact about a thing: which, in which paper of which day, and its words where it has any of its own."""

    fact: str
    activity: str
    document: Named
    issued: str | None
    quote: str


@dataclass(frozen=True, slots=True)
class Activity:
    """What is said of a thing.

    Attributes:
        thing: what it is about.
        years: by year, the latest first.
        totals: over all years, by activity.
        newest: a page of its facts, those of the newest papers first.
        found: how many facts there are to page through.
    """

    thing: Named
    years: tuple[Year, ...]
    totals: Mapping[str, int]
    newest: tuple[Happening, ...]
    found: int


def activity_of(
    reader: Reader,
    base: str,
    iri: str,
    offset: int = 0,
    limit: int = 20,
    only: str | None = None,
    language: str = "nl",
) -> Activity:
    """Read what is said of a thing.

    Args:
        reader: of a publication.
        base: the base IRI.
        iri: of an organisation, post, person, law, case, place or dossier, a kind of paper, or the whole data set.
        offset: how many facts are passed over.
        limit: how many are given.
        only: of one activity alone, such as ``named``; the counts are of all.
        language: of names, where there is a choice.
    """
    by_year: defaultdict[int | None, Counter[str]] = defaultdict(Counter)
    way = _WAYS.get(iri.removeprefix(f"{base}id/").partition("/")[0])
    queries = [_COUNTS.format(iri=iri), *([_OF_POSTS.format(iri=iri, way=way, base=base)] if way else [])]
    for query in queries:
        for activity, period, number in cells(reader, prefixed(base) + query):
            year = last_part(period)[:4]
            by_year[int(year) if year.isdigit() else None][last_part(activity)] += int(number)
    years = tuple(Year(year, dict(sorted(by_year[year].items()))) for year in sorted(by_year, key=_latest_first))
    totals: Counter[str] = Counter()
    for each in years:
        totals.update(each.counts)
    facts = _facts(reader, base, iri, only)
    page = facts[offset : offset + limit]
    return Activity(
        names_of(reader, [iri], language)[iri],
        years,
        dict(sorted(totals.items())),
        _happenings(reader, base, page, language),
        len(facts),
    )


def _latest_first(year: int | None) -> tuple[bool, int]:
    return (year is None, -(year or 0))


_Fact = tuple[str, str, str]
"""A fact, the activity that counts it, and the day of its paper."""


def _facts(reader: Reader, base: str, iri: str, only: str | None) -> list[_Fact]:
    """Give the facts about a thing, those of the newest papers first; in a paper in the order of addresses."""
    wanted = [only] if only in _FACTS else list(_FACTS)
    days = days_of_papers(reader)
    dated = [
        (fact, activity, days.get(document_of(fact), ""))
        for activity in wanted
        for (fact,) in cells(reader, f"{prefixed(base)} SELECT ?fact {{ {_FACTS[activity].format(iri=iri)} }}")
        if fact.split("/")[-2] == _PLACES[activity]
    ]
    by_address = sorted(dated)
    return sorted(by_address, key=lambda each: each[2], reverse=True)


def _happenings(reader: Reader, base: str, facts: Iterable[_Fact], language: str) -> tuple[Happening, ...]:
    page = list(facts)
    names = names_of(reader, {document_of(fact) for fact, _, _ in page}, language)
    query = prefixed(base) + _QUOTES.format(facts=listed(fact for fact, _, _ in page))
    quotes = {fact: exact for fact, exact in cells(reader, query)} if page else {}
    return tuple(
        Happening(fact, activity, names[document_of(fact)], day or None, quotes.get(fact, ""))
        for fact, activity, day in page
    )


def document_of(fact: str) -> str:
    """Give the paper that a fact stands in.

    >>> document_of("https://example.org/id/document/kst-1-2/answer/3/mention/coa-1")
    'https://example.org/id/document/kst-1-2'
    """
    before, middle, rest = fact.partition("/id/document/")
    return before + middle + rest.partition("/")[0]
