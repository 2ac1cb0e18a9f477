"""A prequalification played: the notice, sealed applications, their opening and review, the conclusion."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from daylight.client.bidder import submit_application
from daylight.client.holder import release_applications
from daylight.client.presider import call_opening, open_applications
from daylight.client.session import Party
from daylight.core.acts.dockets import prequalification_docket
from daylight.core.acts.prequalification import (
    ConcludePrequalification,
    IssuePrequalification,
    PassedApplicant,
    ReviewApplicant,
    TellApplicant,
    applicant_bytes,
)
from daylight.core.dockets.bid import Application
from daylight.core.draw.draw import Drawn, draw
from daylight.core.draw.pool import PoolEntry, handle_of, person_digest
from daylight.core.draw.walk import Quota
from daylight.core.procedures.prequalification.calling import minimum_qualified_of
from daylight.core.values.text import Text
from daylight.practice.claiming import MEETS
from daylight.practice.judging import Drawing, HoldersHere, drawn
from daylight.practice.play import HOUR_MS, INTENTION_DAYS, Played, document, host, obtain, pass_days
from daylight.practice.script import BidScript
from daylight.practice.stage import Stage
from daylight.practice.town import Town, register_supplier

APPLYING_DAYS = 10
DOCUMENT_DAYS = 9
KEY_BYTES = SALT_BYTES = 32
APPLICANTS = "applicant"
NOT_DRAWN = Text("随机抽取时未被抽中", "not called by the draw")


@dataclass
class Applied:
    """Who applied, by bid docket."""

    applicants: dict[str, tuple[BidScript, Party]]


def prequalification_of(stage: Stage, played: Played, invited: int = 0) -> IssuePrequalification:
    """The call of a script, issued now."""
    now = stage.clock.now()
    return IssuePrequalification(
        documents=(document(stage, "资格预审文件", f"# {played.script.title.zh}\n"),),
        qualification=played.script.qualification,
        documents_until=now.day + timedelta(days=DOCUMENT_DAYS),
        deadline=now.on_day(now.day + timedelta(days=APPLYING_DAYS)),
        consortium_allowed=True,
        invited=invited,
    )


def call(stage: Stage, town: Town, played: Played, invited: int = 0) -> None:
    """Applications are called for when the intention has been out long enough."""
    pass_days(stage, INTENTION_DAYS)
    deed = prequalification_of(stage, played, invited)
    stage.confirms(host(town, played), deed, played.case)


def apply_all(stage: Stage, town: Town, played: Played) -> Applied:
    """Every bidder of the script registers and applies, an hour before the deadline."""
    applied = Applied({})
    called = stage.case(played.case, town.buyer).tendering.prequalification
    assert called is not None
    stage.clock.move_to(called.deadline.later_by(-HOUR_MS))
    for bid in played.script.bidders:
        party = register_supplier(stage, bid.name, territory=played.script.territory, scale=bid.scale)
        applied.applicants[apply(stage, played, bid, party)] = (bid, party)
    stage.clock.move_to(called.deadline)
    return applied


def apply(stage: Stage, played: Played, bid: BidScript, party: Party) -> str:
    """Seal, upload, submit an application; returns the docket it lies in."""
    evidence = f"资格证明 {bid.name.zh}\n".encode()
    submit_application(stage, party, played.case, bid.name.zh, evidence)
    return stage.bid_docket(played.case, party)


def open_and_review(stage: Stage, town: Town, played: Played) -> None:
    """k holders release their shares of every application, the host opens and reviews each."""
    presider = host(town, played)
    call_opening(stage, played.case, presider, "applications")
    for holder, key in played.keys[: played.script.threshold]:
        release_applications(stage, played.case, holder, key)
    open_applications(stage, played.case, presider)
    for docket in standing(stage, town, played):
        review(stage, town, played, docket)


def review(stage: Stage, town: Town, played: Played, docket: str) -> None:
    """The host reviews an application by what the script says of its bidder."""
    said = standing(stage, town, played)[docket].declaration
    script = next((one for one in played.script.bidders if said == f'"{one.name.zh}"'), None)
    failed = script.unqualified if script else Text("无法开启", "it could not be opened")
    stage.acts(host(town, played), ReviewApplicant(played.case, failed is None, failed or MEETS), docket)


def conclude(stage: Stage, town: Town, played: Played) -> bool:
    """The host concludes, by a draw where fewer are invited than passed; whether enough passed."""
    case = stage.case(played.case, town.buyer)
    assert case.tendering.prequalification is not None
    passed = tuple(docket for docket, one in standing(stage, town, played).items() if one.passed)
    enough = len(passed) >= minimum_qualified_of(stage.book, case, stage.clock.now())
    invited = case.tendering.prequalification.deed.invited
    deed = ConcludePrequalification(played.case, enough, passed if enough else ())
    if enough and 0 < invited < len(passed):
        deed = _by_chance(stage, town, played, passed, invited)
    stage.acts(host(town, played), deed, prequalification_docket(played.case))
    return enough


def tell_all(stage: Stage, town: Town, played: Played) -> None:
    """Every applicant is told its own result."""
    agent = host(town, played)
    concluded, _ = stage.door.view(prequalification_docket(played.case), agent.device)
    for docket, application in standing(stage, town, played).items():
        admitted = docket in concluded.admitted
        reason = MEETS if admitted else NOT_DRAWN if application.passed else application.reason
        assert reason is not None  # who did not pass was told why
        stage.acts(agent, TellApplicant(played.case, admitted, reason), docket)


def obtain_admitted(stage: Stage, town: Town, played: Played, applied: Applied) -> None:
    """Those admitted obtain the documents, without any other invitation."""
    for docket, (bid, party) in applied.applicants.items():
        if stage.door.view(docket, party.device)[0].application.admitted:
            obtain(stage, played, bid, party)


def standing(stage: Stage, town: Town, played: Played) -> dict[str, Application]:
    """The applications that stand, by docket, as the host lists them after the deadline."""
    index = stage.door.applications(played.case, host(town, played).device)
    return {file.id: file.application for file in index.files if file.application}


def _by_chance(
    stage: Stage, town: Town, played: Played, passed: tuple[str, ...], invited: int
) -> ConcludePrequalification:
    draw_key, pool, entries = stage.randomness(KEY_BYTES), [], []
    for docket in passed:
        handle, salt = handle_of(draw_key, docket), stage.randomness(SALT_BYTES)
        pool.append(PassedApplicant(docket, handle, salt))
        digest = person_digest(salt, applicant_bytes(docket))
        entries.append(PoolEntry(handle, APPLICANTS, town.territory, digest))
    drawing = Drawing(f"{played.case}/invitation", Quota(APPLICANTS, invited, 0), tuple(entries))
    record = drawn(stage, town, played, drawing, HoldersHere(stage, played))
    outcome = draw(record)
    assert isinstance(outcome, Drawn)
    seats = {handle for walk in outcome.walks for handle in walk.seats}
    admitted = tuple(sorted(one.bid for one in pool if one.handle in seats))
    return ConcludePrequalification(played.case, True, admitted, tuple(pool), record)
