"""Which form of a resource a request settles on: that of the suffix of its address, otherwise by its Accept header."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import Request

from graph.web.negotiation import FORMS, Chosen, Form, accept_of, choose, media_types
from graph.web.problems import Problem, not_acceptable


def suffix_of(local: str) -> tuple[str, Form | None]:
    """Take the suffix of a form off a path; the form is None when there is none.

    >>> suffix_of("document/kst-1-2.ttl")[0], suffix_of("law/BWBR0011823")
    ('document/kst-1-2', ('law/BWBR0011823', None))
    """
    stem, dot, suffix = local.rpartition(".")
    form = FORMS.get(suffix) if dot and stem else None
    return (stem, form) if form else (local, None)


def settle(request: Request, forms: Sequence[Form], form: Form | None = None) -> Chosen:
    """Settle the form.

    Args:
        request: whose Accept header counts where no form is given.
        forms: what there is, the preferred first.
        form: that of the suffix.

    Raises:
        Problem: ``not-found`` for a form that there is not, ``not-acceptable`` where the client takes none of them.
    """
    if form is not None:
        if form not in forms:
            raise Problem("not-found", f"This has no form .{form.name}: {_listed(forms)}.")
        return Chosen(form, form.media_type)
    chosen = choose(accept_of(request), forms)
    if chosen is None:
        raise not_acceptable(media_types(forms))
    return chosen


def named(request: Request, forms: Sequence[Form], name: str) -> Chosen:
    """Settle the form by the name that stands as suffix in an address; empty, then by the Accept header.

    Raises:
        Problem: see `settle`.
    """
    if name and name not in FORMS:
        raise Problem("not-found", f"This has no form of that name: {_listed(forms)}.")
    return settle(request, forms, FORMS.get(name))


def _listed(forms: Sequence[Form]) -> str:
    return ", ".join(f".{form.name}" for form in forms)
