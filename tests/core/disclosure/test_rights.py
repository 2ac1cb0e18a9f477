"""Every reader's own view: what he may read, and what he may not, act by act and file by file."""

import typing
from dataclasses import replace

import pytest

from daylight.core.acts.common import Document
from daylight.core.acts.kinds import KINDS
from daylight.core.disclosure.register import PUBLICATIONS
from daylight.core.disclosure.rights import Who, files_shown, length_shown, readers
from daylight.core.disclosure.row import Reader
from daylight.core.disclosure.visibility import public_length
from daylight.core.dockets.bid import BidFile
from daylight.core.dockets.case.award import LotAward
from daylight.core.dockets.case.case import Case
from daylight.core.judgement.fold import fold
from played import world_of

STRANGER = Who("person-nobody", "org-nobody")


def binds(kind):
    """The fields of a kind that hold documents."""
    hints = typing.get_type_hints(KINDS[kind])
    return {name for name, hint in hints.items() if Document in (hint, *typing.get_args(hint))}


def test_every_document_a_kind_binds_has_its_readers():
    declared = {kind: {files.field for files in row.files} for kind, row in PUBLICATIONS.items()}
    assert declared == {kind: binds(kind) for kind in KINDS}
    assert sum(map(len, declared.values())) > 30
    assert all(files.rights for row in PUBLICATIONS.values() for files in row.files)


@pytest.fixture(scope="module")
def full():
    """A whole purchase: its acts by docket, its case, and who took part."""
    world = world_of("full")
    dockets = {}
    for act in world.acts:
        dockets.setdefault(act.docket, []).append(act)
    states = {docket: fold(acts) for docket, acts in dockets.items()}
    case = next(state for state in states.values() if isinstance(state, Case))
    bids = {docket: state for docket, state in states.items() if isinstance(state, BidFile)}
    return world, dockets, case, bids


def titles(dockets, case, who, docket=None, own=()):
    return {one.title for one in files_shown(dockets[docket or case.id], who, case, own)}


def upto(dockets, case, kind):
    """The acts of the case before the first of a kind, and the case they add up to."""
    acts = dockets[case.id]
    place = next(place for place, act in enumerate(acts) if act.intent.kind == kind)
    return {**dockets, case.id: acts[:place]}, fold(acts[:place])


def test_everybody_reads_the_documents_and_the_published_contract_and_nothing_else(full):
    _, dockets, case, _ = full
    shown = {one.sha256 for one in files_shown(dockets[case.id], STRANGER, case)}
    issued, public = case.tendering.solicitation, KINDS["PublishContract"]
    wanted = {*issued.documents, issued.contract_terms}
    wanted |= {a.deed(public).public_text for a in dockets[case.id] if isinstance(a.intent.deed, public)}
    amended = [a.intent.deed for a in dockets[case.id] if a.intent.kind == "IssueClarification"]
    wanted |= {one for deed in amended for one in deed.documents}
    assert shown == {one.sha256 for one in wanted}


def test_the_text_of_the_contract_is_for_both_parties_and_the_supervisor(full):
    _, dockets, case, _ = full
    text = next(a.intent.deed.text.sha256 for a in dockets[case.id] if a.intent.kind == "SignContract")
    lot = case.lots[0]
    bids = {bid.bid: bid.bidders[0] for bid in lot.evaluation.bids}
    loser = next(org for bid, org in bids.items() if bid != lot.award.winner)

    def reads(organisation, supervises=""):
        return text in {
            one.sha256 for one in files_shown(dockets[case.id], Who("p", organisation, supervises), case)
        }

    assert reads(case.purchaser) and reads(case.host) and reads(bids[lot.award.winner])
    assert reads("org-finance", case.requirement.territory)
    assert not reads("org-finance", "elsewhere")
    assert not reads(loser) and not reads("org-nobody")


def test_a_bid_docket_is_read_whole_by_its_bidder_and_by_no_one_else(full):
    _, dockets, case, bids = full
    for docket, file in bids.items():
        own, other = Who("p", file.bidders[0]), Who("p", "org-other")
        everyone = [own, other, Who("p", case.host), Who("p", case.purchaser), Who()]
        lengths = [
            length_shown(docket, dockets[docket], readers(who, case, file.bidders)) for who in everyone
        ]
        assert lengths == [len(dockets[docket]), 0, 0, 0, 0]


def test_evidence_of_a_security_opens_to_the_host_with_the_bid_and_never_without_one(full):
    _, dockets, case, bids = full
    secured = [
        docket for docket in bids if any(act.intent.kind == "RecordBidSecurity" for act in dockets[docket])
    ]
    before, sealed = upto(dockets, case, "OpenBids")
    host, opened = Who("p", case.host), {bid.bid for bid in case.lots[0].evaluation.bids}
    for docket in secured:
        assert titles(before, sealed, host, docket) == set()
        assert titles(before, sealed, Who("p", bids[docket].bidders[0]), docket, bids[docket].bidders)
    assert {docket for docket in secured if titles(dockets, case, host, docket)} == opened
    assert {bool(bids[docket].withdrawn_at) for docket in secured if docket not in opened} == {True, False}


def test_an_insider_reads_the_case_whole_and_everybody_a_prefix_without_gaps(full):
    _, dockets, case, _ = full
    before, running = upto(dockets, case, "ConcludeEvaluation")
    acts = before[case.id]
    member = Who(running.evaluation.committee.members[0])
    assert length_shown(case.id, acts, readers(member, running)) == len(acts)
    assert length_shown(case.id, acts, readers(STRANGER, running)) == public_length(acts) < len(acts)
    assert length_shown(case.id, acts, frozenset({Reader.AUDITOR})) == len(acts)


def test_the_register_and_an_unsigned_reader_have_no_more_than_everybody(full):
    _, dockets, case, _ = full
    assert readers(Who(), case) == frozenset({Reader.EVERYBODY})
    assert readers(Who("", case.purchaser), case) == frozenset({Reader.EVERYBODY})
    assert titles(dockets, case, Who()) == titles(dockets, case, STRANGER)


def test_the_next_winner_does_not_read_the_text_signed_with_the_one_before(full):
    _, dockets, case, _ = full
    text = next(a.intent.deed.text.sha256 for a in dockets[case.id] if a.intent.kind == "SignContract")
    lot = case.lots[0]
    follower = next(bid for bid in lot.evaluation.bids if bid.bid != lot.award.winner)
    passed = replace(lot, evaluation=replace(lot.evaluation, award=LotAward(winner=follower.bid)))
    after = replace(case, lots=(passed, *case.lots[1:]))
    shown = files_shown(dockets[case.id], Who("p", follower.bidders[0]), after)
    assert text not in {one.sha256 for one in shown}
