"""What an engine reports, the same for every engine, and how it becomes a verdict with document, page and sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pyoxigraph import Quad

from graph.check.places import Places
from graph.check.report import CheckReport, Violation

SHACL = "http://www.w3.org/ns/shacl#"


@dataclass(frozen=True)
class Result:
    """One result of a validation report (W3C SHACL, section 3.6.2).

    Attributes:
        focus: the focus node.
        shape: the source shape.
        component: the source constraint component.
        severity: the IRI of the severity.
        path: the property; empty where the result is about the node itself.
        value: the IRI or the lexical form of the value node; empty where there is none.
        messages: by language tag; the empty tag where a message has none.
    """

    focus: str
    shape: str
    component: str
    severity: str
    path: str = ""
    value: str = ""
    messages: Mapping[str, str] = field(default_factory=dict)


def verdict(results: Iterable[Result], quads: Iterable[Quad], base: str) -> CheckReport:
    """Say of each result where it stands in the paper.

    Args:
        results: in any order.
        quads: the statements of the paper.
        base: the base IRI.
    """
    places = Places(quads, base)
    found = sorted(
        (_violation(result, places) for result in results),
        key=lambda each: (each.focus, each.shape, each.component, each.value),
    )
    return CheckReport(
        violations=tuple(each for each in found if not each.warning),
        warnings=tuple(each for each in found if each.warning),
    )


def _violation(result: Result, places: Places) -> Violation:
    place = places.find(result.focus, result.value)
    return Violation(
        shape=_short(result.shape),
        component=_short(result.component).removesuffix("ConstraintComponent"),
        path=result.path,
        focus=result.focus,
        value=result.value,
        message_nl=result.messages.get("nl", ""),
        message_en=result.messages.get("en", next(iter(sorted(result.messages.values())), "")),
        document=place.document,
        page=place.page,
        sentence=place.sentence,
        warning=result.severity != f"{SHACL}Violation",
    )


def _short(iri: str) -> str:
    return re.split(r"[/#]", iri)[-1]
