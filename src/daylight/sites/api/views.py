"""The interface of the one door: JSON in and out; a refusal is 422 with its signed note and words."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from daylight.core.acts.act import Seen
from daylight.core.acts.answer import RefusalNote, plain_facts
from daylight.core.acts.common import Opening
from daylight.core.acts.request import read_header
from daylight.core.disclosure.rights import Who
from daylight.core.judgement.words import remedy, wrong
from daylight.core.ledger.intake import read_intake
from daylight.core.ledger.note import read_note
from daylight.core.rulebook.book import Rulebook
from daylight.core.values.plain import Misshapen, build, canonical_bytes, plain, read_plain
from daylight.office.access import (
    NOBODY,
    NotAllowed,
    acts_shown,
    applications_shown,
    bids_shown,
    docket_told,
    enquiries_shown,
    file_shown,
    is_insider,
    reader_of,
)
from daylight.office.because import because_of
from daylight.office.gateway import NotNow
from daylight.office.ports import LaneStopped
from daylight.office.publishing import LawLost, MisshapenRelease
from daylight.office.showing import Wanted, view_of, view_of_world
from daylight.sites.front.asked import ARRIVED, REGISTERS, Refused
from daylight.store import board
from daylight.wiring import the_bundler, the_log, the_office, the_watch

LARGEST_LAW = 4 * 1024 * 1024
BESIDE = {"bids": "bids", "applications": "applications"}
REGISTERING = ("RegisterPerson", "RegisterOrganisation")
View = Callable[..., HttpResponseBase]


def says_what_is_wrong(view: View) -> View:
    """Turn what goes wrong into an answer that says so in both languages."""

    @wraps(view)
    def careful(request: HttpRequest, *args: str, **names: str) -> HttpResponseBase:
        try:
            return view(request, *args, **names)
        except Misshapen as error:
            return _problem(400, "格式有误", "the shape is wrong", f"{error.path}: {error.wrong}")
        except MisshapenRelease as error:
            return _problem(400, "公告内容不完整", "what would be published is incomplete", str(error))
        except NotAllowed as error:
            return _problem(403, "无权查看", "not for this reader", str(error))
        except KeyError as error:
            return _problem(404, "没有找到", "there is no such thing", str(error.args[0]))
        except LawLost as error:
            return _problem(503, "所依据的规则库已丢失", "the rulebook it rests on is lost", str(error))
        except Refused as error:
            answer = _problem(error.status, error.zh, error.en, error.detail)
            answer["Retry-After"] = str(error.again)
            return answer
        except (LaneStopped, NotNow) as error:
            return _problem(503, "暂停接收", "intake is stopped", str(error))

    return careful


@csrf_exempt
@require_POST
@says_what_is_wrong
def intents(request: HttpRequest) -> HttpResponse:
    """Perform a signed intent; the signature over it is what authenticates the person."""
    said = read_plain(request.body)
    if not isinstance(said, dict) or set(said) != {"openings", "signed"}:
        raise Misshapen("", "an object with openings and signed is expected")
    openings = build(tuple[Opening, ...], said["openings"], ".openings")
    if (brake := request.META.get(REGISTERS)) and registers(said["signed"]):
        brake()
    source, arrived = canonical_bytes(said["signed"]), request.META.get(ARRIVED)
    answer = the_office().perform(source, openings, arrived=arrived)
    if not isinstance(answer, RefusalNote):
        return _json({"receipt": answer})
    words = [{"wrong": wrong(refusal), "mend": remedy(refusal)} for refusal in answer.refusals]
    return _json({"facts": plain_facts(answer), "refused": answer, "words": words}, status=422)


@require_GET
@says_what_is_wrong
def world(request: HttpRequest) -> HttpResponse:
    """The world's identity, its law by digest, its keys and its time."""
    office, stands = the_office(), the_watch().standing()
    return _json(
        {
            "world": office.rules.world,
            "rulebook": office.rules.book.digest,
            "intake": office.receipts.verifier.vkey,
            "log": the_log().key.vkey,
            "now": office.gateway.now(),
            "checkpoint": {"size": stands.size, "age_seconds": stands.age_seconds},
            "intake_open": stands.closed is None,
        }
    )


@require_GET
@says_what_is_wrong
def case_of_ocid(request: HttpRequest, ocid: str) -> HttpResponse:
    """The docket of a published case by its open contracting id, which is a digest of it."""
    found = board.case_of(ocid)
    if found is None:
        raise KeyError(ocid)
    return _json({"case": found})


@require_GET
def rulebook(request: HttpRequest) -> HttpResponse:
    """The whole law this world judges by."""
    return _json(the_office().rules.book)


@require_GET
@says_what_is_wrong
def docket(request: HttpRequest, docket: str) -> HttpResponse:
    """The acts of a docket the reader may see, and the head they add up to."""
    office = the_office()
    acts = acts_shown(office, docket, _reader(request))
    head = office.views.at(docket, len(acts)) if acts else Seen(docket, 0, "")
    return _json({"acts": acts, "head": head})


@require_GET
@says_what_is_wrong
def because(request: HttpRequest, docket: str, seq: int) -> HttpResponse:
    """Everything the law held an act to, for those who may see the act."""
    office = the_office()
    if seq >= len(acts_shown(office, docket, _reader(request))):
        raise KeyError(f"{docket}/{seq}")
    return _json({"because": because_of(office.journal, office.vault, office.rules, docket, seq)})


@require_GET
@says_what_is_wrong
def view(request: HttpRequest, case: str, beside: str, since: int) -> HttpResponse:
    """What the reader may see of a case, with all that a client needs to check it by himself."""
    reader, at = _reader(request), the_office().gateway.stamp()
    wanted = Wanted(case, reader, at, BESIDE.get(beside, ""), since)
    return _json(view_of(the_bundler(), wanted))


@require_GET
@says_what_is_wrong
def view_of_the_world(request: HttpRequest) -> HttpResponse:
    """What the registrar entered of the server, with all that a client needs to check it by himself."""
    return _json(view_of_world(the_bundler(), the_office().gateway.now()))


@require_GET
@says_what_is_wrong
def rulebook_of(request: HttpRequest, digest: str) -> HttpResponse:
    """A rulebook this world judges or judged by."""
    office = the_office()
    if digest == office.rules.book.digest:
        return _json(office.rules.book)
    if office.vault.size(digest) > LARGEST_LAW:
        raise KeyError(digest)
    try:
        return _json(build(Rulebook, read_plain(office.vault.get(digest))))
    except Misshapen:  # the vault has other files too, which are not for everybody
        raise KeyError(digest) from None


@require_GET
@says_what_is_wrong
def bid_docket(request: HttpRequest, case: str, bidders: str) -> HttpResponse:
    """The docket in which the reader bids, with these partners if any."""
    named = tuple(bidders.split("+"))
    return _json({"docket": docket_told(the_office(), case, named, _reader(request))})


@require_GET
@says_what_is_wrong
def bids(request: HttpRequest, case: str) -> HttpResponse:
    """All bid dockets of a case, after the deadline."""
    office = the_office()
    index = bids_shown(office, case, _reader(request), office.gateway.stamp())
    dockets = [acts_shown(office, file.id, Who("-", file.bidders[0])) for file in index.files]
    return _json({"dockets": dockets, "seen": index.seen})


@require_GET
@says_what_is_wrong
def enquiries(request: HttpRequest, case: str) -> HttpResponse:
    """The open questions of a case, without their askers."""
    found = enquiries_shown(the_office(), case, _reader(request))
    asked = [{"docket": docket, "asked_at": one.asked_at, "question": one.question} for docket, one in found]
    return _json({"enquiries": asked})


@require_GET
@says_what_is_wrong
def opening(request: HttpRequest, case: str) -> HttpResponse:
    """The opening record for the presider to sign."""
    office, reader = the_office(), _reader(request)
    bids_shown(office, case, reader, office.gateway.stamp())
    if not is_insider(office.views.of(case, fresh=True).state, reader):
        raise NotAllowed("the record is for the presider")
    return _json(office.opening(case))


@require_GET
@says_what_is_wrong
def applications(request: HttpRequest, case: str) -> HttpResponse:
    """All applications of a case, for insiders after their deadline."""
    office = the_office()
    return _json(applications_shown(office, case, _reader(request), office.gateway.stamp()))


@require_GET
@says_what_is_wrong
def application(request: HttpRequest, case: str, bid: str) -> HttpResponse:
    """The record of opening one application, for the presider to sign."""
    office = the_office()
    listed = applications_shown(office, case, _reader(request), office.gateway.stamp())
    if bid not in {file.id for file in listed.files}:
        raise NotAllowed("there is no such application")
    return _json(office.application(case, bid))


@require_GET
@says_what_is_wrong
def file(request: HttpRequest, case: str, digest: str) -> HttpResponseBase:
    """A file of a case, sent as it is read."""
    office = the_office()
    content = file_shown(office, case, digest, who=_reader(request), now=office.gateway.stamp())
    answer = StreamingHttpResponse(content, content_type="application/octet-stream")
    answer["Content-Length"] = str(content.size)
    answer["Content-Disposition"] = f'attachment; filename="{digest[:16]}"'
    return answer


@require_GET
@says_what_is_wrong
def proof(request: HttpRequest, intent_id: str) -> HttpResponse:
    """The proof that an act is in the log, for those with its receipt; 404 until the day the receipt names.

    However empty the queue is: earlier, the place of a leaf would tell how many others waited with it.
    """
    office = the_office()
    given = office.journal.receipt(intent_id)
    due = read_intake(read_note(given[0]).text).due if given else None
    found = the_log().proof_of(intent_id)
    if found is None or (due and office.gateway.stamp().utc_ms < due.ms):
        raise KeyError(intent_id)
    return HttpResponse(found.encoded(), content_type="text/plain; charset=utf-8")


def registers(signed: object) -> bool:
    """Whether an intent that was not judged yet says that it registers somebody."""
    intent = signed.get("intent") if isinstance(signed, dict) else None
    return isinstance(intent, dict) and intent.get("kind") in REGISTERING


def _reader(request: HttpRequest) -> Who:
    header = request.headers.get("Authorization")
    if not header:
        return NOBODY
    office = the_office()
    try:
        asked, signature = read_header(
            header,
            world=office.rules.world.id,
            method=str(request.method),
            path=request.path_info,
            body=request.body,
        )
    except ValueError as error:
        raise NotAllowed(str(error)) from None
    return reader_of(office, asked, signature, office.gateway.stamp())


def _json(said: object, status: int = 200) -> HttpResponse:
    return HttpResponse(canonical_bytes(plain(said)), status=status, content_type="application/json")


def _problem(status: int, zh: str, en: str, detail: str) -> JsonResponse:
    return JsonResponse({"zh": zh, "en": en, "detail": detail}, status=status)
