"""Prequalification, from the opening of applications to what every applicant is told; and what is refused."""

from dataclasses import replace

import pytest

from daylight.client.holder import release_application
from daylight.client.presider import Lost, call_opening, open_applications
from daylight.client.session import Refused
from daylight.core.acts.award import FailLot
from daylight.core.acts.common import Document
from daylight.core.acts.dockets import prequalification_docket
from daylight.core.acts.opening import ReleasedShare
from daylight.core.acts.prequalification import (
    ConcludePrequalification,
    OpenApplication,
    ReleaseApplication,
    ReviewApplicant,
    TellApplicant,
    WithdrawApplication,
)
from daylight.core.acts.solicitation import ObtainDocuments
from daylight.core.values.text import Text
from daylight.practice import methods, play, prequalifying
from daylight.practice.town import register_supplier
from prequalified import (
    FIVE,
    INVITED,
    TWO_PASS,
    UNFIT,
    to_applications,
    to_review,
    to_solicited,
    to_told,
)
from scenarios.asking import codes
from scenarios.bought import NEGOTIATED
from scripts import SMALL
from world import found

FINE = Text("可以", "fine")
PAPER = Document("文件", "文件", "0" * 64, 1)
REPLACED = replace(FIVE, bidders=FIVE.bidders[:3])


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
    assert codes(made, first, right, docket) == ["opening.not-called"]
    call_opening(made.stage, case, made.town.agent, "applications")
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
    for evidence in ("shares.too-few", "share.does-not-decrypt", "坏"):
        unopened = replace(record, parts=(), evidence=evidence)
        assert codes(made, made.town.agent, unopened, docket) == ["prequalification.wrong-evidence"]
    early = ReviewApplicant(case, True, FINE)
    assert codes(made, made.town.agent, early, docket) == ["prequalification.not-to-be-reviewed"]
    assert codes(made, made.town.agent, record, docket) == []
    assert codes(made, made.town.agent, record, docket) == ["prequalification.not-to-be-opened"]
    bare = ReviewApplicant(case, False, Text("", ""))
    assert codes(made, made.town.agent, bare, docket) == ["prequalification.no-reason"]


def test_an_application_with_too_few_good_shares_is_unopenable_for_that_reason_alone(at):
    made, done = at(to_applications, FIVE)
    case, docket = done.played.case, applicant(made, done, "甲")
    manifest = prequalifying.standing(made.stage, made.town, done.played)[docket].manifest
    call_opening(made.stage, case, made.town.agent, "applications")
    bad = ReleasedShare(manifest.digest().hex(), "", "share.does-not-decrypt")
    for holder, _ in done.played.keys[:3]:
        assert codes(made, holder.in_person(), ReleaseApplication(case, bad), docket) == []
    record = made.stage.door.application(case, docket, made.town.agent.device)
    assert record.evidence == "shares.too-few"
    for evidence in ("body.malformed", "vault.missing", "share.does-not-decrypt"):
        wrong = replace(record, evidence=evidence)
        assert codes(made, made.town.agent, wrong, docket) == ["prequalification.wrong-evidence"]
    assert codes(made, made.town.agent, record, docket) == []


def test_what_cannot_be_opened_does_not_pass(at):
    made, done = at(to_applications, FIVE)
    docket = applicant(made, done, "甲")
    body = prequalifying.standing(made.stage, made.town, done.played)[docket].manifest.terms.body_sha256.hex()
    del made.office.vault._kept[body]
    with pytest.raises(Lost, match=docket):
        prequalifying.open_and_review(made.stage, made.town, done.played)
    open_applications(made.stage, done.played.case, made.town.agent, although_lost=True)
    for one in prequalifying.standing(made.stage, made.town, done.played):
        prequalifying.review(made.stage, made.town, done.played, one)
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
        told = codes(made, party, deed, made.office.bid_docket(done.played.case, mine))
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
    taken, free = applicant(made, done, "甲"), made.office.bid_docket(case, ("org-nobody",))
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
