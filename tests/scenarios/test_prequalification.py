"""Prequalification: called for, applied under seal, reviewed, concluded, told; and what is refused."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bundles import bundle
from daylight.client.bidder import seal_application
from daylight.client.holder import TooEarly, release_application
from daylight.core.acts.award import FailLot
from daylight.core.acts.common import Document
from daylight.core.acts.dockets import bid_docket, prequalification_docket
from daylight.core.acts.opening import ReleasedShare
from daylight.core.acts.prequalification import (
    ClarifyPrequalification,
    ConcludePrequalification,
    OpenApplication,
    ReleaseApplication,
    ReviewApplicant,
    SubmitApplication,
    TellApplicant,
    WithdrawApplication,
)
from daylight.core.acts.solicitation import InviteSuppliers, ObtainDocuments
from daylight.core.procedures.matter import law_of_case
from daylight.core.rulebook.deadlines import not_before
from daylight.core.values.text import Text
from daylight.crypto.openssl import OPENSSL
from daylight.office.access import NotAllowed
from daylight.practice import methods, play, prequalifying
from daylight.practice.stage import Refused
from daylight.practice.town import register_supplier
from daylight.verifier.verify import verify
from prequalified import (
    FIVE,
    INVITED,
    TWO_PASS,
    UNFIT,
    to_applications,
    to_contract,
    to_eve,
    to_opened,
    to_review,
    to_solicited,
    to_told,
)
from scenarios.asking import case_of, codes
from scenarios.bought import NEGOTIATED, to_choice
from scripts import SMALL
from world import found

FINE = Text("可以", "fine")
PAPER = Document("文件", "文件", "0" * 64, 1)
REPLACED = replace(FIVE, bidders=FIVE.bidders[:3])


def verdicts(made, case):
    return {
        scope: verify(bundle(made, case, scope=scope), OPENSSL).exit_code for scope in ("public", "auditor")
    }


def called(made, played, change=lambda deed: deed, invited=0):
    """What the law says to a call for applications, issued when the intention has been out long enough."""
    play.pass_days(made.stage, play.INTENTION_DAYS)
    deed = change(prequalifying.prequalification_of(made.stage, played, invited))
    return codes(made, made.town.agent, deed, played.case, confirms=True)


def names(made, found_):
    lot = case_of(made, found_.played).lots[0]
    return sorted(found_.played.bidders[bid.bid][0].name.zh for bid in lot.bids)


def test_in_open_tendering_all_who_passed_bid_and_nobody_else(at):
    made, done = at(to_opened, FIVE)
    assert names(made, done) == ["丁", "丙", "乙", "甲"]


def test_from_the_call_to_the_contract_it_verifies_for_everybody():
    made = found()
    done = to_contract(made, FIVE)
    assert case_of(made, done.played).lots[0].stage == "contracted"
    assert verdicts(made, done.played.case) == {"public": 0, "auditor": 0}


def test_before_the_opening_it_verifies_for_strangers_who_see_no_applicant(at):
    made, done = at(to_solicited, FIVE)
    files = bundle(made, done.played.case)
    verdict = verify(files, OPENSSL)
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
    assert verdicts(made, done.played.case) == {"public": 0, "auditor": 0}


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
    assert verdicts(made, case) == {"public": 0, "auditor": 0}
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
        (lambda deed: replace(deed, documents=()), ["prequalification.no-documents"]),
        (lambda deed: replace(deed, qualification=()), ["prequalification.no-documents"]),
        (lambda deed: replace(deed, documents=deed.documents * 2), ["prequalification.no-documents"]),
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
    docket = bid_docket(played.case, (party.organisation,))
    keys = case_of(made, played).key_set
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
    docket = bid_docket(played.case, (party.organisation,))
    sealed = seal_application(
        party.name, b"", bid=docket, case=played.case, key_set=case_of(made, played).key_set,
        randomness=made.stage.randomness, crypto=made.stage.crypto,
    )  # fmt: skip
    deed = SubmitApplication(played.case, (party.organisation,), sealed.manifest)
    assert codes(made, party, deed, docket) == ["prequalification.not-uploaded"]


def test_a_consortium_applies_only_where_the_documents_let_it(at):
    made, played = at(to_eve, FIVE)
    assert called(made, played, lambda deed: replace(deed, consortium_allowed=False)) == []
    one, other = (register_supplier(made.stage, Text(name, name), territory="CN-37") for name in "AB")
    both = tuple(sorted((one.organisation, other.organisation)))
    docket = bid_docket(played.case, both)
    sealed = seal_application(
        "A+B", b"", bid=docket, case=played.case, key_set=case_of(made, played).key_set,
        randomness=made.stage.randomness, crypto=made.stage.crypto,
    )  # fmt: skip
    for file in sealed.files:
        made.stage.door.put(file)
    deed = SubmitApplication(played.case, both, sealed.manifest)
    assert codes(made, one, deed, docket) == ["bidding.no-consortium"]


def test_an_application_is_withdrawn_or_replaced_before_the_deadline_only(calling):
    made, played, party = calling
    docket = bid_docket(played.case, (party.organisation,))
    gives_up = WithdrawApplication(played.case, "产能不足")
    assert codes(made, party, gives_up, docket) == ["prequalification.nothing-to-withdraw"]
    assert [apply(made, played, party) for _ in range(2)] == [[], []]
    assert codes(made, party, gives_up, docket) == []
    assert codes(made, party, gives_up, docket) == ["prequalification.nothing-to-withdraw"]
    assert apply(made, played, party) == []
    made.clock.move_to(case_of(made, played).prequalification.deadline)
    assert codes(made, party, gives_up, docket) == ["prequalification.after-deadline"]


def test_a_clarification_moves_the_deadline_later_only_and_by_law_where_time_is_short(calling):
    made, played, _ = calling
    standing = case_of(made, played).prequalification.deadline
    earlier = ClarifyPrequalification(FINE, new_deadline=standing.later_by(-1))
    assert codes(made, made.town.agent, earlier, played.case) == ["prequalification.deadline-earlier"]
    made.clock.move_to(standing.on_day(standing.day - timedelta(days=3)))
    assert codes(made, made.town.agent, ClarifyPrequalification(FINE), played.case) == []
    assert case_of(made, played).prequalification.deadline == standing
    made.clock.move_to(standing.on_day(standing.day - timedelta(days=2)))
    assert codes(made, made.town.agent, ClarifyPrequalification(FINE), played.case) == []
    assert case_of(made, played).prequalification.deadline == standing.on_day(
        standing.day + timedelta(days=1)
    )
    later = ClarifyPrequalification(FINE, new_deadline=standing.on_day(standing.day + timedelta(days=9)))
    assert codes(made, made.town.agent, later, played.case) == []
    assert case_of(made, played).prequalification.deadline == later.new_deadline


def test_no_application_is_looked_at_before_its_deadline(calling):
    made, played, party = calling
    assert apply(made, played, party) == []
    docket = bid_docket(played.case, (party.organisation,))
    holder, key = played.keys[0]
    with pytest.raises(TooEarly):
        prequalifying.release_for(made.stage, played.case, holder, key)
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


def applicant(made, done, name):
    return next(docket for docket, (script, _) in done.applied.applicants.items() if script.name.zh == name)


def test_an_application_opens_by_three_holders_as_it_was_sealed_and_once(at):
    made, done = at(to_applications, FIVE)
    case, docket = done.played.case, applicant(made, done, "甲")
    manifest = prequalifying.standing(made.stage, made.town, done.played)[docket].manifest
    releases = []
    for holder, key in done.played.keys[:3]:
        released = release_application(
            manifest, key=key,
            fetch=lambda digest, who=holder: made.stage.door.get(case, digest, who.device),
            crypto=made.stage.crypto,
        )  # fmt: skip
        made.stage.door.put(released.plaintext)
        releases.append((holder.in_person(), ReleaseApplication(case, released.share)))
    first, right = releases[0]
    wrong = replace(right, share=replace(right.share, plaintext_sha256="0" * 64))
    assert codes(made, first, wrong, docket) == ["prequalification.wrong-share"]
    record = made.stage.door.application(case, docket, made.town.agent.device)
    for who, deed in releases:
        assert codes(made, made.town.agent, record, docket) == ["prequalification.not-to-be-opened"]
        assert codes(made, who, deed, docket) == []
    assert codes(made, first, right, docket) == ["prequalification.wrong-share"]
    record = made.stage.door.application(case, docket, made.town.agent.device)
    forged = replace(record, parts=(replace(record.parts[0], content='"乙"'),))
    assert codes(made, made.town.agent, forged, docket) == ["prequalification.part-differs"]
    early = ReviewApplicant(case, True, FINE)
    assert codes(made, made.town.agent, early, docket) == ["prequalification.not-to-be-reviewed"]
    assert codes(made, made.town.agent, record, docket) == []
    assert codes(made, made.town.agent, record, docket) == ["prequalification.not-to-be-opened"]
    bare = ReviewApplicant(case, False, Text("", ""))
    assert codes(made, made.town.agent, bare, docket) == ["prequalification.no-reason"]


def test_what_cannot_be_opened_does_not_pass(at):
    made, done = at(to_applications, FIVE)
    docket = applicant(made, done, "甲")
    body = prequalifying.standing(made.stage, made.town, done.played)[docket].manifest.terms.body_sha256.hex()
    del made.office.vault._kept[body]
    prequalifying.open_and_review(made.stage, made.town, done.played)
    opened = prequalifying.standing(made.stage, made.town, done.played)[docket]
    assert (opened.evidence, opened.passed) == ("vault.missing", False)
    assert prequalifying.conclude(made.stage, made.town, done.played)
    assert docket not in made.acts[-1].intent.deed.admitted


def concluding(made, done, **changes):
    """What the law says to a conclusion."""
    standing = prequalifying.standing(made.stage, made.town, done.played)
    passed = tuple(docket for docket, one in standing.items() if one.passed)
    deed = replace(ConcludePrequalification(done.played.case, True, passed), **changes)
    return codes(made, made.town.agent, deed, prequalification_docket(done.played.case))


def test_the_conclusion_counts_and_admits_exactly_those_who_passed(at):
    made, done = at(to_applications, FIVE)
    assert "prequalification.review-open" in concluding(made, done)
    made, done = at(to_review, FIVE)
    assert concluding(made, done, enough=False, admitted=()) == ["prequalification.miscounted"]
    assert concluding(made, done, admitted=()) == ["prequalification.admitted-differ"]
    unfit = applicant(made, done, "戊")
    with_unfit = tuple(sorted(done.applied.applicants))
    assert unfit in with_unfit
    assert concluding(made, done, admitted=with_unfit) == ["prequalification.admitted-differ"]
    deed = ConcludePrequalification(done.played.case, True, ())
    astray = codes(made, made.town.agent, deed, prequalification_docket("case-" + "0" * 32))
    assert "prequalification.wrong-docket" in astray
    assert concluding(made, done) == []
    assert concluding(made, done) == ["acts.docket-taken"]


def test_by_invitation_the_host_does_not_choose_for_chance(at):
    made, done = at(to_review, INVITED)
    passed = [
        d for d, one in prequalifying.standing(made.stage, made.town, done.played).items() if one.passed
    ]
    assert concluding(made, done, admitted=tuple(passed[:3])) == ["prequalification.admitted-differ"]
    assert concluding(made, done) == ["prequalification.admitted-differ"]


def test_the_draw_is_of_exactly_those_who_passed_and_was_prepared(at):
    made, done = at(to_review, INVITED)
    assert prequalifying.conclude(made.stage, made.town, done.played)
    right = made.acts[-1].intent.deed
    fresh, again = at(to_review, INVITED)
    standing = prequalifying.standing(fresh.stage, fresh.town, again.played)
    assert sorted(one.bid for one in right.pool) == sorted(d for d, one in standing.items() if one.passed)
    docket = prequalification_docket(again.played.case)
    assert codes(fresh, fresh.town.agent, right, docket) == ["prequalification.admitted-differ"]


def test_each_applicant_is_told_the_truth_once_and_why(at):
    made, done = at(to_review, FIVE)
    case = done.played.case
    fit, unfit = applicant(made, done, "甲"), applicant(made, done, "戊")
    told = TellApplicant(case, True, FINE)
    assert codes(made, made.town.agent, told, fit) == ["prequalification.not-to-be-told"]
    prequalifying.conclude(made.stage, made.town, done.played)
    assert codes(made, made.town.agent, told, unfit) == ["prequalification.told-wrongly"]
    wordless = TellApplicant(case, False, Text("", ""))
    assert codes(made, made.town.agent, wordless, unfit) == ["prequalification.told-wrongly"]
    assert codes(made, made.town.agent, TellApplicant(case, False, UNFIT), fit) == [
        "prequalification.told-wrongly"
    ]
    assert codes(made, made.town.agent, TellApplicant(case, False, UNFIT), unfit) == []
    assert codes(made, made.town.agent, told, fit) == []
    assert codes(made, made.town.agent, told, fit) == ["prequalification.not-to-be-told"]


def test_only_who_was_told_that_it_passed_obtains_the_documents(at):
    made, done = at(to_solicited, FIVE)
    outsider = register_supplier(made.stage, Text("新", "New"), territory="CN-37")
    for party in (done.applied.applicants[applicant(made, done, "戊")][1], outsider):
        mine = (party.organisation,)
        deed = ObtainDocuments(done.played.case, mine)
        told = codes(made, party, deed, bid_docket(done.played.case, mine))
        assert told == ["prequalification.not-admitted"]


def test_whoever_passes_without_being_told_still_waits(at):
    made, done = at(to_review, FIVE)
    prequalifying.conclude(made.stage, made.town, done.played)
    deed = replace(play.solicitation_of(made.stage, done.played), prequalified=True)
    made.stage.confirms(made.town.agent, deed, done.played.case)
    docket = applicant(made, done, "甲")
    _, party = done.applied.applicants[docket]
    obtains = ObtainDocuments(done.played.case, (party.organisation,))
    assert codes(made, party, obtains, docket) == ["prequalification.not-admitted"]
    assert codes(made, made.town.agent, TellApplicant(done.played.case, True, FINE), docket) == []
    assert codes(made, party, obtains, docket) == []


def test_what_a_stranger_tries_tells_nothing_of_an_application(at):
    """In a docket with a reviewed application and in one with none, the answer is the same."""
    made, done = at(to_review, FIVE)
    case = done.played.case
    curious = register_supplier(made.stage, SMALL.title, territory="CN-37")
    taken, free = applicant(made, done, "甲"), bid_docket(case, ("org-nobody",))
    posing = replace(curious, capacity=made.town.agent.capacity)
    share = next(act.intent.deed for act in made.acts if act.intent.kind == "ReleaseApplication")
    deeds = (
        WithdrawApplication(case, "试探"),
        share,
        OpenApplication(case, evidence="x"),
        ReviewApplicant(case, True, FINE),
        TellApplicant(case, True, FINE),
        ObtainDocuments(case, (curious.organisation,)),
    )
    for deed in deeds:
        for who in (curious, curious.in_person(), posing):
            assert answers(made, who, deed, taken) == answers(made, who, deed, free) != []


def answers(made, who, deed, docket):
    with pytest.raises(Refused) as refused:
        made.stage.acts(who, deed, docket)
    return [
        (one.code, tuple(f for f in one.facts if f[0] != "docket")) for one in refused.value.note.refusals
    ]


def test_a_stranger_who_concludes_is_told_no_number(at):
    made, done = at(to_review, FIVE)
    curious = register_supplier(made.stage, SMALL.title, territory="CN-37")
    docket = prequalification_docket(done.played.case)
    for deed in (ConcludePrequalification(done.played.case, said, ()) for said in (True, False)):
        told = answers(made, curious, deed, docket)
        assert [code for code, _ in told] == ["planning.not-the-host"]


def test_negotiations_may_follow_no_failed_prequalification():
    """A tender that failed for want of bids opens one; too few applicants only mean another call."""
    made = found()
    done = to_told(made, TWO_PASS)
    fails = FailLot("1", "too_few_qualified", Text("合格供应商不足三家", "fewer than three qualify"))
    made.stage.confirms(made.town.agent, fails, done.played.case)
    chosen = replace(NEGOTIATED.chosen, facts=("tender_failed",), earlier=done.played.case, earlier_lot="1")
    again = play.prepare(made.stage, made.town, replace(NEGOTIATED, chosen=chosen))
    with pytest.raises(Refused) as refused:
        methods.choose(made.stage, made.town, again)
    assert [one.code for one in refused.value.note.refusals] == ["choice.not-failed"]


def test_whether_too_few_passed_is_told_to_nobody_who_does_not_run_the_case():
    """What was concluded is the host's to say: neither a failed lot nor a solicitation tells a stranger."""
    fails = FailLot("1", "too_few_qualified", Text("合格供应商不足三家", "fewer than three qualify"))
    told = []
    for script in (FIVE, TWO_PASS):
        made = found()
        done = to_review(made, script)
        prequalifying.conclude(made.stage, made.town, done.played)
        curious = register_supplier(made.stage, SMALL.title, territory="CN-37")
        posing = replace(curious, capacity=made.town.agent.capacity)
        issues = replace(play.solicitation_of(made.stage, done.played), prequalified=True)
        told.append(
            [
                codes(made, who, deed, done.played.case, confirms=True)
                for who in (curious, posing)
                for deed in (fails, issues)
            ]
        )
    assert told[0] == told[1]
    assert all(told[0])


def test_once_applications_are_called_for_the_keys_they_are_sealed_to_stay(at):
    made, done = at(to_applications, FIVE)
    appointed = next(act.intent.deed for act in made.acts if act.intent.kind == "AppointKeyHolders")
    assert codes(made, made.town.agent, appointed, done.played.case) == ["planning.already-issued"]
