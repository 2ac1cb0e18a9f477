"""The judge: all conditions of a kind at once, the articles of each refusal, the clocks of an admission.

A refusal that rests on a value of law we could not confirm does not block: it becomes a warning on the act.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from daylight.core.acts.act import Act, Clock, Seen
from daylight.core.acts.edition import reaches
from daylight.core.judgement.register import REGISTER
from daylight.core.judgement.row import Row
from daylight.core.procedures import common
from daylight.core.procedures.matter import Condition, Matter, UnknownDocket, Unseen
from daylight.core.rulebook.law import LawGap
from daylight.core.values.because import Because, Cite
from daylight.core.values.docket import REGISTRY, DocketKind, IndexKind, is_docket, is_index, kind_of
from daylight.core.values.fact import Code, Spelled, this
from daylight.core.values.refusal import Refusal, refuse

EVERY_ACT: tuple[Condition, ...] = (
    common.intent_is_meant_for_this_world,
    common.intent_has_not_expired,
    common.intent_is_signed_by_a_registered_person,
)


SECRET = {DocketKind.BID: "file", DocketKind.PREQUALIFICATION: "prequalified"}
"""Dockets whose heads tell who bids or applies, and the facet that may look there."""


@dataclass(frozen=True)
class Admission:
    """The law admits the intent: what it rests on, what it warns of, which clocks it sets."""

    provisions: tuple[str, ...]
    warnings: tuple[Refusal, ...]
    clocks: tuple[Clock, ...]


def judge(m: Matter) -> Admission | tuple[Refusal, ...]:
    """Admit the intent, or give every reason why not."""
    row = REGISTER[m.intent.kind]
    if misplaced := _docket_fits(m, row) or _looks_where_it_may(m, row):
        return (cited(m, misplaced),)
    found = [refusal for condition in _conditions(row) for refusal in asked(condition, m)]
    refusals = tuple(dict.fromkeys(cited(m, refusal) for refusal in found))
    blocking = tuple(refusal for refusal in refusals if blocks(m, refusal))
    if blocking:
        return blocking
    clocks = row.clocks(m)
    return Admission(_provisions(m, row, clocks), refusals, clocks)


def draft(m: Matter, admission: Admission, *, seen: tuple[Seen, ...], rulebook: str) -> Act:
    """The act an admitted intent becomes, ready for the journal."""
    return Act(
        docket=m.intent.docket,
        seq=m.head.length,
        previous=m.head.digest,
        intent=m.intent,
        signature=m.signature,
        received_at=m.at,
        provisions=admission.provisions,
        warnings=admission.warnings,
        clocks=admission.clocks,
        seen=seen,
        rulebook=rulebook,
        edition=m.edition,
    )


def _conditions(row: Row) -> tuple[Condition, ...]:
    confirms = (common.state_shown_is_current,) if row.confirms else ()
    return (*EVERY_ACT, *confirms, *row.conditions)


def _docket_fits(m: Matter, row: Row) -> Refusal | None:
    if not is_docket(m.intent.docket, row.docket):
        return refuse(
            "acts.wrong-docket-kind", "records.complete", docket=this(m.intent.docket), kind=row.docket
        )
    if row.opens == "yes" and m.state is not None:
        role = "registry.identity" if is_docket(m.intent.docket, *REGISTRY) else "records.complete"
        return refuse("acts.docket-taken", role, docket=this(m.intent.docket))
    secret = row.docket is DocketKind.BID  # whether there is one is told to nobody; conditions ask who acts
    if row.opens == "no" and m.state is None and not secret:
        return refuse("acts.unknown-docket", "records.complete", docket=this(m.intent.docket))
    return None


def _looks_where_it_may(m: Matter, row: Row) -> Refusal | None:
    """Who names a bid where something else belongs gets no head of it into the act."""
    if not reaches(m.edition, "2026.12.2"):
        return None
    for name, docket in row.facets(m.intent).items():
        kind = kind_of(docket)
        wanted = "bids" if is_index(docket, IndexKind.BIDS) else SECRET.get(kind, name) if kind else name
        if wanted != name:
            what = name.partition(":")[0]
            return refuse("acts.unknown-subject", "records.complete", what=Code("subject", what))
    return None


def asked(condition: Condition, m: Matter) -> tuple[Refusal, ...]:
    """What a condition refuses; what can't be looked up is a refusal of its own."""
    try:
        answer = condition(m)
    except UnknownDocket as missing:
        answer = refuse("acts.unknown-subject", "records.complete", what=Code("subject", missing.what))
    except Unseen:
        return ()
    except LawGap as gap:
        answer = refuse("acts.law-gap", "records.complete", gap=Spelled(gap.lacking, gap.text.en))
    if isinstance(answer, Refusal):
        return (answer,)
    return answer or ()


def cited(m: Matter, refusal: Refusal) -> Refusal:
    """The refusal with the articles it rests on."""
    return replace(refusal, cites=_cites(m, refusal.role))


def _cites(m: Matter, role: str) -> tuple[Cite, ...]:
    """The articles of a parameter or a role; where the case's method has none, those of any method."""
    parameter = m.law.maybe(role)
    if parameter:
        return parameter.cites
    return m.law.cites(role) or m.law.under("").cites(role)


def blocks(m: Matter, refusal: Refusal) -> bool:
    """Whether a refusal rests on more than a value nobody could confirm."""
    value = m.law.maybe(refusal.role)
    return value is None or any(cite.confirmed for cite in value.cites)


def _provisions(m: Matter, row: Row, clocks: tuple[Clock, ...]) -> tuple[str, ...]:
    cites = [*_cites(m, row.role), *(cite for clock in clocks for cite in _leaves(clock.because))]
    return tuple(sorted({f"{cite.instrument}#{cite.article}" for cite in cites}))


def _leaves(because: Because) -> list[Cite]:
    return [*because.cites, *(cite for part in because.parts for cite in _leaves(part))]
