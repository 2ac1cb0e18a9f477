"""Sealed bids and their opening: the last millisecond, the wrong envelope, the early holder."""

from dataclasses import replace

import pytest

from daylight.client.bidder import seal_offer
from daylight.client.holder import NotCalled, TooEarly, release_shares
from daylight.core.acts.bidding import RecordBidSecurity, SubmitBid, WithdrawBid
from daylight.core.acts.common import Document
from daylight.core.acts.dockets import bid_docket
from daylight.core.acts.opening import CallOpening, ReleaseShares
from daylight.core.procedures.opening import TOLD_BY_FILES
from daylight.core.values.money import Money
from daylight.practice import judging, play
from scenarios.asking import case_of, codes
from scripts import FULL, SMALL, to_bids, to_issue, to_opening

PAPER = Document("保函", "保函", "0" * 64, 1)


def obtained(made, script):
    played = to_issue(made, script)
    play.obtain_all(made.stage, played)
    return played


@pytest.fixture
def ready(at):
    """Documents obtained; gives the world, the purchase, and the first bidder with his docket."""
    made, played = at(obtained)
    docket, (_, party) = next(iter(played.bidders.items()))
    return made, played, docket, party


def sealed(made, played, lot="1", by="", **changes):
    """An envelope for a lot, sealed by the first bidder or the one of a docket."""
    case = case_of(made, played)
    offer = play.offer_of(played.script, played.script.bidders[0], "1", 300_000_000)
    keys = replace(case.planning.key_set, **changes)
    made_offer = seal_offer(
        offer,
        bid=by or next(iter(played.bidders)),
        case=played.case,
        key_set=keys,
        randomness=made.stage.randomness,
        crypto=made.stage.crypto,
    )
    for file in made_offer.files:
        made.stage.door.put(file)
    return replace(made_offer.envelope, lot=lot)


def bid(made, played, docket, party, *envelopes):
    deed = SubmitBid(played.case, (party.organisation,), envelopes)
    return codes(made, party, deed, docket)


@pytest.mark.parametrize(
    ("ms", "told"), [(-1, []), (0, ["bidding.after-deadline"]), (1, ["bidding.after-deadline"])]
)
def test_the_last_millisecond_before_the_deadline_is_in_time(ready, ms, told):
    made, played, docket, party = ready
    envelope = sealed(made, played)
    made.clock.move_to(case_of(made, played).tendering.deadline.later_by(ms))
    assert bid(made, played, docket, party, envelope) == told


def test_who_did_not_obtain_the_documents_does_not_bid(at):
    made, played = at(to_issue)
    party = play.register_supplier(made.stage, SMALL.title, territory="CN-37")
    docket = made.office.bid_docket(played.case, (party.organisation,))
    assert bid(made, played, docket, party, sealed(made, played, by=docket)) == [
        "bidding.documents-not-obtained"
    ]


def test_an_envelope_for_no_lot_of_the_case_is_not_taken(ready):
    made, played, docket, party = ready
    assert bid(made, played, docket, party, sealed(made, played, lot="9")) == [
        "bidding.lot-not-open",
        "bidding.not-sealed",
    ]


def test_a_bidder_makes_one_bid_for_a_lot(ready):
    made, played, docket, party = ready
    assert bid(made, played, docket, party, sealed(made, played), sealed(made, played)) == [
        "bidding.two-bids-for-a-lot"
    ]


@pytest.mark.parametrize("change", [{"id": "0" * 64}, {"threshold": 2}])
def test_an_envelope_sealed_to_other_keys_counts_as_unsealed(ready, change):
    made, played, docket, party = ready
    assert bid(made, played, docket, party, sealed(made, played, **change)) == ["bidding.not-sealed"]


def test_an_envelope_without_its_price_part_is_not_taken(ready):
    made, played, docket, party = ready
    envelope = sealed(made, played)
    terms = envelope.manifest.terms
    bare = replace(terms, parts=tuple(part for part in terms.parts if part.name != "price"))
    envelope = replace(envelope, manifest=replace(envelope.manifest, terms=bare))
    assert bid(made, played, docket, party, envelope) == ["bidding.part-missing"]


def test_a_bid_whose_files_have_not_arrived_is_not_submitted(ready):
    made, played, docket, party = ready
    envelope = sealed(made, played)
    made.office.vault._kept.popitem()
    assert bid(made, played, docket, party, envelope) == ["bidding.not-uploaded"]


def test_only_a_standing_bid_can_be_withdrawn_and_only_by_its_bidder(ready):
    made, played, docket, party = ready
    _, (_, other) = list(played.bidders.items())[1]
    deed = WithdrawBid(played.case, "产能不足")
    assert codes(made, party, deed, docket) == ["bidding.nothing-to-withdraw"]
    assert bid(made, played, docket, party, sealed(made, played)) == []
    assert codes(made, other, deed, docket) == ["bidding.foreign-docket", "bidding.nothing-to-withdraw"]
    assert codes(made, party, deed, docket) == []
    assert codes(made, party, deed, docket) == ["bidding.nothing-to-withdraw"]


@pytest.mark.parametrize(
    ("amount", "form", "told"),
    [
        (64_000_00, "guarantee", []),
        (64_000_00 - 1, "guarantee", ["bidding.security-insufficient"]),
        (64_000_00, "cash", ["bidding.security-in-cash"]),
    ],
)
def test_a_bid_security_is_given_in_full_and_not_in_cash(ready, amount, form, told):
    made, played, docket, party = ready
    deed = RecordBidSecurity(played.case, "1", Money(amount, "CNY"), form, PAPER)
    assert codes(made, party, deed, docket) == told


def test_no_security_is_taken_where_none_is_asked(ready):
    made, played, docket, party = ready
    deed = RecordBidSecurity(played.case, "2", Money(1, "CNY"), "guarantee", PAPER)
    assert codes(made, party, deed, docket) == ["bidding.no-security-asked"]


def test_a_replaced_bid_stays_sealed_and_the_last_one_counts(at):
    made, played = at(to_opening, FULL)
    record = next(a.intent.deed for a in made.acts if a.intent.kind == "OpenBids")
    kinds = sorted(one.kind for one in record.dispositions)
    assert kinds == ["opened"] * 5 + ["replaced", "withdrawn"]
    assert all(not one.parts for one in record.dispositions if one.kind != "opened")
    replacing = next(b for b in FULL.bidders if b.conduct == "replaces")
    prices = [bid.price.total.amount_minor for bid in case_of(made, played).lots[0].evaluation.bids]
    assert dict(replacing.prices)["1"] in prices
    assert replacing.first_minor not in prices


def test_a_late_bid_is_provably_late(at):
    _, played = at(to_bids, FULL)
    ((name, refused),) = played.refused
    assert name == "庚"
    assert [refusal.code for refusal in refused.note.refusals] == ["bidding.after-deadline"]


def test_the_holders_client_refuses_before_the_deadline_by_itself(ready):
    made, played, _, _ = ready
    holder, key = played.keys[0]
    with pytest.raises(TooEarly):
        play.release_bids(made.stage, played.case, holder, key)


def test_the_server_refuses_an_early_release_too(ready):
    made, played, _, _ = ready
    holder, _ = played.keys[0]
    assert codes(made, holder.in_person(), ReleaseShares(()), played.case) == ["opening.too-early"]


def test_holders_release_only_after_the_presider_has_called_the_opening(at):
    made, played = at(to_bids)
    holder, key = played.keys[0]
    assert codes(made, holder.in_person(), ReleaseShares(()), played.case) == [
        "opening.not-called",
        "opening.shares-incomplete",
    ]
    with pytest.raises(NotCalled):
        play.release_bids(made.stage, played.case, holder, key)
    shares, _ = release_shares(
        case_of(made, played), made.stage.door.bids(played.case, holder.device), key=key, least=3,
        now=made.clock.now(), crypto=made.stage.crypto,
        fetch=lambda digest: made.stage.door.get(played.case, digest, holder.device),
    )  # fmt: skip
    assert codes(made, holder.in_person(), ReleaseShares(shares), played.case) == ["opening.not-called"]
    play.call(made.stage, made.town, played)
    play.release_bids(made.stage, played.case, holder, key)


def test_who_calls_the_opening_runs_the_case_and_has_seen_it_as_it_is(at):
    made, played = at(to_bids)
    deed = CallOpening("bids", case_of(made, played).tendering.deadline)
    assert codes(made, made.town.finance, deed, played.case, confirms=True) == ["planning.not-the-host"]
    assert codes(made, made.town.agent, deed, played.case) == ["acts.state-moved"]


def test_the_presider_calls_once_and_by_his_own_clock_not_before_the_deadline(at):
    made, played = at(to_bids)
    deadline = case_of(made, played).tendering.deadline
    for called_at, code in ((deadline.later_by(-1), "opening.called-too-early"), (deadline, "")):
        assert called(made, played, called_at) == ([code] if code else [])
    assert called(made, played, deadline) == ["opening.called-already"]


def test_a_presider_whose_clock_is_fast_is_refused_by_the_platforms(ready):
    made, played, _, _ = ready
    deadline = case_of(made, played).tendering.deadline
    assert called(made, played, deadline) == ["opening.called-too-early"]
    with pytest.raises(TooEarly):
        play.call(made.stage, made.town, played)


def called(made, played, at):
    return codes(made, made.town.agent, CallOpening("bids", at), played.case, confirms=True)


def test_only_holders_release_once_and_for_all_bids(at):
    made, played = at(to_bids)
    play.call(made.stage, made.town, played)
    holder, key = played.keys[0]
    assert codes(made, holder.in_person(), ReleaseShares(()), played.case) == ["opening.shares-incomplete"]
    play.release_bids(made.stage, played.case, holder, key)
    stranger = made.town.experts[0]
    released = next(a.intent.deed for a in made.acts if a.intent.kind == "ReleaseShares")
    for party in (holder, stranger):
        assert codes(made, party.in_person(), released, played.case) == ["opening.not-a-holder"]


def test_a_share_that_was_not_sealed_is_not_released(at):
    made, played = at(to_bids)
    play.call(made.stage, made.town, played)
    holder, key = played.keys[0]
    play.release_bids(made.stage, played.case, holder, key)
    deed = next(a.intent.deed for a in made.acts if a.intent.kind == "ReleaseShares")
    wrong = replace(deed, shares=tuple(replace(one, plaintext_sha256="0" * 64) for one in deed.shares))
    other, _ = played.keys[1]
    assert codes(made, other.in_person(), wrong, played.case) == ["opening.wrong-share"]


def test_two_of_five_holders_open_nothing(at):
    made, played = at(to_bids)
    play.call(made.stage, made.town, played)
    for holder, key in played.keys[:2]:
        play.release_bids(made.stage, played.case, holder, key)
    record = made.stage.door.opening(played.case, made.town.agent.device)
    assert {one.kind for one in record.dispositions} == {"unopenable"}
    assert codes(made, made.town.agent, record, played.case) == ["opening.too-few-holders"]


@pytest.fixture
def session(at):
    """Enough holders have released; gives the record to be signed."""
    made, played = at(to_bids)
    play.call(made.stage, made.town, played)
    for holder, key in played.keys[:3]:
        play.release_bids(made.stage, played.case, holder, key)
    return made, played, made.stage.door.opening(played.case, made.town.agent.device)


def test_every_submission_gets_exactly_one_disposition(session):
    made, played, record = session
    for wrong in (record.dispositions[1:], (*record.dispositions, record.dispositions[0])):
        deed = replace(record, dispositions=wrong)
        assert codes(made, made.town.agent, deed, played.case) == ["opening.dispositions-incomplete"]


def test_a_standing_bid_cannot_be_called_withdrawn(session):
    made, played, record = session
    first = replace(record.dispositions[0], kind="withdrawn", parts=())
    deed = replace(record, dispositions=(first, *record.dispositions[1:]))
    assert codes(made, made.town.agent, deed, played.case) == ["opening.wrong-disposition"]


def test_another_price_than_the_sealed_one_cannot_be_read_out(session):
    made, played, record = session
    first = record.dispositions[0]
    price = next(part for part in first.parts if part.name == "price")
    lower = replace(price, content=price.content.replace('"amount_minor":', '"amount_minor":1'))
    assert lower != price
    parts = tuple(lower if part is price else part for part in first.parts)
    deed = replace(record, dispositions=(replace(first, parts=parts), *record.dispositions[1:]))
    assert codes(made, made.town.agent, deed, played.case) == ["opening.part-does-not-match"]


def called_unopenable(record, evidence):
    first = replace(record.dispositions[0], kind="unopenable", parts=(), evidence=evidence)
    return replace(record, dispositions=(first, *record.dispositions[1:]))


@pytest.mark.parametrize(
    "evidence", ["shares.too-few", "share.does-not-decrypt", "share.altered-by-holder", "坏"]
)
def test_with_the_shares_of_enough_holders_a_bid_is_not_unopenable_for_want_of_them(session, evidence):
    made, played, record = session
    deed = called_unopenable(record, evidence)
    assert codes(made, made.town.agent, deed, played.case) == ["opening.wrong-evidence"]


@pytest.mark.parametrize("evidence", sorted(TOLD_BY_FILES))
def test_what_only_its_files_can_tell_of_a_bid_stands_on_the_presiders_word(session, evidence):
    made, played, record = session
    assert codes(made, made.town.agent, called_unopenable(record, evidence), played.case) == []


def without_a_good_share(at):
    """Three holders have released, and one of them could not open his share of the first bid."""
    made, played = at(to_bids)
    play.call(made.stage, made.town, played)
    for place, (holder, key) in enumerate(played.keys[:3]):
        shares, texts = release_shares(
            case_of(made, played), made.stage.door.bids(played.case, holder.device), key=key, least=3,
            now=made.clock.now(), crypto=made.stage.crypto,
            fetch=lambda digest, who=holder: made.stage.door.get(played.case, digest, who.device),
        )  # fmt: skip
        for text in texts:
            made.stage.door.put(text)
        bad = replace(shares[0], plaintext_sha256="", fault="share.does-not-decrypt")
        deed = ReleaseShares((bad, *shares[1:]) if place == 0 else shares)
        assert codes(made, holder.in_person(), deed, played.case) == []
    return made, played


@pytest.mark.parametrize("evidence", ["body.malformed", "vault.missing", "share.does-not-decrypt"])
def test_with_too_few_good_shares_nothing_but_that_is_said_of_a_bid(at, evidence):
    made, played = without_a_good_share(at)
    record = made.stage.door.opening(played.case, made.town.agent.device)
    first, *_ = record.dispositions
    assert (first.kind, first.evidence) == ("unopenable", "shares.too-few")
    wrong = called_unopenable(record, evidence)
    assert codes(made, made.town.agent, wrong, played.case) == ["opening.wrong-evidence"]
    assert codes(made, made.town.agent, record, played.case) == []


def test_a_bid_is_not_read_out_without_the_shares_of_enough_holders(at):
    """Its content may come from the bidder himself: the law opens with the holders or not at all."""
    made, played = without_a_good_share(at)
    record = made.stage.door.opening(played.case, made.town.agent.device)
    holder, key = played.keys[3]
    play.release_bids(made.stage, played.case, holder, key)
    opened = made.stage.door.opening(played.case, made.town.agent.device).dispositions[0]
    assert opened.kind == "opened"
    made, played = without_a_good_share(at)
    deed = replace(record, dispositions=(opened, *record.dispositions[1:]))
    assert codes(made, made.town.agent, deed, played.case) == ["opening.wrong-evidence"]


def test_an_envelope_of_one_bidder_is_not_opened_for_another(session):
    made, played, record = session
    one, other, *rest = record.dispositions
    swapped = (replace(one, manifest=other.manifest), replace(other, manifest=one.manifest), *rest)
    deed = replace(record, dispositions=swapped)
    assert codes(made, made.town.agent, deed, played.case) == ["opening.wrong-manifest"]


def test_bidders_are_named_as_they_are(session):
    made, played, record = session
    deed = replace(record, bidders=record.bidders[1:])
    assert codes(made, made.town.agent, deed, played.case) == ["opening.wrong-bidders"]


@pytest.mark.parametrize("secret", [b"", bytes(32)], ids=["none", "another"])
def test_the_secret_by_which_bids_were_named_is_disclosed(session, secret):
    made, played, record = session
    deed = replace(record, secret=secret)
    assert codes(made, made.town.agent, deed, played.case) == ["opening.wrong-secret"]


def test_nobody_can_tell_the_docket_of_a_bid_before_the_opening(at):
    made, played = at(to_bids)
    assert not {bid_docket(played.case, (party.organisation,)) for _, party in played.bidders.values()} & set(
        played.bidders
    )
    play.open_all(made.stage, made.town, played)
    secret = next(act.intent.deed.secret for act in made.acts if act.intent.kind == "OpenBids")
    named = {bid_docket(played.case, (party.organisation,), secret) for _, party in played.bidders.values()}
    assert named == set(played.bidders)


def test_bids_are_opened_once(session):
    made, played, record = session
    assert codes(made, made.town.agent, record, played.case) == []
    assert codes(made, made.town.agent, record, played.case)[0] == "opening.repeated"


def test_a_member_of_the_committee_does_not_preside(session):
    made, played, record = session
    judging.form_committee(made.stage, made.town, played)
    assert codes(made, made.town.buyer, record, played.case) == ["opening.committee-present"]
    assert codes(made, made.town.agent, record, played.case) == []


def test_with_fewer_than_three_bidders_nothing_is_opened_and_the_lot_fails(at):
    made, played = at(to_bids, TWO)
    play.call(made.stage, made.town, played)
    for holder, key in played.keys[:3]:
        assert play.release_bids(made.stage, played.case, holder, key) == 0
    judging.fail(made.stage, made.town, played, "1")
    assert (case_of(made, played).lots[0].stage, case_of(made, played).lots[0].ended.cause) == (
        "failed",
        "too_few_bidders",
    )
    assert not any(a.intent.kind == "OpenBids" for a in made.acts)


TWO = replace(SMALL, bidders=SMALL.bidders[:2])


def test_a_copy_of_another_bidders_envelope_is_refused(ready):
    made, played, docket, party = ready
    envelope = sealed(made, played)
    made.clock.move_to(case_of(made, played).tendering.deadline.later_by(-1))
    assert bid(made, played, docket, party, envelope) == []
    others = [(other, one) for other, (_, one) in played.bidders.items() if other != docket]
    for other, one in others:
        assert bid(made, played, other, one, envelope) == ["bidding.not-sealed"]
        assert bid(made, played, other, one, sealed(made, played, by=other)) == []
