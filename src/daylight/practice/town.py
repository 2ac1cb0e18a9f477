"""A small town that buys: registrar, purchaser with officers, agency, key holders, experts, suppliers.

Everybody is entered by real acts with a key of his own; the names are invented.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from daylight.client.device import Capacity, Device, new_device
from daylight.client.registering import Entry, enter_organisation, enter_person
from daylight.client.session import Party, Session
from daylight.core.acts.registry import GrantMandate, OrganisationRole, Scale
from daylight.core.judgement.row import FUNCTIONS
from daylight.core.values.instant import DAY_MS
from daylight.core.values.text import Text
from daylight.practice.numbers import invented_identifier, invented_identity
from daylight.practice.stage import Stage

MANDATE_DAYS = 730
NO_PHONE = "000-0000"
HOSPITAL = Text("晴川市第一人民医院", "Qingchuan First People's Hospital")

HOLDER_BODIES: tuple[tuple[str, str, OrganisationRole], ...] = (
    ("晴川市公证处", "Qingchuan Notary Office", "notary"),
    ("晴川市审计局", "Qingchuan Audit Office", "finance_department"),
    ("临江区采购中心", "Linjiang Procurement Centre", "agency"),
)


@dataclass(frozen=True)
class Town:
    """Who lives in a practice world."""

    registrar: Party
    author: Party
    reviewer: Party
    buyer: Party
    agent: Party
    holders: tuple[Party, ...]
    experts: tuple[Party, ...]
    institute: str
    territory: str
    finance: Party

    @property
    def purchaser(self) -> str:
        """The purchaser's docket."""
        return self.buyer.organisation


def settle(
    stage: Stage, registrar: Device, *, territory: str, experts: int = 12, buyer_name: Text = HOSPITAL
) -> Town:
    """Register everybody."""
    keeper = Party("登记员 周静", registrar)
    register_person(stage, keeper)
    purchaser = _body(stage, keeper, buyer_name, "purchaser", territory)
    author, reviewer, buyer = (_officer(stage, keeper, purchaser, name) for name in ("沈立", "何敏", "顾岚"))
    agency = _body(
        stage, keeper, Text("晴川市政府采购中心", "Qingchuan Procurement Agency"), "agency", territory
    )
    agent = _officer(stage, keeper, agency, "陆遥")
    institute = _body(
        stage, keeper, Text("江南技术大学", "Jiangnan University of Technology"), "expert_body", territory
    )
    holders = [buyer.in_person(), agent.in_person()]
    seats = [buyer.organisation, agent.organisation]
    for zh, en, role in HOLDER_BODIES:
        body = _body(stage, keeper, Text(zh, en), role, territory)
        holders.append(_resident(stage, f"{zh}持钥人"))
        seats.append(body)
    treasury = _body(
        stage, keeper, Text("晴川市财政局", "Qingchuan Finance Bureau"), "finance_department", territory
    )
    return Town(
        finance=_officer(stage, keeper, treasury, "许衡"),
        registrar=keeper,
        author=author,
        reviewer=reviewer,
        buyer=buyer,
        agent=agent,
        holders=tuple(replace(h, capacity=Capacity(body)) for h, body in zip(holders, seats, strict=True)),
        experts=tuple(_resident(stage, f"专家{number + 1:02d}") for number in range(experts)),
        institute=institute,
        territory=territory,
    )


def register_person(session: Session, party: Party) -> None:
    """A person enters the register with her own key and an invented number."""
    enter_person(session, party, number=invented_identity(session.book, party.name), phone=NO_PHONE)


def register_supplier(
    stage: Stage, name: Text, *, territory: str, scale: Scale = "small", person: str = ""
) -> Party:
    """A supplier registers itself, represented by a person of its own."""
    return enter_supplier(
        stage,
        Party(person or f"{name.zh}代表", new_device(stage.randomness, stage.crypto)),
        name,
        territory=territory,
        scale=scale,
    )


def enter_supplier(
    session: Session, representative: Party, name: Text, *, territory: str, scale: Scale
) -> Party:
    """A person registers herself and the supplier she represents."""
    register_person(session, representative)
    return enter_invented(session, representative, name, territory=territory, scale=scale)


def enter_invented(
    session: Session, representative: Party, name: Text, *, territory: str, scale: Scale
) -> Party:
    """A person who is registered registers the supplier she represents."""
    docket = _enter(session, representative, representative, name, ("supplier",), territory, scale)
    return replace(representative, capacity=Capacity(docket))


def _resident(stage: Stage, name: str) -> Party:
    party = Party(name, new_device(stage.randomness, stage.crypto))
    register_person(stage, party)
    return party


def _body(stage: Stage, keeper: Party, name: Text, role: OrganisationRole, territory: str) -> str:
    """A body whose representative is the keeper, until it names officers of its own."""
    return _enter(stage, keeper, keeper, name, (role,), territory, "unknown")


def _enter(
    session: Session,
    actor: Party,
    representative: Party,
    name: Text,
    roles: tuple[OrganisationRole, ...],
    territory: str,
    scale: Scale,
) -> str:
    entry = Entry(
        name,
        invented_identifier(session.book, session.randomness),
        roles,
        territory,
        scale,
        Text("晴川市", "Qingchuan"),
        NO_PHONE,
    )
    return enter_organisation(session, actor, representative.device.person, entry)


def _officer(stage: Stage, keeper: Party, organisation: str, name: str) -> Party:
    """A person with a mandate for everything the organisation does; conditions keep the roles apart."""
    party = _resident(stage, name)
    now = stage.clock.now()
    mandate = stage.new_docket("mandate")
    deed = GrantMandate(
        organisation, party.device.person, FUNCTIONS, now, now.later_by(MANDATE_DAYS * DAY_MS)
    )
    stage.acts(keeper.in_person(), deed, mandate)
    return replace(party, capacity=Capacity(organisation, mandate))
