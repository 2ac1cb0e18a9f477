"""The matrix of a method: at each stage, may each role do each kind of act, and if not, for what provisions?

A purchase is played twice from one seed. The first play gives a deed of every kind; in the second, at each
stage it reaches, every role tries every deed. Nothing tried is committed.
"""

from __future__ import annotations

import copy
import dataclasses
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from daylight.client.session import Party
from daylight.core.acts.dockets import prequalification_docket
from daylight.core.acts.intent import read_signed, signed_bytes
from daylight.core.acts.kinds import KINDS, Deed
from daylight.core.judgement.course import Step, stage_of
from daylight.practice.play import Played
from world import TestWorld

Play = Callable[[TestWorld], Played]

#: Codes that only say "not now": the same deed is refused or admitted by where the purchase stands.
NOT_NOW = frozenset({
    "acts.state-moved", "acts.unknown-docket", "acts.docket-taken", "acts.unknown-subject",
    "planning.already-issued", "planning.intention-repeated", "choice.none-made",
    "choice.nothing-to-approve", "choice.no-publicity", "choice.published-before", "choice.not-public",
    "choice.publicity-over", "choice.no-invitation", "solicitation.already-issued",
    "solicitation.not-issued", "solicitation.supply-over", "bidding.after-deadline", "bidding.lot-not-open",
    "bidding.other-round", "bidding.nothing-to-withdraw", "opening.too-early", "opening.repeated",
    "evaluation.lot-not-opened", "evaluation.committee-formed", "evaluation.draw-prepared",
    "evaluation.reviewed-before", "evaluation.asked-before", "negotiation.over",
    "negotiation.no-final-offers", "award.not-evaluated", "award.not-awarded", "award.not-notified",
    "award.published-before", "award.already-decided", "award.nobody-to-pass-over",
    "award.deadline-not-passed", "contracting.not-notified", "contracting.not-signed",
    "contracting.award-unpublished", "evaluation.too-late", "evaluation.nothing-changed",
    "evaluation.no-committee", "evaluation.contract-stands", "evaluation.concluded-with-member",
    "award.report-delivered", "award.time-runs", "award.objection-late", "award.objected",
    "award.time-not-running", "contracting.not-the-copy", "contracting.filed-before", "security.not-held",
    "security.winner-unsigned", "security.bid-stands", "security.nothing-to-confirm",
    "security.confirmed-before", "security.none-agreed", "security.returned-before",
    "solicitation.answered-before", "prequalification.not-issued", "prequalification.issued-before",
    "prequalification.after-deadline", "prequalification.too-early", "prequalification.not-to-be-opened",
    "prequalification.not-to-be-reviewed", "prequalification.not-to-be-told",
    "prequalification.not-concluded", "prequalification.review-open",
    "prequalification.nothing-to-withdraw",
})  # fmt: skip

#: Beside its stage a framework is asked again when its first listing is there: then purchasers call off.
OPEN = ", listings open"


@dataclass(frozen=True)
class Cell:
    """One question: may this role do this kind at this stage?"""

    stage: str
    kind: str
    role: str


@dataclass
class Matrix:
    """What was asked and answered, and what really happened."""

    allowed: set[Cell] = field(default_factory=set)
    reached: set[Cell] = field(default_factory=set)
    refused: dict[Cell, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    steps: set[Step] = field(default_factory=set)
    done: Counter[str] = field(default_factory=Counter)

    @property
    def only_not_now(self) -> int:
        """Refused cells in which every reason is that it is not the stage for it."""
        return sum(all(code in NOT_NOW for code, _ in reasons) for reasons in self.refused.values())

    def by_provision(self) -> Counter[str]:
        """How many refused cells rest on each provision role or parameter."""
        return Counter(role for reasons in self.refused.values() for role in {role for _, role in reasons})


def deeds_of(made: TestWorld, case: str) -> dict[str, tuple[Deed, str]]:
    """The first deed of each kind with its docket, those of the case before any other."""
    acts = [(act.intent.kind, act.intent.deed, act.docket) for act in made.acts]
    acts.sort(key=lambda one: not _is_of(one[1:], case))
    found: dict[str, tuple[Deed, str]] = {}
    for kind, deed, docket in acts:
        found.setdefault(kind, (deed, docket))
    return found


def fitted(deed: Deed, docket: str, case: str, bid: str) -> tuple[Deed, str]:
    """A deed of another purchase, as if it were meant for this one."""
    names = {one.name for one in dataclasses.fields(deed)}
    given = {name: value for name, value in (("case", case), ("bid", bid)) if name in names}
    where = {"case": case, "bid": bid, "prequalification": prequalification_docket(case)}.get(
        docket.partition("-")[0], docket
    )
    return dataclasses.replace(deed, **given), where


def filled(found: Callable[[], TestWorld], play: Play, others: dict[str, tuple[Deed, str]]) -> Matrix:
    """Play twice: learn the deeds, then try everything at every stage."""
    first = found()
    played = play(first)
    deeds = deeds_of(first, played.case)
    bid = next(iter(played.bidders), "bid-" + "0" * 32)
    for kind, (deed, docket) in others.items():
        if kind not in deeds or not _is_of(deeds[kind], played.case):
            deeds[kind] = fitted(deed, docket, played.case, bid)
    parties = roles_of(first, played)
    return _tried(found, play, played.case, deeds, parties)


def roles_of(made: TestWorld, played: Played) -> dict[str, Party]:
    """Who tries: each role of the town, and of the purchase where it has one."""
    town = made.town
    case = made.stage.case(played.case, town.buyer)
    committee = case.evaluation.committee
    experts = {party.device.person: party.in_person() for party in town.experts}
    members = [experts[one] for one in committee.members if one in experts] if committee else []
    alternates = committee.alternates if committee else ()
    called = {*(committee.members if committee else ()), *(seat.person for seat in alternates)}
    called |= {person for one in case.evaluation.dissolved for person in one.members}
    bidders = [party for _, party in played.bidders.values()]
    known = {
        "purchaser": town.buyer,
        "reviewer": town.reviewer,
        "representative": town.buyer.in_person(),
        "agency": town.agent,
        "finance": town.finance,
        "holder": town.holders[2].in_person(),
        "outsider": next(party for one, party in experts.items() if one not in called),
    }
    if bidders:
        known |= {"bidder": bidders[0], "other bidder": bidders[-1]}
    return known | ({"chair": members[0], "expert": members[-1]} if members else {})


def _tried(
    found: Callable[[], TestWorld],
    play: Play,
    case: str,
    deeds: dict[str, tuple[Deed, str]],
    parties: dict[str, Party],
) -> Matrix:
    matrix, made, seen = Matrix(), found(), set()
    chance = random.Random(7)
    stage = dataclasses.replace(made.stage, randomness=chance.randbytes)
    perform = made.office.perform

    def watched(source, openings=()):
        before = stage_of(_case(made, case))
        if (here := before + OPEN * bool(made.office.journal.links(f"listings:{case}"))) not in seen:
            seen.add(here)
            for kind, (deed, docket) in sorted(deeds.items()):
                for role, party in parties.items():
                    _try(made, stage, matrix, Cell(here, kind, role), party, deed, docket)
        answer = perform(source, openings)
        after = stage_of(_case(made, case))
        kind = read_signed(source).intent.kind
        matrix.done[kind] += hasattr(answer, "act")
        if after != before:
            matrix.steps.add(Step(before, KINDS[kind], after))
        return answer

    made.office.perform = watched
    play(made)
    return matrix


def _try(made, stage, matrix: Matrix, cell: Cell, party: Party, deed: Deed, docket: str) -> None:
    head = made.office.views.of(docket, fresh=True).head.digest
    signed = read_signed(stage.intent(party, deed, docket, shown=head))
    judged = made.office._judged(signed, made.clock.now(), (), fresh=True)
    if hasattr(judged, "refusals"):
        matrix.refused[cell] = tuple((refusal.code, refusal.role) for refusal in judged.refusals)
        return
    matrix.allowed.add(cell)
    if hasattr(_alone(made).office.perform(signed_bytes(signed)), "act"):
        matrix.reached.add(cell)


def _alone(made: TestWorld) -> TestWorld:
    """A world of one's own, in which what is allowed is really done."""
    office = made.office
    memo = {id(made.stage.book): made.stage.book, id(made.stage.crypto): made.stage.crypto}
    for lock in (office.journal._lane, office.views._lock, office.gateway._lock, office.keys._lock):
        memo[id(lock)] = lock
    watched = office.__dict__.pop("perform")
    try:
        return copy.deepcopy(made, memo)
    finally:
        office.perform = watched


def _case(made: TestWorld, case: str):
    return made.office.views.of(case, fresh=True).state


def _is_of(found: tuple[Deed, str], case: str) -> bool:
    deed, docket = found
    return docket == case or getattr(deed, "case", "") == case
