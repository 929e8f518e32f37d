"""What papers say of a thing that they share: counted, said, cited and answered, by year and page by page.

`sections` says which facts are told of which kind of thing, `found` finds and keeps them, `reading` gives them by year
and page, `rows` gives what a page shows of them. `offices` tells who held a post. Nothing is cut without saying so:
each section gives its total.
"""

from __future__ import annotations

from graph.web.activity.offices import Held, offices_of
from graph.web.activity.reading import PER_PAGE, Activity, Part, Year, activity_of
from graph.web.activity.rows import InPaper, Told, Words, tell
from graph.web.activity.sections import SECTIONS, Section, Shown, sections_of

__all__ = [
    "PER_PAGE",
    "SECTIONS",
    "Activity",
    "Held",
    "InPaper",
    "Part",
    "Section",
    "Shown",
    "Told",
    "Words",
    "Year",
    "activity_of",
    "offices_of",
    "sections_of",
    "tell",
]
