"""What one paper adds to the aggregates: the figures for their series, and how often what is counted in which year.

It is read from the graph of the paper alone, so that the same graph always adds the same. All addresses in it are
without the base, to be kept small beside the graph.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pyoxigraph import NamedNode, Quad, Triple

from graph.describe.terms import Terms

Tallied = tuple[str, str, str]
"""What is counted: the thing and the period, both without the base, with the activity between them."""

UNKNOWN = "unknown"
WHOLE = "id/dataset/kamergraaf"
"""What the counts of everything together are about."""

_NOT_STATED = "id/place/not-stated"


class Activity(StrEnum):
    """What is counted of a thing in the papers of a year; a concept of the ontology each."""

    PAPERS = "papers"
    QUESTIONS = "questions"
    ANSWERS = "answers"
    FIGURES = "figures"
    MENTIONS = "mentions"
    NON_ANSWERS = "non-answers"
    NAMED = "named"
    QUESTIONS_PUT = "questions-put"
    ANSWERS_GIVEN = "answers-given"
    FIGURES_STATED = "figures-stated"
    FIGURES_COUNTED = "figures-counted"
    FIGURES_ABOUT = "figures-about"
    NON_ANSWERS_GIVEN = "non-answers-given"
    NON_ANSWERS_HELD = "non-answers-held"


@dataclass(frozen=True, slots=True)
class Member:
    """A figure as a member of a series; addresses without the base, but that of the unit, which may be of others."""

    indicator: str
    breakdown: str
    place: str
    unit: str
    period: str
    statistic: str

    @property
    def document(self) -> str:
        """The address of its paper."""
        return self.statistic.partition("/answer/")[0]


@dataclass(frozen=True)
class Contribution:
    """What a paper adds.

    Attributes:
        members: its figures, in order.
        tallies: how often what is counted; never 0.
    """

    members: tuple[Member, ...] = ()
    tallies: Counter[Tallied] = field(default_factory=Counter)

    def plain(self) -> dict[str, object]:
        """Give it as JSON values."""
        members = [[m.indicator, m.breakdown, m.place, m.unit, m.period, m.statistic] for m in self.members]
        return {"members": members, "tallies": [[*what, times] for what, times in sorted(self.tallies.items())]}


def from_plain(said: object) -> Contribution | None:
    """Read what `Contribution.plain` gave; None where that was not kept."""
    match said:
        case {"members": list(members), "tallies": list(tallies)}:
            counted = Counter({(str(about), str(act), str(when)): int(n) for about, act, when, n in tallies})
            return Contribution(tuple(Member(*map(str, each)) for each in members), counted)
    return None


def of_extract(extract: bytes) -> Contribution | None:
    """Read what a paper adds from what `graph.describe.extract` gave; None where an earlier version made that."""
    match json.loads(extract or b"null"):
        case {"aggregates": said}:
            return from_plain(said)
    return None


def contribution(statements: Iterable[Quad | Triple], base: str) -> Contribution:
    """Give what a paper adds.

    Args:
        statements: the graph of the paper.
        base: the base IRI.
    """
    paper = _Paper(statements, base)
    return Contribution(tuple(paper.members()), Counter({what: n for what, n in paper.tallies().items() if n}))


class _Paper:
    """The statements of one paper: by property, what each thing leads to; addresses without the base."""

    def __init__(self, statements: Iterable[Quad | Triple], base: str) -> None:
        terms = Terms(base)
        names = {terms[name].value: name for name in _WANTED}
        self._base = base
        self._ends: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._kinds: defaultdict[str, list[str]] = defaultdict(list)
        for each in statements:
            name = names.get(each.predicate.value)
            if name is None or not isinstance(each.subject, NamedNode):
                continue
            subject = each.subject.value.removeprefix(base)
            end = each.object.value if not isinstance(each.object, Triple) else ""
            if name == "rdf:type":
                self._kinds[end.removeprefix(f"{base}def/")].append(subject)
            else:
                self._ends[name][subject].append(end.removeprefix(base))

    def members(self) -> Iterator[Member]:
        for statistic in sorted(self._kinds["Statistic"]):
            indicator, breakdown, place, unit, period = (self._one(name, statistic) for name in _DIMENSIONS)
            yield Member(indicator, breakdown, place, unit, period, statistic)

    def tallies(self) -> Counter[Tallied]:
        found: Counter[Tallied] = Counter()
        for document in self._kinds["Document"]:
            when = year_of(self._one("dcterms:issued", document))
            wholes = self._wholes(document)
            said = [*self._in_paper(wholes), *self._of_things(document)]
            found.update((thing, str(activity), when) for thing, activity in said)
            found.update({(thing, str(Activity.PAPERS), when) for thing in {*wholes, *(thing for thing, _ in said)}})
        return found

    def _wholes(self, document: str) -> tuple[str, ...]:
        """Give what a paper belongs to: all papers, those of its kind, and those of its dossier."""
        kinds = (kind for kind in self._ends["dcterms:type"][document] if kind.startswith("def/document-kind/"))
        dossiers = (whole for whole in self._ends["dcterms:isPartOf"][document] if whole.startswith("id/dossier/"))
        return (WHOLE, *kinds, *dossiers)

    def _in_paper(self, wholes: Iterable[str]) -> Iterator[tuple[str, Activity]]:
        """Give what is in a paper, for all that it belongs to."""
        for whole in wholes:
            for kind, activity in _IN_PAPER.items():
                for _ in self._kinds[kind]:
                    yield whole, activity

    def _of_things(self, document: str) -> Iterator[tuple[str, Activity]]:
        """Give what a paper says and does of the things of the registers."""
        posts = self._ends["kg:answeredBy"]
        held = self._ends["kg:officeHolding"][document]
        for kind, name, activity in _OF_THINGS:
            for fact in self._kinds[kind]:
                yield from ((thing, activity) for thing in self._ends[name][fact] if _is_shared(thing))
        for gap in self._kinds["NonAnswer"]:
            answer = self._one("kg:answer", gap)
            yield from ((post, Activity.NON_ANSWERS_GIVEN) for post in posts[answer] if _is_shared(post))
        for kind, activity in _OF_HOLDERS.items():
            for _ in self._kinds[kind]:
                yield from ((holding, activity) for holding in held)

    def _one(self, name: str, thing: str) -> str:
        return next(iter(self._ends[name][thing]), "")


_DIMENSIONS = ("kg:indicator", "kg:breakdown", "kg:place", "sdmx-attribute:unitMeasure", "kg:period")
_IN_PAPER = {
    "Question": Activity.QUESTIONS,
    "Answer": Activity.ANSWERS,
    "Statistic": Activity.FIGURES,
    "Mention": Activity.MENTIONS,
    "NonAnswer": Activity.NON_ANSWERS,
}
_OF_HOLDERS = {
    "Answer": Activity.ANSWERS_GIVEN,
    "Statistic": Activity.FIGURES_STATED,
    "NonAnswer": Activity.NON_ANSWERS_GIVEN,
}
_OF_THINGS = (
    ("Question", "kg:addressedTo", Activity.QUESTIONS_PUT),
    ("Answer", "kg:answeredBy", Activity.ANSWERS_GIVEN),
    ("Statistic", "kg:statedBy", Activity.FIGURES_STATED),
    ("Statistic", "kg:countedBy", Activity.FIGURES_COUNTED),
    ("Statistic", "kg:place", Activity.FIGURES_ABOUT),
    ("NonAnswer", "kg:holder", Activity.NON_ANSWERS_HELD),
    ("Mention", "oa:hasBody", Activity.NAMED),
)
_WANTED = (
    "rdf:type",
    "dcterms:issued",
    "dcterms:type",
    "dcterms:isPartOf",
    "kg:officeHolding",
    "kg:answer",
    *_DIMENSIONS,
    *(name for _, name, _ in _OF_THINGS),
)


def _is_shared(thing: str) -> bool:
    """Whether a thing is one of the registers: no paper, nothing below a paper, no address of others, no lack."""
    return thing.startswith("id/") and not thing.startswith("id/document/") and thing != _NOT_STATED


def year_of(day: str) -> str:
    """Give the period of the year of a day, without the base; the unknown one where there is no day.

    >>> year_of("2025-03-05"), year_of("")
    ('id/period/2025-01-01--2025-12-31', 'id/period/unknown')
    """
    return f"id/period/{day[:4]}-01-01--{day[:4]}-12-31" if day else f"id/period/{UNKNOWN}"


def years_in(contributed: Mapping[Tallied, int]) -> set[tuple[str, str]]:
    """Give first and last day of the years that tallies are of (ISO)."""
    names = {when.removeprefix("id/period/") for _, _, when in contributed} - {UNKNOWN}
    return {(start, end) for start, _, end in (name.partition("--") for name in names)}
