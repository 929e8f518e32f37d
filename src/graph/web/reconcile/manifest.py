"""The service manifest: what the reconciliation service offers and where (section 3.1 of the specification)."""

from __future__ import annotations

from graph import __version__
from graph.web.reconcile.batch import BATCH
from graph.web.reconcile.extend import SETTINGS
from graph.web.reconcile.vocabulary import TYPES, Type

WIDTH, HEIGHT = 420, 200
"""How large a preview is, in pixels."""


def manifest(root: str, base: str) -> dict[str, object]:
    """Give the manifest.

    Args:
        root: the address of the server, without a slash at its end.
        base: of the IRIs of the data.
    """
    service = f"{root}/reconcile"
    return {
        "versions": ["0.2"],
        "name": "Kamergraaf: organisaties, posten, personen, wetten, landen en stukken in antwoorden aan de Kamer",
        "identifierSpace": f"{base}id/",
        "schemaSpace": f"{base}def/",
        "serviceVersion": __version__,
        "defaultTypes": [named(each) for each in TYPES],
        "view": {"url": f"{root}/id/{{{{id}}}}"},
        "preview": {"url": f"{service}/preview?id={{{{id}}}}", "width": WIDTH, "height": HEIGHT},
        "suggest": {
            kind: {"service_url": service, "service_path": f"/suggest/{kind}"}
            for kind in ("entity", "property", "type")
        },
        "extend": {
            "propose_properties": {"service_url": service, "service_path": "/properties"},
            "property_settings": list(SETTINGS),
        },
        "batchSize": BATCH,
    }


def named(kind: Type) -> dict[str, str]:
    """Give a type as the specification writes it."""
    return {"id": kind.id, "name": kind.name}
