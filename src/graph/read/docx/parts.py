"""The parts of a DOCX, found by their relationships (ECMA-376 part 2, Open Packaging Conventions)."""

from __future__ import annotations

import posixpath

from graph.errors import ReadError
from graph.read.limits import Raw
from graph.read.packed import Packed
from graph.read.trees import Element, parse_xml

_USUAL = "word/document.xml"


class Parts:
    """The XML parts of a DOCX.

    Attributes:
        main: the name of the main part.
        document: its root element.

    Raises:
        ReadError: when it is damaged or has no main part.
    """

    def __init__(self, raw: Raw) -> None:
        self._raw = raw
        self._packed = Packed(raw)
        # part names differ in case and slash only when another program than Word wrote them
        self._names = {each.replace("\\", "/").lower(): each for each in self._packed.names}
        mains = [target for kind, _, target in self._relations("") if kind == "officeDocument" and self._has(target)]
        self.main = mains[0] if mains else _USUAL
        document = self._tree(self.main)
        if document is None:
            raise raw.refuse(f"{_USUAL} is missing inside it: the file is damaged, get it again")
        self.document = document
        self._of_main = list(self._relations(self.main))

    def part(self, kind: str) -> Element | None:
        """Give the root of a part that the main part relates to, by the last word of the relationship's type.

        A part without a relationship is looked for beside the main part under its usual name; None if it is not there.

        Raises:
            ReadError: when it is no well-formed XML.
        """
        related = (target for one, _, target in self._of_main if one == kind and self._has(target))
        return self._tree(next(related, posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")))

    def linked(self, identifier: str | None) -> Element | None:
        """Give the root of the part that the main part names by the identifier of a relationship.

        Raises:
            ReadError: when it is no well-formed XML.
        """
        related = (target for _, one, target in self._of_main if one == identifier)
        return self._tree(next(related, ""))

    def core_properties(self) -> Element | None:
        """Give the root of the part with title and author; None also where it is damaged, because nothing needs it."""
        related = [target for kind, _, target in self._relations("") if kind == "core-properties"]
        try:
            return self._tree(related[0] if related else "docProps/core.xml")
        except ReadError:
            return None

    def _has(self, part: str) -> bool:
        return part.lower() in self._names

    def _tree(self, part: str) -> Element | None:
        """Give the root of a part; None where it is not there."""
        packed = self._names.get(part.lower())
        if packed is None:
            return None
        data = self._packed.read(packed)
        try:
            return parse_xml(data, self._raw)
        except ReadError as error:
            raise self._raw.refuse(f"{part} inside it: {error.reason}") from error

    def _relations(self, source: str) -> list[tuple[str, str, str]]:
        """Give the relationships of a part or the package: last word of the type, identifier, name of the target."""
        folder, file = posixpath.split(source)
        try:
            root = self._tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        except ReadError:
            return []  # the usual names will do
        found = []
        for each in () if root is None else root:
            target = each.get("Target", "")
            if each.get("TargetMode") != "External" and target:
                whole = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                found.append((each.get("Type", "").rpartition("/")[2], each.get("Id", ""), whole))
        return found
