"""Settles which entities a name may mean, how good each is, and whether one of them is beyond doubt.

A score says how the name was found, by the table `RULES`. Only a name that is the same but for capitals, accents and
signs can be a match, and only when it leads to one entity: what is nearly alike is proposed and never chosen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.web.reconcile.batch import Query
from graph.web.reconcile.entities import ABBREVIATION, DOMAIN, OFFICIAL, OTHER, PEOPLE, Entity
from graph.web.reconcile.index import Hit, Index
from graph.web.reconcile.names import bracketed, fold
from graph.web.reconcile.vocabulary import type_named


@dataclass(frozen=True)
class Rule:
    """How an entity was found.

    Attributes:
        name: of the rule; it is also the matching feature that a candidate shows.
        score: 0 to 100; of a rule that measures likeness the highest.
        settles: whether it can make a match.
        example: what it is for.
    """

    name: str
    score: float
    settles: bool
    example: str


RULES = {
    ("identifier", "exact"): Rule("identifier", 100, True, "BWBR0011823, the IRI of the TOOI register"),
    ("citation", "exact"): Rule("citation", 99, True, "Kamerstukken II 2025/26, 36 800 XX, nr. 7"),
    (OFFICIAL, "exact"): Rule("official-name", 100, True, "Centraal Orgaan opvang asielzoekers"),
    (ABBREVIATION, "exact"): Rule("abbreviation", 98, True, "COA"),
    (OTHER, "exact"): Rule("other-name", 96, True, "a former name, a short title"),
    (OFFICIAL, "folded"): Rule("official-name-folded", 95, True, "het centraal orgaan opvang asielzoekers"),
    (OTHER, "folded"): Rule("other-name-folded", 92, True, "the same for other names"),
    (ABBREVIATION, "folded"): Rule("abbreviation-folded", 85, False, "coa: may be a word as well"),
    (DOMAIN, "exact"): Rule("domain-of-ministry", 88, False, "Justitie: an ordinary word as well"),
    (DOMAIN, "folded"): Rule("domain-of-ministry", 86, False, "justitie"),
    (PEOPLE, "exact"): Rule("name-of-people", 80, False, "Syriërs: names the people, not the country"),
    (PEOPLE, "folded"): Rule("name-of-people", 78, False, "syriers"),
}
"""The rules for names that are the same; the first that holds counts."""

NEAR = Rule("nearly", 76, False, "Centraal Orgaan Opvang Asielzoeker")
"""The rule for names that are nearly the same: its score times the likeness."""

WITHOUT_NAME = Rule("properties-only", 100, False, "a query without a name")

BRACKETS = 2
"""How much lower "Centraal Orgaan opvang asielzoekers (COA)" stands than the name alone."""

OTHER_BRACKETS = 20
"""How much lower it stands when what is in brackets does not lead to the same entity."""

WRONG_TYPE, WRONG_VALUE, NO_VALUE = 30, 25, 5
"""How much lower a candidate stands with another type, another value of a property, none at all."""


@dataclass(frozen=True)
class Candidate:
    """An entity that a query may mean."""

    entity: Entity
    score: float
    match: bool
    features: tuple[tuple[str, bool | float], ...]


@dataclass(frozen=True)
class _Judged:
    entity: Entity
    score: float
    settles: bool
    features: tuple[tuple[str, bool | float], ...]


def candidates(index: Index, query: Query, schema_space: str) -> list[Candidate]:
    """Give the candidates for a query, the best first.

    Args:
        index: of the entities.
        query: what is asked.
        schema_space: what the IRIs of types begin with.
    """
    types = tuple(type_named(each, schema_space) for each in query.types)
    judged = [
        found
        for at, (rule, score, similarity) in _found(index, query).items()
        if (found := _judge(index, index.entities[at], rule, score, similarity, query, types)) is not None
    ]
    judged.sort(key=lambda each: (-each.score, not each.entity.described, len(each.entity.name), each.entity.id))
    settling = [each for each in judged if each.settles]
    # A number that a paper here bears goes before a paper of that number which is only cited.
    chosen = [each for each in settling if each.entity.described] or settling
    return [Candidate(each.entity, each.score, [each] == chosen, each.features) for each in judged[: query.limit]]


def _found(index: Index, query: Query) -> dict[int, tuple[Rule, float, float]]:
    """Give the places of entities, each with the best rule that found it, its score and the likeness."""
    if query.text is None:
        places = (set(index.with_value(prop, values)) for prop, values in query.properties)
        return {at: (WITHOUT_NAME, WITHOUT_NAME.score, 0.0) for at in sorted(set().union(*places))}
    found: dict[int, tuple[Rule, float, float]] = {}
    for at, rule, score, similarity in _hits(index, query.text):
        if at not in found or score > found[at][1]:
            found[at] = rule, score, similarity
    return found


def _hits(index: Index, text: str) -> Iterator[tuple[int, Rule, float, float]]:
    """Look a name up: as it is; without what stands in brackets; and only then what is nearly so."""
    settled = False
    for hit in index.named(text):
        rule = RULES[hit.kind, hit.how]
        settled = settled or rule.settles
        yield hit.at, rule, rule.score, hit.similarity
    if not settled and (parts := bracketed(text)) is not None:
        yield from _in_parts(index.named(parts[0]), [hit.at for hit in index.named(parts[1])])
    if not settled:
        for hit in index.near(text):
            yield hit.at, NEAR, round(NEAR.score * hit.similarity / 100, 2), hit.similarity


def _in_parts(hits: Iterable[Hit], inside: Sequence[int]) -> Iterator[tuple[int, Rule, float, float]]:
    for hit in hits:
        rule = RULES[hit.kind, hit.how]
        if inside and hit.at not in inside:
            rule = Rule(rule.name, rule.score - OTHER_BRACKETS, False, rule.example)
        yield hit.at, rule, rule.score - BRACKETS, hit.similarity


def _judge(
    index: Index,
    entity: Entity,
    rule: Rule,
    score: float,
    similarity: float,
    query: Query,
    types: Sequence[str],
) -> _Judged | None:
    """Weigh type and properties; None for a type that was not asked."""
    features: list[tuple[str, bool | float]] = [(rule.name, True)]
    if query.text is not None:
        features.append(("name-similarity", round(similarity, 2)))
    settles = rule.settles
    if types:
        fits = set(types) <= {entity.kind} if query.strictness == "all" else entity.kind in types
        if not fits and query.strictness != "should":
            return None
        features.append(("type", fits))
        settles = settles and fits
        score -= 0 if fits else WRONG_TYPE
    for prop, values in query.properties:
        has = index.spellings(entity, prop)
        fits = bool(has & {fold(value) for value in values})
        features.append((f"property:{prop}", fits))
        settles = settles and (fits or not has)
        score -= 0 if fits else WRONG_VALUE if has else NO_VALUE
    unique = dict(features)
    return _Judged(entity, max(score, 0.0), settles, tuple(unique.items()))
