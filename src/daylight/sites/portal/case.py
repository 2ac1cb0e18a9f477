"""The page of a case: who buys what from whom for how much, what happened, why, and how to check it.

Everything on it was published; nothing is read from the journal. Shown by ``tests/sites/test_case.py``.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from daylight.sites.kit import show
from daylight.sites.kit.here import address_of, local
from daylight.sites.kit.page import page
from daylight.sites.portal.casefile import CaseFile, read_case
from daylight.sites.portal.evaluation import evaluations_of
from daylight.sites.portal.home import place_words
from daylight.sites.portal.opening import opening_of
from daylight.sites.portal.proof import proof_of
from daylight.sites.portal.terms import documents_of, lots_of
from daylight.sites.portal.timeline import clock_chart, moments_of
from daylight.sites.words import WORDS


@dataclass(frozen=True)
class Head:
    """What stands on top."""

    ocid: str
    title: str
    purchaser: str
    agency: str
    place: str
    stage: str
    stage_words: str
    budget: str
    deadline: str
    deadline_iso: str
    method: str
    needed: str
    eligibility: str
    validity: str
    offset: str


@require_safe
def case(request: HttpRequest, lang: str, ocid: str) -> HttpResponse:
    """The page of a case."""
    return _shown(request, lang, ocid, printed=False)


@require_safe
def printed(request: HttpRequest, lang: str, ocid: str) -> HttpResponse:
    """The same page for paper: everything unfolded, addresses written out."""
    return _shown(request, lang, ocid, printed=True)


def _shown(request: HttpRequest, lang: str, ocid: str, *, printed: bool) -> HttpResponse:
    file = read_case(ocid)
    if file is None:
        raise Http404(ocid)
    moments = moments_of(file, lang)
    return page(
        request,
        "portal/case.html",
        here="cases",
        print=printed,
        head=head_of(file, lang),
        lots=lots_of(file, lang),
        moments=moments,
        clocks=clock_chart(moments, lang),
        documents=documents_of(file, lang),
        opening=opening_of(file, lang),
        evaluations=evaluations_of(file, lang),
        enquiries=file.tender.get("enquiries", ()),
        holders=file.compiled.get("daylight", {}).get("keyHolders"),
        base=address_of(request),
        proof=proof_of(file),
    )


def head_of(file: CaseFile, lang: str) -> Head:
    """The head in the reader's language."""
    row, tender = file.row, file.tender
    deadline = local(row.deadline_ms, row.territory) if row.deadline_ms else None
    suffix = "" if lang == "zh" else "_en"
    days = tender.get("submissionTerms", {}).get("bidValidityPeriod", {}).get("durationInDays")
    host = tender.get("procuringEntity", {})
    return Head(
        row.ocid,
        row.title_zh if lang == "zh" else row.title_en,
        row.purchaser_zh if lang == "zh" else row.purchaser_en,
        file.party(host, lang) if host and host != file.compiled.get("buyer") else "",
        place_words(row.territory, lang),
        row.stage,
        WORDS[f"stage.{row.stage}"].of(lang),
        show.money(row.budget_minor, row.currency),
        show.instant_words(deadline, lang) if deadline else "",
        deadline.iso() if deadline else "",
        _method(tender.get("procurementMethodDetails", ""), lang),
        tender.get(f"description{suffix}", ""),
        tender.get(f"eligibilityCriteria{suffix}", ""),
        WORDS["opening.days"].of(lang).format(days=days) if days else "",
        show.offset_words(file.offset),
    )


def _method(details: str, lang: str) -> str:
    """The procurement method in the reader's language: a release names it in both, parted by a slash."""
    zh, _, en = details.partition(" / ")
    return zh if lang == "zh" else en[:1].upper() + en[1:]
