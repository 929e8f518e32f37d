"""What a paper says, as plain values: whoever reads these pages knows the product.

Frozen dataclasses without I/O, in the order of the way: `text` (the layer and its layout), `header` and `report` (a
paper taken apart), `things` (what names lead to), `facts` (what is understood). Offsets are code points into the one
text layer of a paper, 0-based, end exclusive (DESIGN section 3): whatever is found is found as a `Span` of that layer,
so that its words can always be shown.
"""

from __future__ import annotations

from graph.model.facts import (
    Mention,
    NonAnswer,
    Part,
    Period,
    Qualifier,
    Rule,
    Statistic,
    Status,
    Understanding,
    Words,
)
from graph.model.header import (
    Asker,
    Disagreement,
    DocumentKind,
    Header,
    IdentifierBasis,
    Identity,
    Metadata,
    Postponement,
    Signatory,
    State,
    Withdrawal,
)
from graph.model.report import Answer, Question, Reason, Report, Unread
from graph.model.text import Block, BlockKind, Cell, Footnote, Layout, SourceText, Span, Table
from graph.model.things import Authority, Kind, Membership

__all__ = [
    "Answer",
    "Asker",
    "Authority",
    "Block",
    "BlockKind",
    "Cell",
    "Disagreement",
    "DocumentKind",
    "Footnote",
    "Header",
    "IdentifierBasis",
    "Identity",
    "Kind",
    "Layout",
    "Membership",
    "Mention",
    "Metadata",
    "NonAnswer",
    "Part",
    "Period",
    "Postponement",
    "Qualifier",
    "Question",
    "Reason",
    "Report",
    "Rule",
    "Signatory",
    "SourceText",
    "Span",
    "State",
    "Statistic",
    "Status",
    "Table",
    "Understanding",
    "Unread",
    "Withdrawal",
    "Words",
]
