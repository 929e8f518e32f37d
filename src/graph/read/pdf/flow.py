"""Pages one after the other: paragraphs that run over columns and pages become whole, with what stands between."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.model import BlockKind
from graph.read.content import Furniture, PageBreak
from graph.read.pdf.cells import Grid
from graph.read.pdf.columns import Region
from graph.read.pdf.manner import Manner
from graph.read.pdf.notes import FootNote
from graph.read.pdf.pages import Page
from graph.read.pdf.paragraphs import Draft, Measure, drafts_of, goes_on, measure_of
from graph.read.pdf.shapes import Line

Aside = FootNote | Furniture | PageBreak
"""What may stand between the lines of a paragraph."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A line with the page it stands on."""

    line: Line
    page: int


@dataclass(slots=True)
class Run:
    """A paragraph with what stands between its lines."""

    content: list[Placed | Aside] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0

    @property
    def lines(self) -> list[Line]:
        """Its lines."""
        return [each.line for each in self.content if isinstance(each, Placed)]


@dataclass(frozen=True, slots=True)
class PlacedGrid:
    """A table with the page it stands on."""

    grid: Grid
    page: int


Part = Run | PlacedGrid | Aside


@dataclass
class _Flow:
    """The paper while it is put together."""

    parts: list[Part] = field(default_factory=list)
    open: Run | None = None
    measure: Measure | None = None
    waiting: list[Run] = field(default_factory=list)

    def begin(self, draft: Draft, page: int) -> None:
        """Begin a paragraph."""
        self.close()
        self.open = Run([Placed(line, page) for line in draft.lines], draft.kind, draft.level)

    def go_on(self, draft: Draft, page: int) -> None:
        """Go on with the paragraph."""
        if self.open is not None:
            self.open.content += (Placed(line, page) for line in draft.lines)

    def add(self, aside: Aside) -> None:
        """Add what stands between lines, or between paragraphs."""
        if self.open is not None:
            self.open.content.append(aside)
        else:
            self.parts.append(aside)

    def close(self) -> None:
        """End the paragraph; what stands behind its last line is no part of it."""
        run, self.open = self.open, None
        if run is not None:
            last = max(i for i, each in enumerate(run.content) if isinstance(each, Placed))
            after = [each for each in run.content[last + 1 :] if not isinstance(each, Placed)]
            del run.content[last + 1 :]
            self.parts += [run, *after]
        self.parts += self.waiting
        self.waiting = []


def flow_of(pages: Iterable[Page], manner: Manner) -> list[Part]:
    """Give the parts of a paper in the order of reading."""
    flow = _Flow()
    for index, page in enumerate(pages):
        if index:
            flow.add(PageBreak())
        for text in page.head:
            flow.add(Furniture(text))
        _add_body(flow, page, manner)
        for note in page.notes:
            flow.add(note)
        for text in page.foot:
            flow.add(Furniture(text))
    flow.close()
    return flow.parts


def _add_body(flow: _Flow, page: Page, manner: Manner) -> None:
    """Add the tables and paragraphs of a page; what stands beside a text comes before it."""
    number, width = page.sheet.number, page.sheet.width
    for block in _asides_first(page.body):
        if isinstance(block, Grid):
            flow.close()
            flow.parts.append(PlacedGrid(block, number))
        elif block.aside:
            _add_aside(flow, block, number, manner)
        else:
            measure = measure_of(block.lines, manner, width)
            lines = [each for line in block.lines for each in _unhung(line, manner.column(width)[0])]
            for at, draft in enumerate(drafts_of(lines, measure)):
                if at == 0 and _goes_on(flow, draft, measure, number):
                    flow.go_on(draft, number)
                else:
                    flow.begin(draft, number)
            flow.measure = measure


def _unhung(line: Line, left: float) -> list[Line]:
    """Part a number that stands alone in the left margin (that of the paper, or of a question) from its line."""
    parts = line.parts(2.0)
    if len(parts) == 2 and parts[0].text.isdigit() and parts[0].x1 < left - 5 and parts[1].x0 >= left - 2:
        return parts
    return [line]


def _asides_first(body: Sequence[Region | Grid]) -> list[Region | Grid]:
    """Put a column beside the text before the text that it stands beside."""
    ordered: list[Region | Grid] = []
    for block in body:
        if isinstance(block, Region) and block.aside:
            at = next((i for i, other in enumerate(ordered) if _stand_side_by_side(other, block)), len(ordered))
            ordered.insert(at, block)
        else:
            ordered.append(block)
    return ordered


def _stand_side_by_side(other: Region | Grid, block: Region) -> bool:
    """Whether a region of text reaches down to where a column beside it begins."""
    return isinstance(other, Region) and not other.aside and other.lines[-1].bottom > block.top


def _goes_on(flow: _Flow, draft: Draft, measure: Measure, page: int) -> bool:
    """Whether the first paragraph of a column goes on with the last one of the column or page before."""
    if flow.open is None:
        return False
    lines = flow.open.lines
    last = next(each for each in reversed(flow.open.content) if isinstance(each, Placed))
    if last.page == page and draft.lines[0].base >= last.line.base:
        return goes_on(lines, draft.lines[0], measure)
    if last.page == page and len(lines) == 1:  # signatures and addresses stand side by side and are no columns of text
        return False
    return goes_on(lines, draft.lines[0], flow.measure or measure, turned=True)


def _add_aside(flow: _Flow, region: Region, page: int, manner: Manner) -> None:
    """Add a column beside the text, when no paragraph is open; its lines belong together whatever fits on them."""
    runs = [
        Run([Placed(line, page) for line in draft.lines], draft.kind, draft.level)
        for draft in drafts_of(region.lines, Measure(manner, 0.0))
    ]
    if flow.open is None:
        flow.parts += runs
    else:
        flow.waiting += runs
