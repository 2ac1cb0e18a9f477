"""Every kind is read once by each of its readers, and every file, and by nobody else."""

from dataclasses import replace

import pytest

from daylight.core.acts.evaluation import ChangeTerms, DeclareRecusal
from daylight.core.acts.framework import EndListing
from daylight.core.acts.kinds import KINDS, PHASE_OF
from daylight.core.acts.prequalification import ClarifyPrequalification, WithdrawApplication
from daylight.core.acts.registry import RevokeMandate
from daylight.core.acts.solicitation import IssueClarification
from daylight.core.values.text import Text
from daylight.practice import judging, methods, play, prequalifying
from daylight.practice.town import register_supplier
from prequalified import FIVE as APPLYING
from scenarios.admitted import MORE
from scenarios.bought import NEGOTIATED
from scenarios.entries import put_right
from scenarios.judged import FINE, LOT, awarded, chair, corrected, formed
from scenarios.listed import FIVE, listings, opened
from scenarios.readers import AT_ONCE_TOO, BEFORE, FILES, INSIDE, OF_BIDS, OF_UNOPENED, UNREAD, pairs
from scenarios.reading import UNOPENED, Readings, fields_of, live
from scenarios.test_matrix import PLAYS, world
from scenarios.test_preferences import E7
from scripts import SMALL
from world import found


def paper(made, title):
    """A document that lies in the vault."""
    return (play.document(made.stage, title, title),)


def negotiated(made):
    """The choice of method shows evidence, and the terms that change bind a document."""
    stage, town, played = made.stage, made.town, play.prepare(made.stage, made.town, NEGOTIATED)
    method = stage.book.method_by_id[NEGOTIATED.chosen.method]
    deed = replace(methods.choice_of(NEGOTIATED.chosen, method), evidence=paper(made, "紧急情况说明"))
    stage.confirms(town.buyer, deed, played.case)
    play.appoint_holders(stage, town, played)
    play.solicit(stage, town, played)
    play.obtain_all(stage, played)
    play.bid_all(stage, town, played)
    play.open_all(stage, town, played)
    judging.form_committee(stage, town, played)
    judging.review(stage, town, played, LOT)
    changed = ChangeTerms(LOT, ("technical",), FINE, paper(made, "变动后的技术要求"))
    stage.acts(chair(made, played), changed, played.case)


def removed(made):
    """A supplier is taken off a list on evidence."""
    played = opened(made, FIVE)
    gone = max(listings(made, played), key=lambda one: one.agreed.suppliers)  # not the one asked as a winner
    deed = EndListing(played.case, LOT, "removed", FINE, "breach", paper(made, "违约通知"))
    made.stage.acts(made.town.agent, deed, gone.id)


def clarified(made):
    """Notices are clarified by documents; one applicant withdraws."""
    stage, town, played = made.stage, made.town, play.plan(made.stage, made.town, APPLYING)
    prequalifying.call(stage, town, played)
    stage.acts(town.agent, ClarifyPrequalification(FINE, paper(made, "资格预审澄清")), played.case)
    gone = register_supplier(stage, Text("退", "gone"), territory="CN-37")
    docket = prequalifying.apply(stage, played, APPLYING.bidders[0], gone)
    stage.acts(gone, WithdrawApplication(played.case, "产能不足"), docket)
    applied = prequalifying.apply_all(stage, town, played)
    prequalifying.open_and_review(stage, town, played)
    prequalifying.conclude(stage, town, played)
    prequalifying.tell_all(stage, town, played)
    deed = replace(play.solicitation_of(stage, played), prequalified=True)
    stage.confirms(play.host(town, played), deed, played.case)
    prequalifying.obtain_admitted(stage, town, played, applied)
    stage.acts(town.agent, IssueClarification(FINE, False, paper(made, "澄清文件")), played.case)
    play.bid_all(stage, town, played)
    play.open_all(stage, town, played)


def stepped_down(made):
    """Entries are put right, a member steps down, a mandate is taken back, and the lot is awarded."""
    put_right(made)
    played = formed(made, SMALL)
    gone = made.stage.case(played.case, made.town.buyer).evaluation.committee.experts[0].person
    party = next(one for one in made.town.experts if one.device.person == gone)
    made.stage.acts(party, DeclareRecusal(gone, FINE), played.case)
    author = made.town.author.capacity.mandate
    made.stage.acts(made.town.registrar, RevokeMandate(made.town.purchaser, "调离"), author)
    judging.evaluate_lot(made.stage, made.town, played, LOT)
    judging.award(made.stage, made.town, played, LOT)


def rewritten(made):
    """A sum was corrected, and the lot is awarded."""
    judging.award(made.stage, made.town, corrected(made, SMALL), LOT)


MINE = (negotiated, removed, clarified, stepped_down, rewritten)
WORLDS = {name: (world(name), played) for name, played in PLAYS.items()} | {
    "unopened": (found, MORE["unopened"]),
    "failed": (found, MORE["failed"]),
    "server": (found, MORE["server"]),
    "planned": (found, MORE["planned"]),
    "preferences": (found, lambda made: awarded(made, E7)),
    **{one.__name__: (found, one) for one in MINE},
}


@pytest.fixture(scope="module")
def read():
    """What was read in all these worlds."""
    readings = Readings()
    for begin, play_on in WORLDS.values():
        made = begin()
        play_on(made)
        live(made, readings)
    return readings


def none(pairs, said):
    """There are no such pairs; each that is there is named."""
    assert not pairs, "\n".join([said, *(f"  {what}: {reader}" for what, reader in sorted(pairs))])


def test_each_file_is_read_by_each_of_its_readers_and_by_nobody_else(read, capsys):
    named = set(pairs(FILES)) | {(what + UNOPENED, reader) for what, reader in pairs(OF_UNOPENED)}
    unread = {pair for table in UNREAD.values() for pair in pairs(table)}
    binding = {f"{kind}.{name}" for kind in KINDS for name in fields_of(kind)}
    assert {what.removesuffix(UNOPENED) for what, _ in named} == binding
    none(named - unread - read.files, "in no world these readers read these files")
    none(read.files - named, "no table names these readers of these files, and they read them")
    none(unread - (named - read.files), "these are listed as never read, and are read or have no such reader")
    with capsys.disabled():
        print(
            f"\n{len(read.files)} of {len(named)} pairs of a file and a reader are read, "
            f"{len(unread)} are listed with a reason"
        )


def test_each_file_is_read_from_the_act_that_binds_it_on_and_not_before(read):
    none(read.early, "these are read before they may be")
    none(read.late & read.files, "these are read, but not with the act that binds them")


def test_each_kind_is_read_by_each_of_its_readers_and_by_nobody_else(read, capsys):
    named = {(kind, "everybody") for kind in KINDS if kind != "RaiseEnquiry"}
    named |= {(kind, "auditor") for kind in KINDS if PHASE_OF[kind] not in ("registry", "server")}
    named |= {(kind, "own") for kind in (*OF_BIDS.split(), "RaiseEnquiry")}
    named |= set(pairs(INSIDE))
    none(named - read.acts, "in no world these readers read these kinds")
    none(read.acts - named, "no table names these readers of these kinds, and they read them")
    with capsys.disabled():
        print(f"\n{len(read.acts)} of {len(named)} pairs of a kind and a reader are read")


def test_what_only_insiders_read_comes_out_with_the_act_that_ends_its_secret(read):
    later = {kind: ends.split() for ends, kinds in BEFORE.items() for kind in kinds.split()}
    brought_out = {(kind, by) for kind, acts in read.brought_out.items() for by in acts}
    none({(kind, by) for kind, by in brought_out if by not in later.get(kind, ())}, "brought out too early")
    none({(kind, "everybody") for kind in later.keys() - read.brought_out.keys()}, "never brought out")
    apart = {*later, *OF_BIDS.split(), "RaiseEnquiry", "ConcludePrequalification"} - set(AT_ONCE_TOO.split())
    assert sorted(read.at_once) == sorted(set(KINDS) - apart)
