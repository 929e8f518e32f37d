"""What a page says of itself to machines: a description, its own address, and schema.org data (JSON-LD)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

_UNSAFE = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


@dataclass(frozen=True)
class Meta:
    """What stands in the head of a page.

    Attributes:
        description: one sentence on what the page shows; what papers say may stand in it as it is.
        path: of the page that should be cited, from the root of the server; None for the one that was asked.
        article: whether the page is about one paper, answer or figure, and not a list.
        data: what schema.org would say of it, without ``@context``; None for nothing.
    """

    description: str = ""
    path: str | None = None
    article: bool = False
    data: Mapping[str, object] | None = None

    @property
    def json_ld(self) -> Markup:
        """The data as the text of a script element: no character of it can end that element.

        It names the context of schema.org and does not write one out: search engines, who read it, document that form
        alone, and it says which values are IRIs and days. Clients of linked data have the forms that `Link` names.
        """
        return script_json({"@context": "https://schema.org", **(self.data or {})})


def script_json(value: object) -> Markup:
    r"""Write JSON that may stand in a script element of a page (HTML 4.12.1.3: ``<`` and ``>`` are escaped).

    >>> str(script_json({"a": "</script>"}))
    '{"a": "\\u003c/script\\u003e"}'
    """
    return Markup(json.dumps(value, ensure_ascii=False).translate(_UNSAFE))  # noqa: S704 escaped in the line above
