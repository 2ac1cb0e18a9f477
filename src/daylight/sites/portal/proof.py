"""Verify it yourself: the bundle of a case, the id of the world, the commands that judge the case again."""

from __future__ import annotations

import json
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import SEEK_END, BytesIO
from tempfile import TemporaryFile
from typing import IO

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from daylight.core.evaluation.evaluate import evaluate
from daylight.core.values.docket import is_index
from daylight.core.values.plain import canonical_bytes, plain
from daylight.office.bundle import Bundler, NothingToShow, NotYetLogged, Wish
from daylight.sites.kit.here import settings
from daylight.sites.kit.page import later
from daylight.sites.portal.casefile import CaseFile, read_case
from daylight.store import models
from daylight.store.made import LARGEST, MadeOnce, last_publication
from daylight.verifier.shape import FORMAT
from daylight.wiring import the_bundler

FIXED_DATE = (1980, 1, 1, 0, 0, 0)
"""Files of a bundle carry no date of their own, so equal bundles are equal archives."""


@dataclass(frozen=True)
class Proof:
    """What anyone needs: the name of the archive, the id of the world, which covers its keys, and the law."""

    archive: str
    folder: str
    world: str
    law: str


def proof_of(file: CaseFile) -> Proof:
    """What stands in the panel."""
    rules = the_bundler().office.rules
    return Proof(f"{file.row.ocid}.zip", file.row.ocid, rules.world.id, rules.book.digest)


@require_safe
def bundle(request: HttpRequest, lang: str, ocid: str) -> HttpResponseBase:
    """The public bundle of a case as an archive."""
    case = models.CaseRow.objects.filter(ocid=ocid).values_list("case", flat=True).first()
    if case is None:
        raise Http404(ocid)
    try:
        content = _made_once(the_bundler(), case, ocid)
    except NotYetLogged as waiting:
        return later(request, waiting.text.of(lang))
    except NothingToShow:
        raise Http404(ocid) from None
    answer = FileResponse(content, as_attachment=True, filename=f"{ocid}.zip")
    if isinstance(content, BytesIO):
        answer["ETag"] = f'"{sha256(content.getvalue()).hexdigest()}"'
    return answer


def _made_once(bundler: Bundler, case: str, ocid: str) -> IO[bytes]:
    """The archive as it was made for somebody before, as long as every docket in it is as it was then."""
    wish, rules = Wish((case,), "public"), bundler.office.rules
    cases = bundler.rests_on(wish)
    published = last_publication(name for name in cases if not is_index(name))
    fixed = (
        FORMAT,
        rules.world.id,
        rules.book.digest,
        bundler.office.keys.verifier("bundles").vkey,
        str(published),
    )
    made_from = canonical_bytes({"cases": cases, "fixed": list(fixed)})
    shelf = MadeOnce(settings().home / "made")
    if kept := shelf.get(f"bundle/{ocid}", made_from):
        head, _, content = kept.partition(b"\n")
        if bundler.shown_as_they_are(json.loads(head)):
            return BytesIO(content)
    shown: Counter[str] = Counter()
    place = archive(_counted(bundler.files(wish, bundler.office.gateway.stamp()), shown), ocid)
    if place.seek(0, SEEK_END) <= LARGEST:
        place.seek(0)
        content = place.read()
        place.close()
        beside = {docket: count for docket, count in shown.items() if docket not in cases}
        shelf.keep(f"bundle/{ocid}", made_from, json.dumps(beside).encode() + b"\n" + content)
        return BytesIO(content)
    place.seek(0)
    return place


def _counted(files: Iterable[tuple[str, bytes]], shown: Counter[str]) -> Iterator[tuple[str, bytes]]:
    """The files of a bundle; how many acts of each docket are among them is added up on the way."""
    for path, content in files:
        folder, _, rest = path.partition("/")
        if folder == "acts":
            shown[rest.partition("/")[0]] += 1
        yield path, content


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
