"""Single source: named, made public where it is large, open to objection, bargained for, signed."""

from dataclasses import replace

import pytest

from daylight.client.session import Refused
from daylight.core.acts.award import DeemFirstAwarded
from daylight.core.acts.planning import AnswerObjection, ApproveMethod, ObjectToSoleSource, PublishSoleSource
from daylight.core.acts.solicitation import ObtainDocuments
from daylight.core.values.text import Text
from daylight.practice import methods, play
from daylight.practice.town import register_supplier
from scenarios.asking import case_of, codes
from scenarios.bought import ONLY, final, lot, verdicts
from scripts import bidder
from world import found

LARGE = replace(
    ONLY,
    lots=lot(ONLY.lots[0].terms, 5_000_000),
    bidders=(bidder("甲", 4_800_000, final=final(4_500_000)),),
)
SAID = Text("理由", "a reason")


def supplier(made, name="甲"):
    return register_supplier(made.stage, Text(name, f"{name} Ltd"), territory="CN-37")


def chosen(made, script=ONLY):
    """The only supplier is registered, and the purchaser has chosen it."""
    party = supplier(made)
    played = play.prepare(made.stage, made.town, script)
    methods.choose(made.stage, made.town, played, party.organisation)
    return played, party


def bought(made, played, party):
    """From the key holders to the contract."""
    play.appoint_holders(made.stage, made.town, played)
    play.solicit(made.stage, made.town, played)
    play.obtain(made.stage, played, played.script.bidders[0], party)
    play.bid_all(made.stage, made.town, played)
    play.open_all(made.stage, made.town, played)
    methods.judge_and_contract(made.stage, made.town, played)
    return case_of(made, played).lot("1")


def test_silence_confirms_no_single_source():
    made = found()
    played, party = chosen(made)
    play.appoint_holders(made.stage, made.town, played)
    play.solicit(made.stage, made.town, played)
    play.obtain(made.stage, played, played.script.bidders[0], party)
    play.bid_all(made.stage, made.town, played)
    play.open_all(made.stage, made.town, played)
    methods.judge(made.stage, made.town, played)
    deed = DeemFirstAwarded("1", case_of(made, played).lot("1").evaluation.ranking[0])
    play.pass_days(made.stage, 30)
    told = codes(made, made.town.agent, deed, played.case, confirms=True)
    assert told == ["award.silence-means-nothing"]


def issue(made, played):
    play.pass_days(made.stage, play.INTENTION_DAYS)
    deed = play.solicitation_of(made.stage, played)
    return codes(made, made.town.agent, deed, played.case, confirms=True)


def test_below_the_threshold_the_only_supplier_is_asked_bargained_with_and_signs():
    made = found()
    lot_done = bought(made, *(both := chosen(made)))
    assert (lot_done.stage, lot_done.evaluation.bids[0].price_minor) == ("contracted", 165_000_000)
    assert verdicts(made, both[0]) == {"public": 0, "auditor": 0}


def test_above_the_threshold_it_is_made_public_approved_and_then_bought():
    made = found(territory="CN-central")
    played, party = chosen(made, replace(LARGE, territory="CN-central"))
    methods.publicise(made.stage, made.town, played)
    methods.approve(made.stage, made.town, played)
    assert bought(made, played, party).stage == "contracted"
    assert verdicts(made, played) == {"public": 0, "auditor": 0}


def test_above_the_threshold_nothing_is_issued_without_publicity_and_approval():
    made = found(territory="CN-central")
    played, _ = chosen(made, replace(LARGE, territory="CN-central"))
    play.appoint_holders(made.stage, made.town, played)
    assert issue(made, played) == ["choice.not-approved", "choice.publicity-missing"]
    deed = ApproveMethod(True, SAID)
    assert codes(made, made.town.finance, deed, played.case, confirms=True) == ["choice.publicity-missing"]


def test_the_publicity_takes_five_whole_working_days():
    made = found(territory="CN-central")
    played, _ = chosen(made, replace(LARGE, territory="CN-central"))
    methods.publicise(made.stage, made.town, played, days=7)  # a Monday: five working days end on the next
    deed = ApproveMethod(True, SAID)
    assert codes(made, made.town.finance, deed, played.case, confirms=True) == ["choice.publicity-missing"]
    play.pass_days(made.stage, 1)
    assert codes(made, made.town.finance, deed, played.case, confirms=True) == []
    again = codes(made, made.town.finance, deed, played.case, confirms=True)
    assert again == ["choice.nothing-to-approve"]


def test_who_can_provide_it_too_objects_and_a_founded_objection_ends_the_single_source():
    made = found(territory="CN-central")
    played, _ = chosen(made, replace(LARGE, territory="CN-central"))
    other = supplier(made, "乙")
    early = codes(made, other, ObjectToSoleSource(SAID), played.case)
    assert early == ["choice.not-public"]
    methods.publicise(made.stage, made.town, played, days=3)
    own = codes(made, made.town.buyer, ObjectToSoleSource(SAID), played.case)
    assert own == ["choice.own-objection"]
    objection = methods.object_to(made.stage, played, other)
    unknown = AnswerObjection("0" * 64, True, SAID, (methods.OPINION,))
    assert codes(made, made.town.buyer, unknown, played.case) == ["choice.no-objection"]
    methods.answer_objection(made.stage, made.town, played, objection, founded=True)
    play.pass_days(made.stage, 14)
    deed = ApproveMethod(True, SAID)
    assert codes(made, made.town.finance, deed, played.case, confirms=True) == ["choice.objection-stands"]


def test_an_objection_found_unfounded_lets_the_purchase_go_on():
    made = found(territory="CN-central")
    played, _ = chosen(made, replace(LARGE, territory="CN-central"))
    methods.publicise(made.stage, made.town, played, days=3)
    objection = methods.object_to(made.stage, played, supplier(made, "乙"))
    methods.answer_objection(made.stage, made.town, played, objection, founded=False)
    play.pass_days(made.stage, 14)
    methods.approve(made.stage, made.town, played)
    assert case_of(made, played).planning.choice.approved


def test_publicity_comes_once_with_opinions_and_only_for_an_only_supplier():
    made = found()
    played, _ = chosen(made)
    bare = PublishSoleSource(SAID, ())
    assert codes(made, made.town.buyer, bare, played.case) == ["choice.no-opinions"]
    methods.publicise(made.stage, made.town, played, days=0)
    again = PublishSoleSource(SAID, (methods.OPINION,))
    assert codes(made, made.town.buyer, again, played.case) == ["choice.published-before"]


def test_only_the_one_named_obtains_the_documents():
    made = found()
    played, _ = chosen(made)
    play.appoint_holders(made.stage, made.town, played)
    play.solicit(made.stage, made.town, played)
    other = supplier(made, "乙")
    with pytest.raises(Refused) as refused:
        play.obtain(made.stage, played, played.script.bidders[0], other)
    assert [r.code for r in refused.value.note.refusals] == ["choice.other-supplier"]
    assert ObtainDocuments.__doc__


def test_a_single_source_names_a_registered_supplier_and_no_other_method_does():
    made = found()
    played = play.prepare(made.stage, made.town, ONLY)
    with pytest.raises(Refused) as refused:
        methods.choose(made.stage, made.town, played)
    assert [r.code for r in refused.value.note.refusals] == ["choice.no-supplier"]


def test_a_finance_department_approves_and_nobody_else():
    made = found(territory="CN-central")
    played, party = chosen(made, replace(LARGE, territory="CN-central"))
    methods.publicise(made.stage, made.town, played)
    deed = ApproveMethod(True, SAID)
    assert codes(made, made.town.agent, deed, played.case, confirms=True) == ["choice.not-finance"]
    assert party.organisation
