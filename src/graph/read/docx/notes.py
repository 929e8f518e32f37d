"""Footnotes and endnotes: their marks as Word counts them, and their texts (ECMA-376 17.11)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from graph.read.content import Call, Note
from graph.read.docx.markup import attribute, child, children, name, number, value
from graph.read.docx.numerals import numeral
from graph.read.trees import Element

Paragraphs = Callable[[Element], tuple[str, ...]]
"""Gives the paragraphs of a note as plain text."""

REFERENCES = {"w:footnoteReference": "footnote", "w:endnoteReference": "endnote"}
"""The elements that call a note, and the kind of note that they call."""

_USUAL = {"footnote": "decimal", "endnote": "lowerRoman"}
"""How each kind is counted where nothing is said (ECMA-376 17.11.17, 17.11.18)."""

_MOST_BOOKMARKS = 20
"""How many bookmarks around one mark are looked at: one is usual."""


@dataclass(frozen=True, slots=True)
class Counting:
    """How the notes of a kind are counted in a section."""

    form: str
    start: int
    anew: bool


@dataclass
class Notes:
    """The notes of a document, counted while its text is read.

    Attributes:
        texts: the part with the notes of each kind; None where it is missing.
        settings: the part that says how they are counted.
        sections: the properties of the sections, in order, which say it first.
        bookmarks: for each bookmark around a mark, the key of its note.
    """

    texts: dict[str, Element | None]
    settings: Element | None
    sections: Sequence[Element]
    bookmarks: dict[str, str] = field(default_factory=dict)
    _section: int = 0
    _counts: dict[str, int] = field(default_factory=dict)
    _called: dict[str, Call] = field(default_factory=dict)
    _own_marks: set[str] = field(default_factory=set)

    def call(self, reference: Element, own_mark: str | None) -> Call:
        """Take a reference in the text.

        Args:
            reference: a ``w:footnoteReference`` or ``w:endnoteReference``.
            own_mark: what the writer put for a mark; None where Word counts.
        """
        kind = REFERENCES[name(reference)]
        key = f"{kind}-{attribute(reference, 'id')}"
        if own_mark is None:
            counting = self._counting(kind)
            self._counts[kind] = count = self._counts.get(kind, counting.start - 1) + 1
            mark = numeral(count, counting.form)
        else:
            mark = own_mark
            self._own_marks.add(key)
        call = Call(mark, key)
        self._called.setdefault(key, call)
        return call

    def repeated(self, bookmark: str | None, mark: str) -> Call | None:
        """Take a mark that repeats the one inside a bookmark; None where that holds none."""
        key = self.bookmarks.get(bookmark) if bookmark else None
        return Call(mark, key) if key else None

    def end_section(self) -> None:
        """Go on to the next section."""
        self._section += 1
        for kind in _USUAL:
            if self._counting(kind).anew:
                self._counts.pop(kind, None)

    def pieces(self, paragraphs: Paragraphs) -> Iterator[Note]:
        """Give the notes that are called: footnotes, then endnotes, each in the order of their first calls."""
        for kind, root in self.texts.items():
            texts = {f"{kind}-{attribute(each, 'id')}": each for each in children(root, f"w:{kind}") if _is_note(each)}
            for key, call in self._called.items():
                if key in texts:
                    words = paragraphs(texts[key])
                    if key in self._own_marks and words:  # the writer repeats it there
                        words = (words[0].removeprefix(call.mark).lstrip(), *words[1:])
                    yield Note(key, call.mark, words)

    def _counting(self, kind: str) -> Counting:
        """Say how a kind is counted in the present section."""
        its = child(self.sections[self._section], f"w:{kind}Pr") if self._section < len(self.sections) else None
        said = [one for one in (its, child(self.settings, f"w:{kind}Pr")) if one is not None]
        form = next((form for one in said if (form := value(one, "w:numFmt"))), _USUAL[kind])
        start = next((start for one in said if (start := number(one, "w:numStart")) is not None), 1)
        anew = next((rule for one in said if (rule := value(one, "w:numRestart"))), "continuous") == "eachSect"
        return Counting(form, start, anew)


def own_mark_follows(reference: Element) -> bool:
    """Whether the writer put a mark of their own after a reference."""
    return attribute(reference, "customMarkFollows") not in (None, "0", "false", "off")


def bookmarks_of(document: Element) -> dict[str, str]:
    """Give, for each bookmark, the key of the note whose mark stands in it."""
    names: dict[str, str] = {}
    found: dict[str, str] = {}
    for each in document.iter():
        kind = name(each)
        identifier = attribute(each, "id") or ""
        if kind == "w:bookmarkStart":
            names[identifier] = attribute(each, "name") or ""
        elif kind == "w:bookmarkEnd":
            names.pop(identifier, None)
        elif kind in REFERENCES:
            for bookmark in list(names.values())[-_MOST_BOOKMARKS:]:
                found.setdefault(bookmark, f"{REFERENCES[kind]}-{identifier}")
    return found


def _is_note(element: Element) -> bool:
    """Whether it is a note, and not the line that separates notes from text."""
    return attribute(element, "type") in (None, "normal")
