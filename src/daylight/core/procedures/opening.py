"""Conditions of opening acts: after the deadline, by k holders, with one disposition for each submission."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal

from daylight.core.acts.bid_content import read_declaration, read_price
from daylight.core.acts.bidding import LotEnvelope
from daylight.core.acts.dockets import bid_docket
from daylight.core.acts.opening import (
    DISCLOSED_PARTS,
    CallOpening,
    Disposition,
    OpenBids,
    OpenedPart,
    ReleaseShares,
)
from daylight.core.dockets.bid import BidFile, Submission
from daylight.core.dockets.case.case import Case
from daylight.core.dockets.indexes import BidIndex
from daylight.core.dockets.stage import Stage
from daylight.core.procedures.common import acts_by_right, intent_is_signed_by_a_registered_person, mandated
from daylight.core.procedures.matter import Matter, law_of_case
from daylight.core.procedures.planning.choice import lowered
from daylight.core.procedures.planning.need import host_acts
from daylight.core.rulebook.book import Rulebook
from daylight.core.sealing.envelope import verify_part
from daylight.core.sealing.manifest import Manifest
from daylight.core.sealing.parts import Part
from daylight.core.values.fact import Code, Spelled, this
from daylight.core.values.instant import Instant
from daylight.core.values.plain import Misshapen
from daylight.core.values.refusal import Refusal, refuse

Sealed = Literal["bids", "applications"]
TOO_FEW, MISSING, UNREADABLE = "shares.too-few", "vault.missing", "part.unreadable"
TOLD_BY_FILES = {
    MISSING,
    UNREADABLE,
    "share.other-terms",
    "shares.do-not-fit",
    "body.differs",
    "body.does-not-decrypt",
    "body.malformed",
    "part.differs",
}
"""Why an envelope may not open with the shares of enough holders: only who has its files can tell."""


def deadline_has_passed(m: Matter) -> Refusal | None:
    """Nothing is opened early: the date alone, or the persons alone, are not enough."""
    deadline = m.case.tendering.deadline
    if deadline and m.at.utc_ms >= deadline.utc_ms:
        return None
    return refuse("opening.too-early", "opening.at_deadline", deadline=deadline)


def bids_are_not_opened(m: Matter) -> Refusal | None:
    """There is one opening."""
    return refuse("opening.repeated", "opening.record") if m.case.opening.opened_at else None


def what_is_sealed_is_due(m: Matter) -> Refusal | None:
    """The presider calls after the deadline, by the platform's clock and by his own."""
    deadline = deadline_of(m.case, m.deed(CallOpening).of)
    if deadline and min(m.at.utc_ms, m.deed(CallOpening).called_at.utc_ms) >= deadline.utc_ms:
        return None
    return refuse("opening.called-too-early", "opening.at_deadline", deadline=deadline)


def opening_is_called_once(m: Matter) -> Refusal | None:
    """The opening of each round is called once, and not when it is over."""
    of = m.deed(CallOpening).of
    called = called_at(m.case, of) or (m.case.opening.opened_at if of == "bids" else None)
    return refuse("opening.called-already", "opening.at_deadline", at=called) if called else None


def opening_of_bids_is_called(m: Matter) -> Refusal | None:
    """Holders release on the presider's signed word that the deadline has passed."""
    return _called(m, "bids")


def opening_of_applications_is_called(m: Matter) -> Refusal | None:
    """The same for applications to prequalify."""
    return _called(m, "applications")


def _called(m: Matter, of: Sealed) -> Refusal | None:
    deadline = deadline_of(m.case, of)
    if deadline is None or m.at.utc_ms < deadline.utc_ms or called_at(m.case, of):
        return None  # another condition says that it is too early
    return refuse("opening.not-called", "opening.at_deadline")


def deadline_of(case: Case, of: Sealed) -> Instant | None:
    """Until when what is sealed is taken; nothing where the case asks for none."""
    called = case.tendering.prequalification
    if of == "bids":
        return case.tendering.deadline
    return called.deadline if called else None


def called_at(case: Case, of: Sealed) -> Instant | None:
    """When the presider called the opening, by his own clock; nothing before that."""
    called = case.tendering.prequalification
    if of == "bids":
        return case.opening.called_at
    return called.called_at if called else None


def actor_holds_a_key(m: Matter) -> Refusal | None:
    """Shares are released by holders, each once."""
    keys = m.case.planning.key_set
    holds = keys and m.intent.person in {holder.person for holder in keys.holders}
    if holds and m.intent.person not in {person for person, _ in m.case.opening.released}:
        return None
    return refuse("opening.not-a-holder", "keyholders.sealing", person=m.named(m.intent.person))


def every_standing_envelope_is_covered(m: Matter) -> Refusal | None:
    """A holder releases the shares of all bids that are to be opened, or says why one cannot be."""
    if not _may_learn_of_bids(m):
        return None  # another condition says that it is too early, or who may
    named = sorted(share.manifest for share in m.deed(ReleaseShares).shares)
    wanted = sorted(
        manifest.digest().hex() for _, _, manifest in envelopes_to_open(m.case, _index(m), minimum_bidders(m))
    )
    if named == wanted:
        return None
    return refuse("opening.shares-incomplete", "keyholders.sealing", named=len(named), wanted=len(wanted))


def shares_are_those_the_bidder_sealed(m: Matter) -> Refusal | None:
    """A released share has the digest its manifest promised; anything else is a fault to be named."""
    if not _may_learn_of_bids(m):
        return None  # another condition says that it is too early, or who may
    keys = m.case.planning.key_set
    recipient = next((h.recipient for h in keys.holders if h.person == m.intent.person), "") if keys else ""
    promised = {
        (manifest.digest().hex(), share.plaintext.hex())
        for _, _, manifest in envelopes_to_open(m.case, _index(m), minimum_bidders(m))
        for holder, share in zip(manifest.terms.key_set.holders, manifest.shares, strict=True)
        if holder == recipient
    }
    for share in m.deed(ReleaseShares).shares:
        if not share.fault and (share.manifest, share.plaintext_sha256) not in promised:
            return refuse("opening.wrong-share", "keyholders.sealing", manifest=Spelled(None, share.manifest))
    return None


def enough_holders_released(m: Matter) -> Refusal | None:
    """The threshold is reached, unless there is nothing to open."""
    if not _may_learn_of_bids(m):
        return None  # another condition says that it is too early, or who may
    keys = m.case.planning.key_set
    wanted = envelopes_to_open(m.case, _index(m), minimum_bidders(m))
    if not wanted or (keys and len(m.case.opening.released) >= keys.threshold):
        return None
    return refuse(
        "opening.too-few-holders",
        "keyholders.sealing",
        released=len(m.case.opening.released),
        needed=keys.threshold if keys else 0,
    )


def presider_is_not_on_the_committee(m: Matter) -> Refusal | None:
    """Members of the committee stay away from the opening."""
    committee = m.case.evaluation.committee
    if m.case.closed or committee is None or m.intent.person not in committee.members:
        return None  # where offers are not read out, the committee itself may open them
    return refuse("opening.committee-present", "opening.committee_absent", person=m.named(m.intent.person))


def every_submission_has_its_disposition(m: Matter) -> Refusal | None:
    """Each submission, replaced and withdrawn ones too, is disposed of exactly once and rightly."""
    deed = m.deed(OpenBids)
    if not _may_learn_of_bids(m):
        return None  # another condition says that it is too early, or who may
    index, least = _index(m), minimum_bidders(m)
    named = {(d.submission, d.lot): d for d in deed.dispositions}
    wanted = dict(expected_dispositions(m.case, index, least))
    if set(named) != set(wanted) or len(named) != len(deed.dispositions):
        return refuse(
            "opening.dispositions-incomplete", "opening.record", named=len(named), wanted=len(wanted)
        )
    for key, disposition in named.items():
        if disposition.kind not in wanted[key]:
            return refuse(
                "opening.wrong-disposition",
                "opening.record",
                bid=this(disposition.bid),
                kind=Code("disposition", disposition.kind),
            )
    return None


def opened_parts_are_those_that_were_sealed(m: Matter) -> Refusal | None:
    """What is read out is tied to the manifest by its salt, and an unopenable envelope by its evidence."""
    if not _may_learn_of_bids(m):
        return None  # another condition says that it is too early, or who may
    manifests = {
        (file.id, envelope.lot, manifest.digest().hex()): manifest
        for file in _index(m).files
        for submission in file.submissions
        for envelope in submission.envelopes
        for manifest in (envelope.manifest,)
    }
    for disposition in m.deed(OpenBids).dispositions:
        found = manifests.get((disposition.bid, disposition.lot, disposition.manifest))
        if found is None:
            return refuse("opening.wrong-manifest", "bidding.sealed", bid=this(disposition.bid))
        if not _tied(disposition, found):
            return refuse("opening.part-does-not-match", "bidding.sealed", bid=this(disposition.bid))
    return None


def envelopes_open_as_far_as_shares_were_released(m: Matter) -> Refusal | None:
    """With too few good shares nothing opens, for that reason; with enough of them it is another reason."""
    if not _may_learn_of_bids(m):
        return None  # another condition says that it is too early, or who may
    released = [share for _, shares in m.case.opening.released for share in shares]
    good = Counter(manifest for manifest, _, fault in released if not fault)
    keys = m.case.planning.key_set
    for one in m.deed(OpenBids).dispositions:
        tried = one.kind in ("opened", "unopenable")
        if keys and tried and not may_come_of_shares(one.evidence, good[one.manifest], keys.threshold):
            return refuse(
                "opening.wrong-evidence",
                "keyholders.sealing",
                bid=this(one.bid),
                good=good[one.manifest],
                needed=keys.threshold,
            )
    return None


def may_come_of_shares(evidence: str, good: int, needed: int) -> bool:
    """Whether an envelope can open, or fail for this reason, with so many good shares."""
    return evidence == TOO_FEW if good < needed else not evidence or evidence in TOLD_BY_FILES


def bidders_are_named_rightly(m: Matter) -> Refusal | None:
    """The names read out are those behind the dockets."""
    if not _may_learn_of_bids(m):
        return None  # another condition says that it is too early, or who may
    named = {one.bid: one.bidders for one in m.deed(OpenBids).bidders}
    files = (file.in_round(m.case.tendering.round) for file in _index(m).files)
    true = {file.id: file.bidders for file in files if file.submissions}
    return None if named == true else refuse("opening.wrong-bidders", "opening.record", named=len(named))


def bids_were_named_by_the_secret(m: Matter) -> Refusal | None:
    """Each set of bidders had one docket, named by the secret that is disclosed now."""
    if not _may_learn_of_bids(m):
        return None  # another condition says that it is too early, or who may
    secret = m.deed(OpenBids).secret
    if secret and all(file.id == bid_docket(m.case.id, file.bidders, secret) for file in _index(m).files):
        return None
    return refuse("opening.wrong-secret", "opening.record")


def minimum_bidders(m: Matter) -> int:
    """Below this number of bidders a lot may not be opened; the law of the day of issue decides."""
    return minimum_bidders_of(m.book, m.case)


def minimum_bidders_of(book: Rulebook, case: Case) -> int:
    """The same for who prepares an act; a round of final offers may have a minimum of its own."""
    law = law_of_case(
        book, case, case.tendering.issued_at.day if case.tendering.issued_at else case.opened_on
    )
    final = law.maybe("final_offer.minimum") if case.tendering.round > 1 else None
    return lowered(law, case, law.whole(final.parameter.id if final else "bidding.minimum_bidders").value)


def envelopes_to_open(
    case: Case, index: BidIndex, least: int
) -> tuple[tuple[BidFile, LotEnvelope, Manifest], ...]:
    """The standing envelopes of all lots that have enough bidders."""
    standing = [
        (file, envelope, envelope.manifest)
        for file in (file.in_round(case.tendering.round) for file in index.files)
        if file.standing
        for envelope in file.standing.envelopes
    ]
    counts = {lot.id: sum(envelope.lot == lot.id for _, envelope, _ in standing) for lot in case.lots}
    tendered = {lot.id for lot in case.lots if lot.stage is Stage.TENDERED}
    return tuple(one for one in standing if one[1].lot in tendered and counts[one[1].lot] >= least)


def expected_dispositions(
    case: Case, index: BidIndex, least: int
) -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
    """For each submission and lot, the dispositions that can be right."""
    to_open = {manifest.digest().hex() for _, _, manifest in envelopes_to_open(case, index, least)}
    for file in index.files:
        file = file.in_round(case.tendering.round)
        for place, submission in enumerate(file.submissions):
            last = place == len(file.submissions) - 1
            for envelope in submission.envelopes:
                yield (
                    (submission.digest, envelope.lot),
                    _possible(file, submission, last=last, opens=envelope.manifest.digest().hex() in to_open),
                )


def readable(part: OpenedPart) -> bool:
    """Whether a part that is read out says what such a part says."""
    try:
        (read_price if part.name == "price" else read_declaration)(part.content)
    except Misshapen:
        return False
    return True


def _possible(file: BidFile, submission: Submission, *, last: bool, opens: bool) -> tuple[str, ...]:
    if not last:
        return ("replaced",)
    if file.standing is not submission:
        return ("withdrawn",)
    return ("opened", "unopenable") if opens else ("returned",)


def _tied(disposition: Disposition, manifest: Manifest) -> bool:
    if disposition.kind != "opened":
        return not disposition.parts and bool(disposition.evidence) == (disposition.kind == "unopenable")
    if tuple(part.name for part in disposition.parts) != DISCLOSED_PARTS:
        return False
    return all(readable(part) for part in disposition.parts) and all(
        verify_part(manifest, Part(part.name, part.content.encode()), part.salt) for part in disposition.parts
    )


def _index(m: Matter) -> BidIndex:
    index = m.facets.get("bids")
    if not isinstance(index, BidIndex):
        raise TypeError("the kind must declare the index of the case's bids")
    return index


def _may_learn_of_bids(m: Matter) -> bool:
    """Before the deadline nobody learns of bids, and after it only who opens them: the host, and a holder."""
    if deadline_has_passed(m):
        return False
    if m.intent.organisation:
        return host_acts("opening.preside")(m) is None and acts_by_right(m, mandated("opening.preside"))
    return actor_holds_a_key(m) is None and intent_is_signed_by_a_registered_person(m) is None
