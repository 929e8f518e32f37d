"""What a validation found, said so that a person can find the place: document, page and sentence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Violation:
    """One thing that does not fit the shapes.

    Attributes:
        shape: the shape, by its short name: ``Statistic-kg-period``.
        component: the SHACL constraint component, by its short name: ``MinCount``.
        path: the IRI of the property; empty where it is about the thing itself.
        focus: the IRI of the thing.
        value: the value that does not fit; empty where one is missing.
        message_nl, message_en: what is expected.
        document: the identifier of the paper.
        page: where it stands, 1-based; None where pages are not known or it stands nowhere.
        sentence: the sentence that it stands in; empty likewise.
        warning: whether it only deserves a look and keeps nothing out.
    """

    shape: str
    component: str
    path: str
    focus: str
    value: str
    message_nl: str
    message_en: str
    document: str
    page: int | None = None
    sentence: str = ""
    warning: bool = False

    def __str__(self) -> str:
        where = self.document if self.page is None else f"{self.document}, page {self.page}"
        said = f" «{self.sentence}»" if self.sentence else ""
        given = f", found {self.value}" if self.value else ""
        return f"{where}: {self.message_en} [{self.shape} {self.component}{given}] at {self.focus}{said}"


@dataclass(frozen=True)
class CheckReport:
    """The verdict on one graph. A graph with violations is not published; warnings keep nothing out."""

    violations: tuple[Violation, ...] = ()
    warnings: tuple[Violation, ...] = ()

    @property
    def conforms(self) -> bool:
        """Whether the graph may be published."""
        return not self.violations
