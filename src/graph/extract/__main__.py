"""The page docs/rules.md, made from the tables of rules: ``python -m graph.extract > docs/rules.md``."""

from __future__ import annotations

import sys
from types import ModuleType

from graph.extract import (
    acts,
    aliases,
    articles,
    bodies,
    citations,
    journals,
    laws,
    names,
    non_answers,
    organisations,
    people,
    posts,
    publishers,
    reports,
    titles,
)
from graph.extract.figures import (
    apart,
    asked,
    frames,
    listtimes,
    notes,
    numerals,
    periods,
    quantities,
    shifted,
    standing,
    tables,
    words,
)
from graph.model import Rule

CHAPTERS: tuple[tuple[str, tuple[ModuleType, ...]], ...] = (
    (
        "Figures",
        (numerals, words, quantities, frames, periods, shifted, asked, listtimes, standing, notes, tables, apart),
    ),
    (
        "Names and citations",
        (
            names,
            aliases,
            organisations,
            bodies,
            acts,
            laws,
            articles,
            people,
            posts,
            publishers,
            citations,
            journals,
            titles,
            reports,
        ),
    ),
    ("What could not be answered", (non_answers,)),
)

INTRODUCTION = """\
# The rules

Every fact names the rules that made it: `rule` in `kamergraaf read --format json`, `kg:rule` in the graph, where each
rule is a concept with its labels and the Dutch phrase that it is for. This page is made from the same tables.

How a figure is read: the answer becomes a view without page footers, footnote marks and line ends; numbers are found
with their unit and hedge; dates, numbers of papers and articles, and numbers inside names are set aside; phrases of
time are resolved against each other and against the day of the paper; and a frame, the first of the list that fits,
says what the number measures. A number that no frame explains is no figure: nothing is guessed.

How a table is read: every cell that holds one number is a figure. Its unit is its own, else that of its column, its
row, the title of the table or the sentence that announces it ("bedragen x € 1.000"), which also scales it: the value
is in base units, the number as written stays that of the cell. What is measured is the heading of the column or row
where that names a measure ("Uitgaven"), else the title, the announcing sentence, the figure that the table divides,
or what the question asks; the other headings are the breakdown, and totals have none. Its time is that of its column
or row. Rows of running text are read likewise where the heading above them divides over as many columns as they have
numbers; where that is not certain they are reported as unread: a table that lost its cells.

A period comes from the sentence; else from the total or the figure before it in the same paragraph, of another unit
only where the sentence points back or tells of the past too; else from the question, the source note, or the year that
the paper looks back on; else it is left open. "Eind 2024" is the last day of that year and "begin 2024" the first;
"medio 2024" tells no dates. A school year runs from 1 August to 31 July, an academic year from 1 September to 31
August. What is only set beside a figure ("tegenover 17,6% in 2022", "Ter vergelijking") keeps its time to itself. An
amount that holds as long as a rule does ("€ 300 per dag") has no time. Where the question asks how things stand now,
the day that the answer names counts, never that of the paper.

Who counted comes from the source note behind the figure; else from an agency that does the counting in the sentence,
or a body that no register knows where the words say that it counts ("volgens Centerdata", "(bron: Vernet)"); else from
the sentence before that this one goes on with; else from the data that the answer says that it rests on. The name is
the abbreviation where the paper uses it, else the name as written.
"""


def page() -> str:
    """Give the page; a test compares it with the file."""
    return INTRODUCTION + "".join(_chapter(title, modules) for title, modules in CHAPTERS)


def _chapter(title: str, modules: tuple[ModuleType, ...]) -> str:
    return f"\n## {title}\n" + "".join(_section(module) for module in modules)


def _section(module: ModuleType) -> str:
    purpose = (module.__doc__ or "").splitlines()[0]
    rules: tuple[Rule, ...] = module.RULES
    rows = "".join(f"| `{r.slug}` | {r.label_en} | {r.label_nl} | {_cell(r.example)} |\n" for r in rules)
    return f"\n{purpose}\n\n| rule | what it reads | in Dutch | phrase |\n| --- | --- | --- | --- |\n{rows}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    sys.stdout.write(page())
