"""The schemas of answers in JSON, as the description of the API tells them."""

from __future__ import annotations

from collections.abc import Mapping

Schema = Mapping[str, object]

LIST: Schema = {"type": "array", "items": {"type": "object"}}
TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
_RESULT: Schema = {
    "type": "object",
    "required": ["iri", "kind", "document", "key", "title", "snippet", "hits", "address", "issued"],
    "properties": {
        "iri": {"type": "string"},
        "kind": {"type": "string"},
        "document": TEXT_OR_NULL,
        "key": TEXT_OR_NULL,
        "title": {"type": "string"},
        "snippet": {"type": "string"},
        "hits": {"type": "array", "items": {"type": "array", "items": {"type": "integer"}}},
        "address": {"type": "string"},
        "issued": TEXT_OR_NULL,
    },
}
FOUND: Schema = {
    "type": "object",
    "required": ["query", "total", "corrected", "relaxed", "page", "facets", "results", "next"],
    "properties": {
        "query": {"type": "string"},
        "total": {"type": "integer"},
        "corrected": {
            "type": ["object", "null"],
            "properties": {"query": {"type": "string"}, "applied": {"type": "boolean"}},
        },
        "relaxed": {"type": "boolean"},
        "page": {"type": "integer"},
        "facets": {"type": "object"},
        "results": {"type": "array", "items": _RESULT},
        "next": TEXT_OR_NULL,
    },
}
_INDICATOR: Schema = {
    "type": "object",
    "required": ["iri", "name", "figures", "papers", "units", "first_day", "last_day"],
    "properties": {
        "iri": {"type": "string"},
        "name": {"type": "string"},
        "figures": {"type": "integer"},
        "papers": {"type": "integer"},
        "units": {"type": "array", "items": {"type": "string"}},
        "first_day": TEXT_OR_NULL,
        "last_day": TEXT_OR_NULL,
    },
}
INDICATORS: Schema = {
    "type": "object",
    "required": ["total", "page", "pages", "order", "indicators", "next"],
    "properties": {
        "total": {"type": "integer"},
        "page": {"type": "integer"},
        "pages": {"type": "integer"},
        "order": {"enum": ["papers", "figures"]},
        "indicators": {"type": "array", "items": _INDICATOR},
        "next": TEXT_OR_NULL,
    },
}
