"""Whatever a dishonest operator rewrites, with the keys of log and gateway in hand, is found and named."""

import copy
import json
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

import world as worlds
from bundles import bundle, full_bundle, full_world
from daylight.core.acts.common import Identifier
from daylight.core.acts.evaluation import Mark
from daylight.core.ledger.note import read_note, sign
from daylight.core.values.instant import DAY_MS
from daylight.core.values.plain import canonical_bytes, read_plain
from daylight.core.values.refusal import refuse
from daylight.crypto.openssl import OPENSSL
from daylight.practice import play
from daylight.verifier.report import lines_of
from daylight.verifier.shape import INDEX, KEYS, NOTE, RULEBOOK, WORLD
from daylight.verifier.verify import verify
from forgery import forged, relabelled, resealed
from known import KNOWN
from logs import BUNDLES
from scenarios.bought import NEGOTIATED, to_choice


def found(change, *, scope="public"):
    """Findings as (code, kind of act, codes of refusals), after an operator changed acts."""
    world, case = full_world()
    return said(verify(bundle(forged(world, change), case, scope=scope), OPENSSL))


def said(verdict):
    assert verdict.exit_code != 0
    return [
        (finding.code, finding.where.rpartition(" ")[2], tuple(r.code for r in finding.refusals))
        for finding in (*verdict.contradictions, *verdict.gaps)
    ]


def on(kind, change):
    """Change the first act of a kind."""
    done = []

    def changed(act):
        if act.intent.kind != kind or done:
            return act
        done.append(act)
        return change(act)

    return changed


def with_deed(act, **fields):
    return replace(act, intent=replace(act.intent, deed=replace(act.intent.deed, **fields)))


def test_an_operator_who_changes_nothing_is_not_accused():
    world, case = full_world()
    assert verify(bundle(forged(world, lambda act: act), case), OPENSSL).exit_code == 0


def test_a_score_changed_after_it_was_signed():
    def better(act):
        first, *rest = act.intent.deed.marks
        return with_deed(act, marks=(Mark(first.criterion, first.points - Fraction(1, 2)), *rest))

    findings = found(on("ScoreBid", better))
    assert ("act.refused", "ScoreBid", ("acts.bad-signature",)) in findings


def test_a_bid_dated_after_the_deadline():
    findings = found(on("SubmitBid", lambda act: replace(act, received_at=act.received_at.later_by(DAY_MS))))
    assert ("act.refused", "SubmitBid", ("bidding.after-deadline",)) in findings


def test_an_opening_before_the_deadline():
    findings = found(on("OpenBids", lambda act: replace(act, received_at=act.received_at.later_by(-DAY_MS))))
    assert ("act.refused", "OpenBids", ("opening.too-early",)) in findings


def test_a_deadline_that_is_not_the_lawful_one():
    def sooner(act):
        first, *rest = act.clocks
        return replace(act, clocks=(replace(first, latest=first.latest - timedelta(days=1)), *rest))

    assert ("act.clocks-differ", "IssueSolicitation", ()) in found(on("IssueSolicitation", sooner))


def test_an_article_left_out():
    findings = found(on("AwardLot", lambda act: replace(act, provisions=act.provisions[1:])))
    assert ("act.provisions-differ", "AwardLot", ()) in findings


def test_a_warning_put_in():
    warning = refuse("bidding.not-sealed", "bidding.sealed", lot="1", wrong="context")
    findings = found(on("SubmitBid", lambda act: replace(act, warnings=(warning,))))
    assert ("act.warnings-differ", "SubmitBid", ()) in findings


def test_a_warning_left_out_is_said():
    made = worlds.found()
    played = to_choice(made, NEGOTIATED)
    play.appoint_holders(made.stage, made.town, played)
    play.pass_days(made.stage, play.INTENTION_DAYS)
    deed, now = play.solicitation_of(made.stage, played), made.stage.clock.now()
    sooner = replace(deed, bid_deadline=now.later_by(2 * DAY_MS), documents_until=now.day)
    made.stage.confirms(made.town.agent, sooner, played.case)
    silent = forged(made, on("IssueSolicitation", lambda act: replace(act, warnings=())))
    verdict = verify(bundle(silent, played.case), KNOWN)
    assert ("act.warnings-differ", "IssueSolicitation", ("solicitation.period-too-short",)) in said(verdict)
    early = f"the deadline {sooner.bid_deadline.day} is too early"
    assert any(early in line for line in lines_of(verdict, "en"))


def test_another_winner():
    findings = found(on("AwardLot", lambda act: with_deed(act, bid="bid-" + "0" * 32)))
    kinds = {kind for code, kind, _ in findings if code == "act.refused"}
    assert "AwardLot" in kinds


def test_a_bid_that_vanished():
    world, case = full_world()
    victim = next(act.docket for act in world.acts if act.intent.kind == "SubmitBid")
    clumsy = found(lambda act: None if act.docket == victim else act)
    assert [(code, kind) for code, kind, _ in clumsy] == [("act.saw-otherwise", "ReleaseShares")]
    shorter = forged(world, lambda act: None if act.docket == victim else act)
    links = shorter.office.journal.links(f"bids:{case}")

    def covered_up(act):
        seen = (
            replace(one, length=len(links), digest=links[-1].head) if one.docket[:5] == "bids:" else one
            for one in act.seen
        )
        return None if act.docket == victim else replace(act, seen=tuple(seen))

    (finding,) = found(covered_up)
    assert finding == (
        "act.refused", "ReleaseShares", ("opening.shares-incomplete", "opening.wrong-share")
    )  # fmt: skip


def test_what_rests_on_an_act_that_does_not_hold_is_counted_and_accused_of_nothing():
    world, case = full_world()
    other = forged(world, on("AwardLot", lambda act: replace(act, signature=bytes(64))))
    verdict = verify(bundle(other, case), KNOWN)
    assert said(verdict) == [("act.refused", "AwardLot", ("acts.bad-signature",))]
    kinds = [act.intent.kind for act in world.acts if act.docket == case]
    after = len(kinds) - kinds.index("AwardLot") - 1
    assert dict(verdict.counts)["unjudged"] == after > 3
    assert any(f"{after}  acts not judged" in line for line in lines_of(verdict, "en"))


@pytest.mark.parametrize("kind", ["RegisterPerson", "RegisterOrganisation", "GrantMandate", "SubmitBid"])
def test_an_act_in_a_docket_of_another_kind(kind):
    scored = next(act.intent for act in full_world()[0].acts if act.intent.kind == "ScoreBid")
    posing = on(kind, lambda act: replace(act, intent=replace(scored, docket=act.docket)))
    assert ("act.misplaced", "ScoreBid", ()) in found(posing)


def test_an_act_by_somebody_else():
    findings = found(on("NotifyBidders", lambda act: replace(act, signature=bytes(64))))
    assert ("act.refused", "NotifyBidders", ("acts.bad-signature",)) in findings


def test_a_mandate_nobody_gave():
    findings = found(
        on(
            "GrantMandate",
            lambda act: with_deed(act, functions=(*act.intent.deed.functions, "contract.sign")),
        )
    )
    assert ("act.refused", "GrantMandate", ("acts.bad-signature",)) in findings


def test_an_organisation_under_another_number():
    other = Identifier("XX-PRACTICE", "0")
    findings = found(on("RegisterOrganisation", lambda act: with_deed(act, identifier=other)))
    codes = {codes for code, kind, codes in findings if kind == "RegisterOrganisation"}
    assert any("registry.wrong-docket" in each for each in codes)


def test_what_was_seen_told_otherwise():
    def otherwise(act):
        return replace(act, seen=act.seen[1:])

    assert ("act.seen-differ", "AwardLot", ()) in found(on("AwardLot", otherwise))


def test_another_result_beside_the_acts():
    files = full_bundle()
    path = next(path for path in files if path.startswith("evaluation/"))
    shape = read_plain(files[path])
    shape["result"]["bids"][0]["rank"] = 2
    verdict = verify(resealed(files, **{path: canonical_bytes(shape)}), OPENSSL)
    assert said(verdict) == [("evaluation.differs", "ConcludeEvaluation", ())]


def test_an_evaluation_that_no_act_concluded():
    files = full_bundle()
    verdict = verify(resealed(files, **{f"evaluation/{'0' * 64}.json": b"{}"}), KNOWN)
    assert [code for code, _, _ in said(verdict)] == ["evaluation.unfounded"]


def test_a_private_field_told_otherwise():
    files = full_bundle("auditor")
    shape = read_plain(files["openings.json"])
    shape[0]["value"] = "somebody else"
    verdict = verify(resealed(files, **{"openings.json": canonical_bytes(shape)}), OPENSSL)
    assert [code for code, _, _ in said(verdict)] == ["openings.differ"]


def test_the_order_of_bids_told_otherwise():
    files = full_bundle()
    links = read_plain(files[INDEX])
    verdict = verify(resealed(files, **{INDEX: canonical_bytes(links[::-1])}), OPENSSL)
    assert "index.order" in [code for code, _, _ in said(verdict)]
    short = resealed(files, **{INDEX: canonical_bytes(links[:-1])})
    assert "index.incomplete" in [code for code, _, _ in said(verify(short, KNOWN))]
    assert verify(resealed(files, **{INDEX: b"[]"}), KNOWN).exit_code != 0


@pytest.mark.parametrize("folder", ["proofs", "receipts"])
def test_the_proof_or_receipt_of_another_act(folder):
    files = full_bundle()
    first, second = sorted(path for path in files if path.startswith(f"{folder}/"))[:2]
    codes = [code for code, _, _ in said(verify(resealed(files, **{first: files[second]}), KNOWN))]
    assert (
        codes == {"proofs": ["log.not-included", "receipt.differs"], "receipts": ["receipt.differs"]}[folder]
    )


def test_an_act_in_the_place_of_another():
    files = full_bundle()
    first, second = sorted(path for path in files if path.startswith("acts/case"))[:2]
    codes = [code for code, _, _ in said(verify(resealed(files, **{first: files[second]}), KNOWN))]
    assert codes == ["act.misplaced"]


def test_another_gateway_key():
    files = full_bundle()
    shape = read_plain(files[KEYS])
    shape["intake"] = shape["log"]
    codes = {code for code, _, _ in said(verify(resealed(files, **{KEYS: canonical_bytes(shape)}), OPENSSL))}
    assert codes == {"bundle.other-keys"}


def test_another_law_lets_nothing_be_concluded():
    files = full_bundle()
    shape = read_plain(files[RULEBOOK])
    shape["parameters"].pop()
    verdict = verify(resealed(files, **{RULEBOOK: canonical_bytes(shape)}), OPENSSL)
    assert verdict.exit_code == 2
    assert {code for code, _, _ in said(verdict)} == {"act.other-edition"}


@pytest.mark.parametrize(
    "changed",
    [{"registrar": "person-" + "0" * 32}, {"territory": "CN-11"}, {"practice": False}],
    ids=lambda changed: next(iter(changed)),
)
def test_another_world_is_not_the_one_people_signed_for(changed):
    """Whoever relabels a world gives it another id, and every intent in it names the true one."""
    files = full_bundle()
    said_of_it = {**json.loads(files[WORLD]), **changed}
    relisted = said(verify(resealed(files, **{WORLD: canonical_bytes(said_of_it)}), OPENSSL))
    assert {code for code, _, _ in relisted} == {"bundle.other-world"}
    assert {code for code, _, _ in said(verify(relabelled(files, said_of_it), KNOWN))} == {"receipt.differs"}


def test_a_relabelled_world_whose_receipts_are_signed_again_is_not_the_one_people_signed_for():
    world, case = full_world()
    office = copy.copy(world.office)
    office.rules = replace(office.rules, world=replace(office.rules.world, practice=False))
    office.receipts = replace(office.receipts, world=office.rules.world)
    findings = said(verify(bundle(forged(replace(world, office=office), lambda act: act), case), OPENSSL))
    assert findings and all("acts.other-world" in codes for _, _, codes in findings)


def test_a_bundle_under_a_key_the_world_was_not_founded_with_is_found():
    files, other = full_bundle(), replace(BUNDLES, seed=bytes(32))
    keys = {**json.loads(files[KEYS]), "bundles": other.verifier(OPENSSL).vkey}
    whole = resealed(files, **{KEYS: canonical_bytes(keys)})
    whole[NOTE] = sign(read_note(whole[NOTE]).text, (other,), OPENSSL).encoded()
    assert {code for code, _, _ in said(verify(whole, KNOWN))} == {"bundle.other-keys"}


def test_a_world_that_calls_itself_by_another_name():
    files = full_bundle()
    shape = json.loads(files[WORLD])
    shape["origin"] = "real.example/daylight"
    codes = [code for code, _, _ in said(verify(relabelled(files, shape), KNOWN))]
    assert codes == ["bundle.other-world"]
