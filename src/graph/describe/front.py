"""The `document` object of the JSON of a paper: what its header says, by the keys of DESIGN section 5."""

from __future__ import annotations

from graph.describe.values import Json, day, stretch
from graph.model import Header, Postponement, Report, Withdrawal


def document_of(report: Report, with_text: bool = False) -> Json:
    """Give what a paper says about itself.

    Args:
        report: the paper, taken apart.
        with_text: whether the whole text layer goes along.
    """
    header: Header = report.header
    text: Json = {"text": report.source.text} if with_text else {}
    return {
        "identifier": header.identity.identifier,
        "identifier_basis": str(header.identity.basis),
        "kind": str(header.kind),
        "state": str(report.state) if report.state else None,
        "title": header.title,
        "number": header.number,
        "dossier": header.dossier,
        "session_year": header.session_year,
        "adopted": day(header.adopted),
        "submitted": day(header.submitted),
        "answered": day(header.answered),
        "committee": header.committee,
        "asked_by": [asker.name for asker in header.asked_by],
        "askers": [{"name": asker.name, "party": asker.party} for asker in header.asked_by],
        "addressed_to": list(header.addressed_to),
        "answered_by": list(header.answered_by),
        "signed_by": [{"role": one.role, "name": one.name} for one in header.signed_by],
        "question_numbers": list(header.question_numbers),
        "references": list(header.references),
        "follows": list(header.follows),
        "replaces": list(header.replaces),
        "postponed": _postponed(report, header.postponed),
        "withdrawn": _withdrawn(report, header.withdrawn),
        "disagreements": [
            {"field": one.field, "text": one.text, "metadata": one.metadata} for one in header.disagreements
        ],
        "text_sha256": report.source.sha256,
        **text,
    }


def _postponed(report: Report, notice: Postponement | None) -> Json | None:
    if notice is None:
        return None
    return {
        "day": day(notice.day),
        "stated_by": list(notice.stated_by),
        "reason": stretch(report, notice.reason) if notice.reason else None,
        "announced": stretch(report, notice.announced) if notice.announced else None,
        "until": day(notice.until),
        **stretch(report, notice.span),
    }


def _withdrawn(report: Report, notice: Withdrawal | None) -> Json | None:
    if notice is None:
        return None
    return {
        "reason": stretch(report, notice.reason) if notice.reason else None,
        **stretch(report, notice.span),
    }
