"""An honest bundle proves itself at every stage and in every scope, and names what it does not show."""

import pytest

from bundles import bundle, full_bundle, full_world
from daylight.crypto.openssl import OPENSSL
from daylight.crypto.pure import PURE
from daylight.office.bundle import Bundler, NothingToShow, NotYetLogged, Wish
from daylight.office.memory import MemoryLog
from daylight.practice import judging, play
from daylight.verifier.opened import Pins
from daylight.verifier.verify import verify
from known import KNOWN
from logs import LOG_KEY, sequencer
from scripts import FULL, SMALL, bidder, to_bids, to_contract, to_issue, to_opening
from world import found


def counts(verdict):
    return dict(verdict.counts)


def test_an_honest_bundle_is_proved_by_both_cryptos():
    for crypto in (OPENSSL, PURE):
        verdict = verify(full_bundle(), crypto, pins=Pins((LOG_KEY.vkey,)))
        assert (verdict.contradictions, verdict.gaps, verdict.exit_code) == ((), (), 0)
        assert verdict.pinned and verdict.practice
    assert counts(verdict)["judgements"] == counts(verdict)["acts"] == counts(verdict)["proofs"]
    assert (counts(verdict)["dispositions"], counts(verdict)["evaluations"]) == (7, 1)


def test_the_public_bundle_takes_the_question_on_word_and_withholds_private_fields():
    verdict = verify(full_bundle(), KNOWN)
    assert [line.split()[1:3] for line in verdict.on_word] == [["AnswerEnquiry", "←"]]
    assert {name.rpartition(".")[2] for name in verdict.withheld} == {
        "phone", "identity_number", "explanation"
    }  # fmt: skip
    assert "private" not in counts(verdict)


def test_the_auditor_sees_every_act_and_every_private_field():
    verdict = verify(full_bundle("auditor"), KNOWN)
    assert (verdict.exit_code, verdict.on_word, verdict.withheld) == (0, (), ())
    assert counts(verdict)["private"] == len(verify(full_bundle(), KNOWN).withheld)


def test_a_field_that_was_erased_is_named_and_breaks_nothing():
    world, case = found(), None
    case = to_contract(world, SMALL).case
    drafts = world.office.journal.drafts
    erased = next(draft for draft in drafts if draft.act.docket.startswith("person-"))
    object.__setattr__(erased, "openings", ())
    verdict = verify(bundle(world, case, scope="auditor"), KNOWN)
    assert verdict.exit_code == 0
    assert {name.rpartition("/")[0] for name in verdict.withheld} == {erased.act.docket}


@pytest.mark.parametrize("upto", [to_issue, to_bids, to_opening, to_contract])
@pytest.mark.parametrize("scope", ["public", "auditor"])
def test_a_bundle_is_proved_at_every_stage(upto, scope):
    world = found()
    verdict = verify(bundle(world, upto(world, SMALL).case, scope=scope), OPENSSL)
    assert (verdict.contradictions, verdict.gaps, verdict.exit_code) == ((), (), 0)


@pytest.mark.parametrize("scope", ["public", "auditor"])
def test_no_bundle_names_a_bidder_before_the_opening(scope):
    world = found()
    played = to_bids(world, SMALL)
    files = bundle(world, played.case, scope=scope)
    whole = b"".join(files.values())
    opened = b"".join(full_bundle().values())
    assert b"SubmitBid" in opened
    assert b"SubmitBid" not in whole
    for docket, (_, party) in played.bidders.items():
        assert docket.encode() not in whole
        assert party.organisation.encode() not in whole


def test_a_party_sees_its_own_bid_before_the_opening_and_nobody_elses():
    world = found()
    played = to_bids(world, FULL)
    (mine, (_, party)), *others = played.bidders.items()
    assert mine == world.office.bid_docket(played.case, (party.organisation,))
    files = bundle(world, played.case, scope="party", party=party.organisation)
    verdict = verify(files, KNOWN)
    assert (verdict.contradictions, verdict.gaps, verdict.exit_code) == ((), (), 0)
    whole = b"".join(files.values())
    assert mine.encode() in whole
    assert [docket for docket, _ in others if docket.encode() in whole] == []


def test_a_party_sees_its_own_private_fields_and_questions_after_the_opening():
    world, case = full_world()
    asker = next(act.intent.organisation for act in world.acts if act.intent.kind == "RaiseEnquiry")
    verdict = verify(bundle(world, case, scope="party", party=asker), KNOWN)
    assert (verdict.exit_code, verdict.on_word) == (0, ())


def test_a_lot_that_failed_for_too_few_bidders_is_proved():
    world = found()
    script = FULL.__class__(**{**vars(SMALL), "bidders": (bidder("甲", 3_000_000), bidder("乙", 2_900_000))})
    played = to_bids(world, script)
    judging.fail(world.stage, world.town, played, "1")
    for scope, on_word in (("public", [f"bids:{played.case}"]), ("auditor", [])):
        verdict = verify(bundle(world, played.case, scope=scope), KNOWN)
        assert (verdict.contradictions, verdict.gaps, verdict.exit_code) == ((), (), 0)
        assert [line.rpartition("← ")[2] for line in verdict.on_word] == on_word


def test_a_bundle_waits_for_the_log_and_needs_something_to_show():
    world = found()
    played = play.plan(world.stage, world.town, SMALL)
    log = sequencer(MemoryLog(world.office.journal), leaves=5)
    log.tick()
    with pytest.raises(NotYetLogged):
        Bundler(world.office, log).bundle(Wish((played.case,), "public"), world.clock.now())
    with pytest.raises(NothingToShow):
        bundle(world, "case-00")
