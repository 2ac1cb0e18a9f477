"""The interface of the one door: what it answers, and to whom it shows what."""

import json
from dataclasses import replace

import httpx
import pytest
from django.test import RequestFactory

import prequalified
from bundles import bundler
from daylight.client.device import Capacity
from daylight.client.door import HttpDoor
from daylight.client.holder import release_applications
from daylight.client.presider import call_opening, open_application, open_bids
from daylight.core.acts.answer import Receipt, RefusalNote, plain_facts, with_facts
from daylight.core.acts.intent import intent_id, read_signed
from daylight.core.acts.planning import ReviewRequirement
from daylight.core.acts.prequalification import OpenApplication
from daylight.core.acts.request import Request, header_of, request_bytes
from daylight.core.acts.solicitation import AnswerEnquiry, RaiseEnquiry
from daylight.core.disclosure.rights import Who
from daylight.core.dockets.indexes import BidIndex
from daylight.core.judgement.words import wrong
from daylight.core.values.instant import DAY_MS
from daylight.core.values.money import Money
from daylight.core.values.plain import Misshapen, build, canonical_bytes, plain, read_plain
from daylight.core.values.refusal import refuse
from daylight.core.values.text import Text
from daylight.office.access import NotAllowed, file_shown
from daylight.practice import judging, play, prequalifying
from daylight.practice.town import register_supplier
from daylight.sites.api import views
from daylight.store.vault import Damaged
from scripts import SMALL, to_bids, to_issue
from world import found

FINE = Text("可以", "fine")
FACTORY = RequestFactory()


@pytest.fixture
def world(monkeypatch):
    made = found()
    monkeypatch.setattr(views, "the_office", lambda: made.office)
    return made


def post(source, openings=()):
    body = canonical_bytes({"openings": openings, "signed": read_plain(source)})
    return views.intents(FACTORY.post("/api/intents", body, content_type="application/json"))


def asked(world, method, path, *, party=None, capacity=None, body=b"", at=None):
    """A request, signed by a party where one is given."""
    headers = {}
    if party:
        acting = party.capacity if capacity is None else capacity
        when = at or world.clock.now()
        request = Request(
            world.stage.world.id,
            method,
            path,
            when,
            party.device.person,
            acting.organisation,
            acting.mandate,
            body,
        )
        signature = world.stage.crypto.ed25519_sign(party.device.seed, request_bytes(request))
        headers["Authorization"] = header_of(request, signature)
    return FACTORY.generic(method, path, body, headers=headers)


def said(answer):
    return json.loads(answer.content)


def test_an_admitted_intent_is_answered_with_its_receipt(world):
    played = play.prepare(world.stage, world.town, SMALL)
    source = world.stage.intent(world.town.reviewer, ReviewRequirement(True, FINE, FINE), played.case)
    answer = post(source)
    assert answer.status_code == 200
    receipt = build(Receipt, said(answer)["receipt"])
    assert world.office.journal.entries(played.case)[-1].source == receipt.act


def test_a_refusal_is_422_with_its_words_in_both_languages(world):
    played = play.prepare(world.stage, world.town, SMALL)
    source = world.stage.intent(world.town.author, ReviewRequirement(True, FINE, FINE), played.case)
    answer = post(source)
    assert answer.status_code == 422
    words = said(answer)["words"][0]
    assert "沈立" in words["wrong"]["zh"]
    assert "沈立" in words["wrong"]["en"]
    assert words["mend"]["en"] == "another person reviews it"


def test_typed_facts_lie_beside_the_note_and_the_client_says_them(world, monkeypatch):
    played = play.prepare(world.stage, world.town, SMALL)
    source = world.stage.intent(world.town.reviewer, ReviewRequirement(True, FINE, FINE), played.case)
    world.clock.move_to(world.clock.now().later_by(2 * DAY_MS))
    answer = said(post(source))
    expired = read_signed(source).intent.expires_at
    assert answer["facts"][0]["expired"] == {"type": "instant", "value": plain(expired)}
    assert dict(answer["refused"]["refusals"][0]["facts"])["expired"] == expired.iso()
    monkeypatch.setattr(httpx.Client, "post", lambda *_, **__: httpx.Response(422, json=answer))
    door = HttpDoor(
        "", world.stage.world.id, world.stage.crypto, world.clock.now, world.town.author.device, {}
    )
    refused = door.perform(source).refusals[0]
    assert refused.values["expired"] == expired
    assert wrong(refused) == build(Text, answer["words"][0]["wrong"])


@pytest.mark.parametrize(
    "facts", [None, [], [{}], [{"most": {"type": "money"}}], [{"mots": {"type": "nothing"}}]]
)
def test_facts_that_do_not_fit_the_note_are_refused(facts):
    note = RefusalNote(b"", "", (refuse("contracting.security-too-high", "role", most=Money(1, "CNY")),))
    assert with_facts(note, plain_facts(note)).refusals[0].values == {"most": Money(1, "CNY")}
    with pytest.raises(Misshapen):
        with_facts(note, facts)


@pytest.mark.parametrize("body", [b"", b"{}", b'{"openings":[],"signed":{}}', b"\xff", b'{"a":1.5}'])
def test_what_is_no_intent_is_400_and_says_why(world, body):
    answer = views.intents(FACTORY.post("/api/intents", body, content_type="application/json"))
    assert answer.status_code == 400
    assert {"zh", "en", "detail"} == set(said(answer))


def acts_seen(world, docket, party=None, **more):
    path = f"/api/dockets/{docket}"
    answer = views.docket(asked(world, "GET", path, party=party, **more), docket)
    return len(said(answer)["acts"]) if answer.status_code == 200 else answer.status_code


def test_strangers_see_a_public_prefix_and_insiders_the_whole_case(world):
    played = to_issue(world, SMALL)
    assert acts_seen(world, played.case) == 6
    played = to_bids(world, SMALL)
    play.open_all(world.stage, world.town, played)
    judging.form_committee(world.stage, world.town, played)
    whole = len(world.office.journal.entries(played.case))
    assert acts_seen(world, played.case) == whole - 2
    assert acts_seen(world, played.case, world.town.agent) == whole
    stranger = play.register_supplier(world.stage, FINE, territory="CN-37")
    assert acts_seen(world, played.case, stranger) == whole - 2
    stolen = Capacity(world.town.buyer.organisation, world.town.buyer.capacity.mandate)
    assert acts_seen(world, played.case, stranger, capacity=stolen) == 403


def test_a_bid_docket_is_its_bidders_own(world):
    played = to_bids(world, SMALL)
    docket, (_, party) = next(iter(played.bidders.items()))
    assert acts_seen(world, docket, party) == 3
    for other in (None, world.town.buyer, world.town.agent, world.town.holders[2].in_person()):
        assert acts_seen(world, docket, other) == 0


def bids_answer(world, played, party):
    path = f"/api/cases/{played.case}/bids"
    return views.bids(asked(world, "GET", path, party=party), played.case).status_code


def test_sealed_bids_are_listed_for_insiders_after_the_deadline_only(world):
    played = to_bids(world, SMALL)
    deadline = world.clock.now()
    holder = world.town.holders[2].in_person()
    supplier = next(party for _, party in played.bidders.values())
    assert [bids_answer(world, played, p) for p in (None, supplier, holder, world.town.agent)] == [
        403,
        403,
        200,
        200,
    ]
    world.office.gateway._latest = 0
    world.clock.move_to(deadline.later_by(-1))
    assert [bids_answer(world, played, p) for p in (holder, world.town.agent)] == [403, 403]


def enquiries_answer(world, played, party):
    path = f"/api/cases/{played.case}/enquiries"
    return views.enquiries(asked(world, "GET", path, party=party), played.case)


def test_open_questions_are_read_by_who_answers_them_and_never_say_who_asks(world):
    played = to_issue(world, SMALL)
    play.obtain_all(world.stage, played)
    _, asker = next(iter(played.bidders.values()))
    docket = world.stage.new_docket("enquiry")
    world.stage.acts(asker, RaiseEnquiry(played.case, "何时交货？"), docket)
    answer = enquiries_answer(world, played, world.town.agent)
    assert [(one["docket"], one["question"]) for one in said(answer)["enquiries"]] == [(docket, "何时交货？")]
    assert asker.organisation.encode() not in answer.content
    assert asker.device.person.encode() not in answer.content
    assert [enquiries_answer(world, played, one).status_code for one in (None, asker)] == [403, 403]
    world.stage.acts(world.town.agent, AnswerEnquiry(docket, "何时交货？", "六十日内"), played.case)
    assert said(enquiries_answer(world, played, world.town.agent))["enquiries"] == []


def file_answer(world, played, digest, party):
    path = f"/api/cases/{played.case}/files/{digest}"
    return views.file(asked(world, "GET", path, party=party), played.case, digest).status_code


def test_documents_are_for_everybody_and_sealed_files_for_holders(world):
    played = to_bids(world, SMALL)
    document = world.stage.case(played.case, world.town.buyer).tendering.solicitation.documents[0].sha256
    assert file_answer(world, played, document, None) == 200
    file = world.office.views.index(played.case).state.files[0]
    sealed = file.standing.envelopes[0].manifest.terms.body_sha256.hex()
    assert file_answer(world, played, sealed, world.town.holders[2].in_person()) == 200
    assert file_answer(world, played, sealed, world.town.author) == 403
    assert file_answer(world, played, "0" * 64, world.town.holders[2].in_person()) == 403


def reads(world, played, digest, who):
    try:
        return bool(file_shown(world.office, played.case, digest, who=who, now=world.clock.now()).size)
    except NotAllowed:
        return False


def test_bodies_and_released_shares_are_for_the_presider_from_the_release_until_the_record_is_signed(world):
    played = to_bids(world, SMALL)
    bidder = next(iter(played.bidders.values()))[1]
    agency, purchaser, other = (
        Who("person-colleague", one.organisation) for one in (world.town.agent, world.town.buyer, bidder)
    )
    holder = Who(world.town.holders[2].device.person)
    standing = [file.standing for file in world.office.views.index(played.case).state.files]
    files = [file for one in standing for file in one.envelopes[0].manifest.files]
    bodies = {one.envelopes[0].manifest.files[0] for one in standing}
    shares = []

    def given(who):
        return {one for one in (*files, *shares) if reads(world, played, one, who)}

    assert (given(agency), given(holder)) == (set(), set(files))
    play.call(world.stage, world.town, played)
    for count, (one, key) in enumerate(played.keys[:3]):
        assert given(agency) == set(), count
        play.release_bids(world.stage, played.case, one, key)
        released = world.stage.case(played.case, world.town.buyer).opening.released
        shares = [share for _, some in released for _, share, _ in some]
    assert world.office.vault.holds(shares) == set(shares)
    assert len(set(shares)) == 3 * len(SMALL.bidders)
    assert given(agency) == bodies | set(shares)
    assert (given(holder), given(purchaser), given(other), given(Who())) == (set(files), set(), set(), set())
    open_bids(world.stage, played.case, world.town.agent)
    assert (given(agency), given(purchaser)) == (set(), set())


def test_an_application_is_for_the_presider_until_its_record_is_signed(world):
    done = prequalified.to_applications(world)
    case, agent = done.played.case, world.town.agent
    agency, purchaser = (Who("person-colleague", one.organisation) for one in (agent, world.town.buyer))
    call_opening(world.stage, case, agent, "applications")
    bid, second, *_ = done.applied.applicants

    def given(bid, who=agency):
        application = world.office.views.of(bid, fresh=True).state.application
        files = (*application.manifest.files, *(share for _, share, _ in application.released))
        return [place for place, one in enumerate(files) if reads(world, done.played, one, who)]

    for holder, key in done.played.keys[:3]:
        assert given(bid) == []
        release_applications(world.stage, case, holder, key)
    assert (given(bid), given(bid, purchaser)) == ([0, 6, 7, 8], [])
    open_application(world.stage, case, bid, agent)
    assert (given(bid), given(second)) == ([], [0, 6, 7, 8])


def test_a_damaged_file_is_told_as_lost_and_not_sent(world):
    played = to_bids(world, SMALL)
    document = world.stage.case(played.case, world.town.buyer).tendering.solicitation.documents[0].sha256
    world.office.vault.pieces = damaged
    assert file_answer(world, played, document, None) == 404


def damaged(digest):
    raise Damaged(digest)


def test_a_case_nobody_knows_is_not_shown(world):
    assert bids_answer(world, replace_case("case-none"), world.town.agent) == 403
    assert acts_seen(world, "case-none", world.town.agent) == 0


def replace_case(case):
    return replace(play.Played(SMALL, "x"), case=case)


def test_applications_are_listed_for_insiders_and_bids_are_not_listed_with_them(world):
    """Between the two deadlines: who applied is for the host, who bids is for nobody."""
    done = prequalified.to_solicited(world)
    case, keys = done.played.case, world.stage.case(done.played.case, world.town.buyer).planning.key_set
    for docket in done.played.bidders:
        play.submit(world.stage, done.played, docket, keys)
    path = f"/api/cases/{case}/applications"
    stranger = register_supplier(world.stage, FINE, territory="CN-37")
    answer = views.applications(asked(world, "GET", path, party=stranger), case)
    assert answer.status_code == 403
    answer = views.applications(asked(world, "GET", path, party=world.town.agent), case)
    listed = build(BidIndex, said(answer))
    assert len(listed.files) == 5
    assert all(one.application and not one.submissions and one.obtained_at is None for one in listed.files)
    assert (listed.seen.length, listed.seen.digest) == (0, "")
    for name, view in (("bids", views.bids), ("opening", views.opening)):
        request = asked(world, "GET", f"/api/cases/{case}/{name}", party=world.town.agent)
        assert view(request, case).status_code == 403
    bid = listed.files[0].id
    answer = views.application(asked(world, "GET", f"{path}/{bid}", party=world.town.agent), case, bid)
    assert build(OpenApplication, said(answer)).parts[0].name == "declaration"
    other = "bid-" + "0" * 32
    request = asked(world, "GET", f"{path}/{other}", party=world.town.agent)
    assert views.application(request, case, other).status_code == 403


def test_a_holder_is_given_sealed_applications_but_no_bid_before_its_deadline(world):
    done = prequalified.to_solicited(world)
    case, keys = done.played.case, world.stage.case(done.played.case, world.town.buyer).planning.key_set
    docket, *_ = done.played.bidders
    play.submit(world.stage, done.played, docket, keys)
    file, holder = world.office.views.of(docket, fresh=True).state, world.town.holders[0]
    (envelope,) = file.standing.envelopes
    for manifest, status in ((file.application.manifest, 200), (envelope.manifest, 403)):
        digest = manifest.terms.body_sha256.hex()
        request = asked(world, "GET", f"/api/cases/{case}/files/{digest}", party=holder.in_person())
        assert views.file(request, case, digest).status_code == status


def test_no_application_is_listed_before_its_deadline(world):
    played = prequalified.to_eve(world)
    prequalifying.call(world.stage, world.town, played)
    path = f"/api/cases/{played.case}/applications"
    answer = views.applications(asked(world, "GET", path, party=world.town.agent), played.case)
    assert answer.status_code == 403


def test_the_law_an_act_was_held_to_is_shown_to_who_may_see_the_act(world):
    played = to_issue(world)
    seq = len(world.office.journal.entries(played.case)) - 1
    path = f"/api/dockets/{played.case}/acts/{seq}/because"
    found = said(views.because(asked(world, "GET", path, party=world.town.buyer), played.case, seq))
    period = next(one for one in found["because"] if one["id"] == "bidding.period")
    assert period["value"] == {"zh": "20 日", "en": "20 calendar days"}
    assert period["since"] and period["cites"] and period["against"]
    beyond = asked(world, "GET", path, party=world.town.buyer)
    assert views.because(beyond, played.case, seq + 1).status_code == 404


def test_a_law_is_given_by_its_digest_and_no_other_file_of_the_vault_is(world, monkeypatch):
    book, other = world.office.rules.book, world.office.vault.put(b"[[],[]]")
    kept = world.office.vault.put(canonical_bytes(book))
    for digest, status in ((book.digest, 200), (kept, 200), (other, 404), ("0" * 64, 404)):
        assert (
            views.rulebook_of(asked(world, "GET", f"/api/rulebooks/{digest}"), digest).status_code == status
        )
    monkeypatch.setattr(world.office.vault, "size", lambda _: views.LARGEST_LAW + 1)
    monkeypatch.setattr(world.office.vault, "get", lambda _: pytest.fail("it was read all the same"))
    assert views.rulebook_of(asked(world, "GET", f"/api/rulebooks/{other}"), other).status_code == 404


def test_a_proof_is_handed_out_on_the_day_of_its_receipt_and_not_before(world, monkeypatch):
    log = bundler(world).log
    monkeypatch.setattr(views, "the_log", lambda: log)
    act = world.acts[-1]
    path = f"/api/proofs/{intent_id(act.intent)}"
    assert log.proof_of(intent_id(act.intent)) is not None
    assert views.proof(asked(world, "GET", path), intent_id(act.intent)).status_code == 404
    world.clock.move_to(act.received_at.later_by(world.stage.world.founding.pace.due_after_ms))
    answer = views.proof(asked(world, "GET", path), intent_id(act.intent))
    assert answer.content == log.proof_of(intent_id(act.intent)).encoded()
