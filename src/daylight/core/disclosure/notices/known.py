"""What every notice rests on: the act behind it, and of the case what everybody may know by now."""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.acts.act import Clock
from daylight.core.acts.planning import DefineRequirement, Item
from daylight.core.acts.solicitation import LotTerms
from daylight.core.disclosure.ocds import MethodCode, Party, Reference, Status
from daylight.core.dockets.stage import PublicStage
from daylight.core.values.because import Cite
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money
from daylight.core.values.text import Text


@dataclass(frozen=True)
class Named:
    """An organisation by its public id and its name."""

    id: str
    name: Text

    def __str__(self) -> str:
        return self.name.zh

    @property
    def reference(self) -> Reference:
        """The organisation as a release refers to it."""
        return Reference(self.id, self.name.zh)


def names(named: tuple[Named, ...]) -> Text:
    """The names of several, in both languages."""
    return Text("、".join(one.name.zh for one in named), ", ".join(one.name.en for one in named))


@dataclass(frozen=True)
class LotKnown:
    """A lot, what it publicly is, and once it is solicited the terms bids are compared on."""

    id: str
    title: Text
    budget: Money
    status: Status
    terms: LotTerms | None


@dataclass(frozen=True)
class CaseKnown:
    """A case as it publicly is after the act; the first of its parties is the buyer."""

    ocid: str
    need: DefineRequirement
    budget: Money
    method_code: MethodCode
    method: Text
    stage: PublicStage
    status: Status
    deadline: Instant | None
    lots: tuple[LotKnown, ...]
    parties: tuple[Party, ...]

    @property
    def host(self) -> Reference:
        """Who runs the procedure."""
        host = next(party for party in self.parties if "procuringEntity" in party.roles)
        return Reference(host.id, host.name)

    def items(self, lot: str = "") -> tuple[Item, ...]:
        """What is bought, in all or in one lot."""
        return tuple(item for item in self.need.items if lot in ("", item.lot))


@dataclass(frozen=True)
class ActBehind:
    """The act behind a notice, who acted, the articles it rests on, and the clocks it sets."""

    digest: str
    release_id: str
    kind: str
    at: Instant
    rulebook: str
    edition: str
    by: Text
    cites: tuple[Cite, ...]
    clocks: tuple[Clock, ...]
