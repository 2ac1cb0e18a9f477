"""Before the opening nobody learns from an answer who bids, or how many do."""

from dataclasses import replace

import pytest

from daylight.client.device import Capacity, new_device
from daylight.client.session import Party, Refused
from daylight.core.acts.award import FailLot
from daylight.core.acts.bidding import RecordBidSecurity, SubmitBid, WithdrawBid
from daylight.core.acts.common import Document
from daylight.core.acts.dockets import prequalification_docket
from daylight.core.acts.opening import OpenBids, ReleaseShares
from daylight.core.acts.registry import GrantMandate, RegisterPerson
from daylight.core.acts.security import ConfirmRefund
from daylight.core.acts.solicitation import ObtainDocuments
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.crypto.openssl import OPENSSL
from daylight.practice import play
from scenarios.asking import case_of, codes
from scenarios.listed import SERVICES, opened
from scenarios.test_call_offs import in_turn
from scripts import SMALL, to_issue

PAPER = Document("保函", "保函", "0" * 64, 1)


def bidding(made, script):
    played = to_issue(made, script)
    play.obtain_all(made.stage, played)
    keys = case_of(made, played).planning.key_set
    for docket in played.bidders:
        play.submit(made.stage, played, docket, keys)
    return played


@pytest.fixture
def probing(at):
    """A world with bids, a supplier who bids nowhere, a docket with a bid, and one without."""
    made, played = at(bidding)
    curious = play.register_supplier(made.stage, SMALL.title, territory="CN-37")
    return (
        made,
        played,
        curious,
        (next(iter(played.bidders)), made.office.bid_docket(played.case, ("org-nobody",))),
    )


OF_BIDDERS = (
    lambda case, me: ObtainDocuments(case, (me,)),
    lambda case, me: WithdrawBid(case, "试探"),
    lambda case, me: RecordBidSecurity(case, "1", Money(6_400_000, "CNY"), "guarantee", PAPER),
    lambda case, me: SubmitBid(case, (me,), ()),
    lambda case, me: ConfirmRefund(case, "1", Money(1, "CNY"), "transfer", PAPER),
)


@pytest.mark.parametrize("deed", OF_BIDDERS)
@pytest.mark.parametrize("stage", ["bid", "withdrawn"])
def test_a_refusal_does_not_tell_whether_another_bids(probing, deed, stage):
    made, played, curious, (taken, free) = probing
    bidder = played.bidders[taken][1]
    if stage == "withdrawn":
        made.stage.acts(bidder, WithdrawBid(played.case, "撤回"), taken)
    silent = play.register_supplier(made.stage, Text("默", "silent"), territory="CN-37")
    own = made.office.bid_docket(played.case, (silent.organisation,))
    assert said(made, curious, deed(played.case, curious.organisation), taken) == said(
        made, curious, deed(played.case, curious.organisation), free
    )
    for_it, for_silent = (
        replace(curious, capacity=Capacity(one.organisation, "")) for one in (bidder, silent)
    )
    assert said(made, for_it, deed(played.case, bidder.organisation), taken) == said(
        made, for_silent, deed(played.case, silent.organisation), own
    )


def said(made, party, deed, docket):
    """What a refusal says, without the names of who asks and of the docket asked about."""
    with pytest.raises(Refused) as refused:
        made.stage.acts(party, deed, docket)
    named = ("docket", "person", "organisation", "bidders")
    return [
        (one.code, tuple(fact for fact in one.facts if fact[0] not in named))
        for one in refused.value.note.refusals
    ]


@pytest.mark.parametrize("named", ["mandate", "organisation"])
def test_who_registers_does_not_get_heads_of_bids_into_the_receipt(probing, named):
    made, played, _, (taken, _) = probing
    for docket in (taken, f"bids:{played.case}"):
        device = new_device(made.stage.randomness, OPENSSL)
        number, _ = made.stage.private("identity_number", "370100")
        phone, _ = made.stage.private("phone", "000")
        deed = RegisterPerson("新人", made.stage.crypto.ed25519_public(device.seed), number, phone)
        party = Party("新人", device, replace(Capacity(), **{named: docket}))
        assert codes(made, party, deed, device.person) == ["acts.unknown-subject"]


def test_who_grants_does_not_get_heads_of_bids_into_the_receipt(probing):
    made, _, curious, (taken, _) = probing
    now = made.clock.now()
    deed = GrantMandate(
        curious.organisation, curious.device.person, ("bidding.bid",), now, now.later_by(1_000_000)
    )
    prying = replace(curious, capacity=Capacity(curious.organisation, taken))
    assert codes(made, prying, deed, made.stage.new_docket("mandate")) == ["acts.unknown-subject"]
    assert codes(made, curious, deed, made.stage.new_docket("mandate")) == []


def test_a_lot_that_fails_before_the_deadline_says_nothing_of_bids(probing):
    made, played, _, _ = probing
    deed = FailLot("1", "illegality", Text("违规", "unlawful"))
    assert codes(made, made.town.agent, deed, played.case, confirms=True) == []
    assert [seen.docket for seen in made.acts[-1].seen if seen.docket.startswith("bids:")] == []


def told(made, party, deed, played):
    """Every refusal of an attempt, with all its facts."""
    with pytest.raises(Refused) as refused:
        made.stage.acts(party, deed, played.case)
    return [(one.code, one.facts) for one in refused.value.note.refusals]


COUNTING = (OpenBids((), ()), ReleaseShares(()), FailLot("1", "too_few_bidders", Text("不足", "too few")))


@pytest.mark.parametrize("deed", COUNTING, ids=lambda deed: type(deed).__name__)
@pytest.mark.parametrize("after", [False, True], ids=["before the deadline", "after it"])
def test_no_refusal_tells_a_stranger_how_many_bids_there_are(at, deed, after):
    answers = []
    for stage in (to_issue, bidding):
        made, played = at(stage)
        curious = play.register_supplier(made.stage, SMALL.title, territory="CN-37")
        if after:
            made.clock.move_to(case_of(made, played).tendering.deadline)
        posing = replace(curious, capacity=made.town.agent.capacity)
        for party in (curious, curious.in_person(), posing):
            answers.append((stage, told(made, party, deed, played)))
    without, with_bids = ([said for stage, said in answers if stage is one] for one in (to_issue, bidding))
    assert [[code for code, _ in said] for said in without] == [
        [code for code, _ in said] for said in with_bids
    ]
    counted = {"wanted", "left", "released"}
    assert [fact for said in with_bids for _, facts in said for fact in facts if fact[0] in counted] == []


def test_before_the_deadline_not_even_who_opens_learns_how_many_bids_there_are(at):
    made, played = at(bidding)
    holder = made.town.holders[0].in_person()
    for party, deed in ((made.town.agent, OpenBids((), ())), (holder, ReleaseShares(()))):
        assert [code for code, _ in told(made, party, deed, played)] == ["opening.too-early"]


def test_naming_bids_among_the_others_gets_no_head_of_them(at):
    """Heads tell how many bids there are, so a call-off that names another docket than a listing fails."""
    made, played = at(opened, SERVICES)
    deed, listing = in_turn(made, played, 0)
    for docket in (f"bids:{played.case}", "bid-0", prequalification_docket(played.case)):
        prying = replace(deed, others=(*deed.others, docket))
        assert codes(made, made.town.buyer, prying, listing.id) == ["acts.unknown-subject"]
    assert codes(made, made.town.buyer, deed, listing.id) == []
