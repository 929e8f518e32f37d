"""How the headings of a cell name its figure: which of them is the measure, which the part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.extract.figures.headings import Heading, Role, is_measure
from graph.extract.figures.subjects import label_of
from graph.extract.figures.tabletopics import Topic

_HOLLOW_OPENING = re.compile(
    r"^(?:(?:totaal |totale )?aantal(?:len)?|bedrag(?:en)? (?:aan|voor|van)|omvang van)(?: de| het)? (?=\w)",
    re.IGNORECASE,
)

_ENTITIES = re.compile(
    r"(?:land(?:en)?|\w*land(?: van herkomst)?|nationaliteit(?:en)?|\w*regio['’]?s?|provincies?|gemeenten?|ministeries?"
    r"|departement(?:en)?|locaties?|leeftijd\w*|geslacht|maand|kwartaal|universiteit(?:en)?|scho(?:ol|len)|stad"
    r"|organisaties?|instelling(?:en)?|ziekenhui(?:s|zen)|krijgsmachtdeel|bedrijf|bedrijven)",
    re.IGNORECASE,
)
"""Headings over labels that say of whom, where or when: such a label is never what is measured."""


@dataclass(frozen=True, slots=True)
class Named:
    """Indicator and breakdown of a figure, and the rule that gives the indicator."""

    indicator: str
    breakdown: str | None
    rule: str


@dataclass(frozen=True)
class Naming:
    """What names the figures of a table.

    Attributes:
        topic: what the table is about.
        corner: the heading of its labels.
        asked: what the question asks the number of; empty where it asks none.
        columns: the labels of all its columns: where more than one of them is in the topic, each is a measure.
        proper: names, which keep their capital.
    """

    topic: Topic
    corner: Heading
    asked: str
    columns: frozenset[str]
    proper: frozenset[str]

    def named(self, columns: Sequence[Heading], rows: Sequence[Heading]) -> Named | None:
        """Name a figure by the headings of its column and row; None where nothing says what it measures.

        Args:
            columns: the headings of its column, from top to bottom.
            rows: those of its row, the group first.
        """
        thing, rule = self._thing()
        told = [(h, "table-column") for h in columns] + [(h, "table-row") for h in rows]
        told = [(h, r) for h, r in told if h.names and not self._again(h, thing)]
        measures = [(h, r) for h, r in told if h.role is Role.MEASURE or self._is_one_of_topic(h, thing)]
        parts = [h for h in rows if (h, "table-row") in told] + [h for h in columns if (h, "table-column") in told]
        share = any(heading.role is Role.SHARE for heading in (*columns, *rows))
        if measures:
            chosen, rule = measures[0]
            thing = self._of_topic(chosen.label)
        elif not thing and parts:
            chosen = next((h for h in columns if h in parts), parts[0])
            if chosen not in columns and self._is_of_whom(chosen):
                return None
            thing, rule = self._label(chosen.label), "table-column" if chosen in columns else "table-row"
        elif thing:
            chosen = Heading()
        else:
            return None
        rest = dict.fromkeys(self._label(part.label) for part in parts if part is not chosen)
        return Named(f"aandeel {thing}" if share else thing, ", ".join(rest) or None, rule)

    def _thing(self) -> tuple[str, str]:
        """Choose what is measured: a measure over the labels, the topic, what the question asks."""
        if self.corner.role is Role.MEASURE:
            return self._label(_HOLLOW_OPENING.sub("", self.corner.label)), "table-corner"
        return (self.topic.label, self.topic.rule) if self.topic.label else (self.asked, "asked")

    def _is_of_whom(self, row: Heading) -> bool:
        """Whether a row says of whom or where its numbers are, which leaves open what they measure."""
        return row.label in self.proper or _ENTITIES.fullmatch(self.corner.label) is not None

    def _again(self, heading: Heading, thing: str) -> bool:
        """Whether a heading only says the thing again: "Plekken" over opvangplekken."""
        return _says(thing, heading.label) and not self._is_one_of_topic(heading, thing)

    def _is_one_of_topic(self, heading: Heading, thing: str) -> bool:
        """Whether a heading is one of several columns that the thing sums up: "aanvragen en inwilligingen"."""
        return heading.label in self.columns and sum(_says(thing, label) for label in self.columns) > 1

    def _of_topic(self, measure: str) -> str:
        """Say of what a general measure is: "Kosten" in a table of opvang van kinderen is "kosten opvang …"."""
        label, topic = self._label(_HOLLOW_OPENING.sub("", measure)), self.topic.label
        if len(measure.split()) > 1 or not topic or _says(topic, label):
            return label
        first, _, rest = topic.partition(" ")
        return self._label(f"{label} {rest if is_measure(first) else topic}".strip())

    def _label(self, words: str) -> str:
        label = label_of([re.sub(r"[\"“”]", "", words).split()])
        kept = any(words.startswith(name) for name in self.proper)
        return words[0] + label[1:] if kept else label


def _says(thing: str, label: str) -> bool:
    return any(word.endswith(label.lower()) for word in thing.lower().split())
