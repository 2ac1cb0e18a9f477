"""Verify it yourself: the bundle of a case, the key of the log, the commands that judge the case again."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import IO

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from daylight.core.evaluation.evaluate import evaluate
from daylight.core.values.plain import canonical_bytes, plain
from daylight.office.bundle import NothingToShow, NotYetLogged, Wish
from daylight.sites.kit.page import later
from daylight.sites.portal.casefile import CaseFile, read_case
from daylight.store import models
from daylight.wiring import the_bundler

FIXED_DATE = (1980, 1, 1, 0, 0, 0)
"""Files of a bundle carry no date of their own, so equal bundles are equal archives."""


@dataclass(frozen=True)
class Proof:
    """What anyone needs to check it: the name of the archive, and the key under which the log signs."""

    archive: str
    folder: str
    vkey: str


def proof_of(file: CaseFile) -> Proof:
    """What stands in the panel."""
    bundler = the_bundler()
    vkey = bundler.signer.verifier(bundler.office.rules.crypto).vkey
    return Proof(f"{file.row.ocid}.zip", file.row.ocid, vkey)


@require_safe
def bundle(request: HttpRequest, lang: str, ocid: str) -> HttpResponseBase:
    """The public bundle of a case as an archive."""
    case = models.CaseRow.objects.filter(ocid=ocid).values_list("case", flat=True).first()
    if case is None:
        raise Http404(ocid)
    bundler = the_bundler()
    try:
        packed = archive(bundler.files(Wish((case,), "public"), bundler.office.gateway.stamp()), ocid)
    except NotYetLogged as waiting:
        return later(request, waiting.text.of(lang))
    except NothingToShow:
        raise Http404(ocid) from None
    return FileResponse(packed, as_attachment=True, filename=f"{ocid}.zip")


def archive(files: Iterable[tuple[str, bytes]], folder: str) -> IO[bytes]:
    """The files in one folder of an archive, in a temporary file that goes when it is closed."""
    place = TemporaryFile()  # noqa: SIM115 - the answer closes it when it was sent
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as packed:
        for path, content in files:
            entry = zipfile.ZipInfo(f"{folder}/{path}", FIXED_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, content)
    place.seek(0)
    return place


@require_safe
def inputs(request: HttpRequest, lang: str, ocid: str, lot: str) -> HttpResponse:
    """The inputs of a published evaluation with its result, as canonical JSON: recompute and compare."""
    file = read_case(ocid)
    found = next((one for one in file.evaluations if one.lot == lot), None) if file else None
    if found is None:
        raise Http404(lot)
    said = canonical_bytes({"inputs": plain(found.inputs), "result": plain(evaluate(found.inputs))})
    return HttpResponse(said, content_type="application/json")
