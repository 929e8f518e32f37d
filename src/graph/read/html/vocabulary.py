"""What elements of a page are to the eye, as tables: those of HTML (Living Standard, 15.3), and telling classes."""

from __future__ import annotations

import re

MAIN = (
    ("id", "broodtekst"),
    ("class", "broodtekst"),
    ("id", "main-column"),
    ("role", "main"),
    ("tag", "main"),
    ("tag", "article"),
)
"""Where the paper is on a page, first the places of official publications; without any it is the whole body."""

LEFT_OUT = frozenset(
    {"script", "style", "noscript", "template", "head", "title", "nav", "iframe", "object", "embed", "canvas", "svg"}
    | {"audio", "video", "map", "input", "select", "button", "textarea", "datalist", "progress", "meter", "dialog"}
    | {"annotation", "annotation-xml", "noframes", "rp"}
)
"""What has no words of a paper; `nav` leads to other pages."""

HIDDEN_CLASSES = frozenset({"visually-hidden", "sr-only", "screen-reader-text", "note-close", "noprint", "hidden"})
"""Classes by which pages hide words from the eye; ``note-close`` closes the notes of official publications."""

HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)

BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt"}
    | {"fieldset", "figcaption", "figure", "footer", "form", "header", "hgroup", "html", "legend", "li", "main", "menu"}
    | {"ol", "optgroup", "option", "p", "pre", "listing", "search", "section", "summary", "ul", "table", "caption"}
    | {"thead", "tbody", "tfoot", "tr", "td", "th", "hr", "frameset", "plaintext", "xmp"}
)
"""Elements that stand by themselves; all others, also unknown ones, are part of the line."""

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
LISTS = frozenset({"ol", "ul", "menu", "dir"})
BULLET = "•"

UNLABELLED = frozenset(
    {"expliciet", "explicit", "ongemarkeerd", "list-unstyled", "no-bullet", "nobullet", "geen-opsom"}
)
"""Classes of lists whose items have their label among their words, or none."""

UNLABELLED_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)

LABELS = frozenset({"ol", "li.nr", "li-nr", "linr", "lijstnummer", "lidnr", "listnumber", "nr"})
"""Classes of the label of an item, as in ``<span class="ol">1.</span>``."""

WORD_LABEL = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
WORD_ITEM = re.compile(r"mso-list\s*:\s*l\d+\s+level(\d)", re.IGNORECASE)
"""How Word marks the label and the paragraph of an item when it saves a page."""

KEPT_STYLE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)\b", re.IGNORECASE)
"""Where white space is kept."""

MARK = re.compile(r"[\[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§]{1,3})[\])]?\*?")
"""The mark of a note: ``1``, ``[1]``, ``*``."""

NOTE_NAME = re.compile(
    r"(?:^|[\s_:-])(?:ftn|fn|edn|footnote|endnote|voetnoot|eindnoot|nootnum|noot|cite_note|msofootnotetext)"
    r"(?!-?[a-z]*(?:ref|back|en\b|list|s\b))",
    re.IGNORECASE,
)
"""The names (class, id) of a single note: ``voet noot``, ``fn:1``, ``_ftn1``, ``cite_note-2``, ``MsoFootnoteText``."""

NOTE_CLASSES = frozenset({"noot", "voetnoot", "eindnoot", "footnote", "endnote", "noot-al"})
"""Classes of notes that no link calls; their mark is called by the same mark in ``<sup>``."""

NOTE_ROLES = frozenset({"doc-footnote", "doc-endnote"})
BACK = frozenset({"footnote-backref", "footnote-back", "reversefootnote"})
"""Classes of the link from a note to where it is called."""
