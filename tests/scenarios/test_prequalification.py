"""Prequalification: called for, applied under seal, reviewed, concluded, told; and what is refused."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bundles import bundle
from daylight.client.bidder import seal_application
from daylight.client.holder import TooEarly
from daylight.core.acts.award import FailLot
from daylight.core.acts.common import Document
from daylight.core.acts.dockets import prequalification_docket
from daylight.core.acts.opening import ReleasedShare
from daylight.core.acts.prequalification import (
    ClarifyPrequalification,
    ConcludePrequalification,
    OpenApplication,
    ReleaseApplication,
    ReviewApplicant,
    SubmitApplication,
    WithdrawApplication,
)
from daylight.core.acts.solicitation import InviteSuppliers
from daylight.core.procedures.matter import law_of_case
from daylight.core.rulebook.deadlines import not_before
from daylight.core.values.text import Text
from daylight.office.access import NotAllowed
from daylight.practice import play, prequalifying
from daylight.practice.town import register_supplier
from daylight.verifier.verify import verify
from known import KNOWN
from prequalified import (
    FIVE,
    INVITED,
    TWO_PASS,
    to_applications,
    to_contract,
    to_eve,
    to_opened,
    to_review,
    to_solicited,
    to_told,
)
from scenarios.asking import case_of, codes
from scenarios.bought import NEGOTIATED, to_choice, verdicts
from world import found

FINE = Text("可以", "fine")
PAPER = Document("文件", "文件", "0" * 64, 1)
REPLACED = replace(FIVE, bidders=FIVE.bidders[:3])


def called(made, played, change=lambda deed: deed, invited=0):
    """What the law says to a call for applications, issued when the intention has been out long enough."""
    play.pass_days(made.stage, play.INTENTION_DAYS)
    deed = change(prequalifying.prequalification_of(made.stage, played, invited))
    return codes(made, made.town.agent, deed, played.case, confirms=True)


def names(made, found_):
    lot = case_of(made, found_.played).lots[0]
    return sorted(found_.played.bidders[bid.bid][0].name.zh for bid in lot.evaluation.bids)


def test_in_open_tendering_all_who_passed_bid_and_nobody_else(at):
    made, done = at(to_opened, FIVE)
    assert names(made, done) == ["丁", "丙", "乙", "甲"]


def test_from_the_call_to_the_contract_it_verifies_for_everybody():
    made = found()
    done = to_contract(made, FIVE)
    assert case_of(made, done.played).lots[0].stage == "contracted"
    assert verdicts(made, done.played) == {"public": 0, "auditor": 0}


def test_before_the_opening_it_verifies_for_strangers_who_see_no_applicant(at):
    made, done = at(to_solicited, FIVE)
    files = bundle(made, done.played.case)
    verdict = verify(files, KNOWN)
    assert verdict.exit_code == 0
    assert any("prequalification-" in one for one in verdict.on_word)
    hidden = [act for act in made.acts if act.docket.startswith(("bid-", "prequalification-"))]
    assert len(hidden) == 5 * 7 + 1 + 4
    assert not any(
        path.split("/")[1].startswith(("bid-", "preq")) for path in files if path.startswith("acts/")
    )


def test_by_invitation_chance_calls_three_of_those_who_passed():
    made = found()
    done = to_contract(made, INVITED)
    assert len(names(made, done)) == 3 < 4
    assert verdicts(made, done.played) == {"public": 0, "auditor": 0}


def test_where_as_many_passed_as_are_invited_no_chance_is_needed():
    made = found()
    script = replace(INVITED, bidders=INVITED.bidders[:3])
    done = to_opened(made, script)
    assert len(names(made, done)) == 3
    assert [act.intent.deed.draw for act in made.acts if act.intent.kind == "ConcludePrequalification"] == [
        None
    ]


def test_with_two_who_pass_the_lot_fails_and_an_auditor_sees_why():
    made = found()
    done = to_told(made, TWO_PASS)
    case = done.played.case
    deed = replace(play.solicitation_of(made.stage, done.played), prequalified=True)
    assert codes(made, made.town.agent, deed, case, confirms=True) == ["prequalification.not-concluded"]
    fails = FailLot("1", "too_few_qualified", Text("合格供应商不足三家", "fewer than three qualify"))
    assert codes(made, made.town.agent, fails, case, confirms=True) == []
    assert case_of(made, done.played).lots[0].stage == "failed"
    assert verdicts(made, done.played) == {"public": 0, "auditor": 0}
    shown = {path.split("/")[1] for path in bundle(made, case) if path.startswith("acts/")}
    assert not any(docket.startswith(("bid-", "prequalification-")) for docket in shown)
    audited = {path.split("/")[1] for path in bundle(made, case, scope="auditor") if path.startswith("acts/")}
    assert len([docket for docket in audited if docket.startswith("bid-")]) == 5


def test_three_who_pass_are_enough_and_a_lot_does_not_fail_for_want_of_them(at):
    three = replace(FIVE, bidders=(*FIVE.bidders[:3], FIVE.bidders[4]))
    made = found()
    done = to_told(made, three)
    fails = FailLot("1", "too_few_qualified", FINE)
    told = codes(made, made.town.agent, fails, done.played.case, confirms=True)
    assert told == ["award.enough-qualified"]
    deed = replace(play.solicitation_of(made.stage, done.played), prequalified=True)
    assert codes(made, made.town.agent, deed, done.played.case, confirms=True) == []


def test_a_purchase_without_prequalification_does_not_rest_on_one(at):
    made, played = at(to_eve, FIVE)
    play.pass_days(made.stage, play.INTENTION_DAYS)
    deed = replace(play.solicitation_of(made.stage, played), prequalified=True)
    assert codes(made, made.town.agent, deed, played.case, confirms=True) == [
        "prequalification.not-concluded"
    ]


def test_after_a_call_nobody_is_solicited_without_a_conclusion(at):
    made, done = at(to_review, FIVE)
    for said in (False, True):
        deed = replace(play.solicitation_of(made.stage, done.played), prequalified=said)
        told = codes(made, made.town.agent, deed, done.played.case, confirms=True)
        assert told == ["prequalification.not-concluded"]


@pytest.mark.parametrize(("days", "told"), [(-1, ["prequalification.period-too-short"]), (0, [])])
def test_applicants_have_five_working_days(at, days, told):
    """Called for on Thursday 2 April 2026: over Qingming and a weekend they end on 10 April, a Friday."""
    made, played = at(to_eve, FIVE)
    first = first_lawful(made, played)
    day = first + timedelta(days=days)
    assert called(made, played, lambda deed: replace(deed, deadline=deed.deadline.on_day(day))) == told


def first_lawful(made, played):
    """The first lawful day, by the calendar: five working days after the day of the notice."""
    day = made.clock.now().day + timedelta(days=play.INTENTION_DAYS)
    law = law_of_case(made.stage.book, case_of(made, played), day)
    return not_before(law, "prequalification.submit", day).value.earliest


def test_an_unconfirmed_time_for_documents_only_warns(at):
    made, played = at(to_eve, FIVE)
    assert called(made, played, lambda deed: replace(deed, documents_until=made.clock.now().day)) == []
    assert [one.code for one in made.acts[-1].warnings] == ["prequalification.supply-too-short"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda deed: replace(deed, documents=()), ["solicitation.no-documents"]),
        (lambda deed: replace(deed, qualification=()), ["solicitation.no-qualification"]),
        (lambda deed: replace(deed, documents=deed.documents * 2), ["solicitation.names-twice"]),
        (lambda deed: replace(deed, invited=3), ["prequalification.number-invited"]),
        (
            lambda deed: replace(deed, qualification=(Text("成立满三年", "established for three years"),)),
            ["solicitation.words-against-law"],
        ),
    ],
)
def test_the_call_says_what_it_must_and_nothing_it_must_not(at, change, told):
    assert called(*at(to_eve, FIVE), change) == told


@pytest.mark.parametrize(("invited", "told"), [(2, ["prequalification.number-invited"]), (3, []), (4, [])])
def test_by_invitation_at_least_three_are_invited(at, invited, told):
    assert called(*at(to_eve, INVITED), invited=invited) == told


def test_it_is_called_for_once_and_takes_the_place_of_invitations(at):
    made, done = at(to_applications, INVITED)
    assert called(made, done.played, invited=3) == ["prequalification.issued-before"]
    deed = InviteSuppliers("recommendation", (), FINE)
    assert "choice.no-invitation" in codes(made, made.town.agent, deed, done.played.case)


def test_other_methods_know_no_prequalification(at):
    made = found()
    played = to_choice(made, NEGOTIATED)
    play.appoint_holders(made.stage, made.town, played)
    told = called(made, played)
    assert "prequalification.not-here" in told


def test_nobody_applies_before_the_call_or_after_the_deadline(at):
    made, played = at(to_eve, FIVE)
    party = register_supplier(made.stage, Text("新", "New"), territory="CN-37")
    assert apply(made, played, party) == ["prequalification.not-issued"]
    made, done = at(to_applications, FIVE)
    party = register_supplier(made.stage, Text("新", "New"), territory="CN-37")
    assert apply(made, done.played, party) == ["prequalification.after-deadline"]


def apply(made, played, party, **changes):
    """What the law says to an application, sealed as it should be but for what changes."""
    docket = made.office.bid_docket(played.case, (party.organisation,))
    keys = case_of(made, played).planning.key_set
    context = {"bid": docket, "case": played.case} | changes
    sealed = seal_application(
        party.name, b"", key_set=keys, randomness=made.stage.randomness, crypto=made.stage.crypto, **context
    )
    if not changes.get("hold"):
        for file in sealed.files:
            made.stage.door.put(file)
    return codes(made, party, SubmitApplication(played.case, (party.organisation,), sealed.manifest), docket)


@pytest.fixture
def calling(at):
    """A call that is open, and a supplier."""

    def just_called(world, script):
        played = to_eve(world, script)
        prequalifying.call(world.stage, world.town, played)
        return played

    made, played = at(just_called, FIVE)
    return made, played, register_supplier(made.stage, Text("新", "New"), territory="CN-37")


def test_an_application_is_sealed_for_this_applicant_and_wholly_uploaded(calling):
    made, played, party = calling
    assert apply(made, played, party, bid="bid-" + "0" * 32) == ["prequalification.not-sealed"]
    assert apply(made, played, party) == []
    docket = made.office.bid_docket(played.case, (party.organisation,))
    sealed = seal_application(
        party.name, b"", bid=docket, case=played.case, key_set=case_of(made, played).planning.key_set,
        randomness=made.stage.randomness, crypto=made.stage.crypto,
    )  # fmt: skip
    deed = SubmitApplication(played.case, (party.organisation,), sealed.manifest)
    assert codes(made, party, deed, docket) == ["prequalification.not-uploaded"]


def test_a_consortium_applies_only_where_the_documents_let_it(at):
    made, played = at(to_eve, FIVE)
    assert called(made, played, lambda deed: replace(deed, consortium_allowed=False)) == []
    one, other = (register_supplier(made.stage, Text(name, name), territory="CN-37") for name in "AB")
    both = tuple(sorted((one.organisation, other.organisation)))
    docket = made.office.bid_docket(played.case, both)
    sealed = seal_application(
        "A+B", b"", bid=docket, case=played.case, key_set=case_of(made, played).planning.key_set,
        randomness=made.stage.randomness, crypto=made.stage.crypto,
    )  # fmt: skip
    for file in sealed.files:
        made.stage.door.put(file)
    deed = SubmitApplication(played.case, both, sealed.manifest)
    assert codes(made, one, deed, docket) == ["bidding.no-consortium"]


def test_an_application_is_withdrawn_or_replaced_before_the_deadline_only(calling):
    made, played, party = calling
    docket = made.office.bid_docket(played.case, (party.organisation,))
    gives_up = WithdrawApplication(played.case, "产能不足")
    assert codes(made, party, gives_up, docket) == ["prequalification.nothing-to-withdraw"]
    assert [apply(made, played, party) for _ in range(2)] == [[], []]
    assert codes(made, party, gives_up, docket) == []
    assert codes(made, party, gives_up, docket) == ["prequalification.nothing-to-withdraw"]
    assert apply(made, played, party) == []
    made.clock.move_to(case_of(made, played).tendering.prequalification.deadline)
    assert codes(made, party, gives_up, docket) == ["prequalification.after-deadline"]


def test_a_clarification_moves_the_deadline_later_only_and_by_law_where_time_is_short(calling):
    made, played, _ = calling
    standing = case_of(made, played).tendering.prequalification.deadline
    earlier = ClarifyPrequalification(FINE, new_deadline=standing.later_by(-1))
    assert codes(made, made.town.agent, earlier, played.case) == ["prequalification.deadline-earlier"]
    made.clock.move_to(standing.on_day(standing.day - timedelta(days=3)))
    assert codes(made, made.town.agent, ClarifyPrequalification(FINE), played.case) == []
    assert case_of(made, played).tendering.prequalification.deadline == standing
    made.clock.move_to(standing.on_day(standing.day - timedelta(days=2)))
    assert codes(made, made.town.agent, ClarifyPrequalification(FINE), played.case) == []
    assert case_of(made, played).tendering.prequalification.deadline == standing.on_day(
        standing.day + timedelta(days=1)
    )
    later = ClarifyPrequalification(FINE, new_deadline=standing.on_day(standing.day + timedelta(days=9)))
    assert codes(made, made.town.agent, later, played.case) == []
    assert case_of(made, played).tendering.prequalification.deadline == later.new_deadline


def test_no_application_is_looked_at_before_its_deadline(calling):
    made, played, party = calling
    assert apply(made, played, party) == []
    docket = made.office.bid_docket(played.case, (party.organisation,))
    holder, key = played.keys[0]
    with pytest.raises(TooEarly):
        prequalifying.release_applications(made.stage, played.case, holder, key)
    with pytest.raises(NotAllowed):
        made.stage.door.applications(played.case, made.town.agent.device)
    share = ReleaseApplication(played.case, ReleasedShare("0" * 64, "", "share.lost"))
    assert "prequalification.too-early" in codes(made, holder.in_person(), share, docket)
    for who, deed in (
        (made.town.agent, OpenApplication(played.case, evidence="x")),
        (made.town.agent, ReviewApplicant(played.case, True, FINE)),
    ):
        assert "prequalification.too-early" in codes(made, who, deed, docket)
    concluding = ConcludePrequalification(played.case, False, ())
    told = codes(made, made.town.agent, concluding, prequalification_docket(played.case))
    assert "prequalification.too-early" in told
