"""The stage of a practice world: a session whose clock can be set, and the door of an office beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from daylight.client.device import Device
from daylight.client.files import FileOnDisk
from daylight.client.session import Clock, Session
from daylight.core.acts.act import Seen
from daylight.core.acts.answer import Receipt, RefusalNote
from daylight.core.acts.common import Opening
from daylight.core.acts.kinds import Deed
from daylight.core.disclosure.rights import Who
from daylight.core.dockets.case.case import Case
from daylight.core.dockets.indexes import BidIndex
from daylight.core.values.instant import Instant
from daylight.office.access import applications_shown, enquiries_shown
from daylight.office.perform import Office


class SettableClock(Clock, Protocol):
    """A clock of a practice world."""

    def move_to(self, instant: Instant) -> None:
        """Set the clock."""
        ...


@dataclass(frozen=True)
class Stage(Session):
    """Where parties of a practice world act."""

    clock: SettableClock


@dataclass(frozen=True)
class OfficeDoor:
    """The door of an office in the same process."""

    office: Office

    def perform(self, source: bytes, openings: tuple[Opening, ...] = ()) -> Receipt | RefusalNote:
        """Do what a signed intent asks."""
        return self.office.perform(source, openings)

    def put(self, content: bytes, bid: str = "") -> str:
        """Upload to the vault."""
        return self.office.vault.put(content)

    def put_all(self, contents: Sequence[bytes], bid: str = "") -> tuple[str, ...]:
        """The same for several files at once, in their order."""
        return tuple(map(self.office.vault.put, contents))

    def put_file(self, file: FileOnDisk, bid: str = "") -> str:
        """Upload a file to the vault; it is held meanwhile, as everything here is."""
        return self.office.vault.put(b"".join(file))

    def get(self, case: str, sha256: str, device: Device) -> bytes:
        """Download a file of a case from the vault."""
        return self.office.vault.get(sha256)

    def stream(self, case: str, sha256: str, device: Device) -> Iterator[bytes]:
        """The same piece by piece."""
        return iter(self.office.vault.pieces(sha256))

    def view(self, docket: str, device: Device) -> tuple[Any, Seen]:
        """A docket's state and head."""
        view = self.office.views.of(docket, fresh=True)
        return view.state, view.head

    def bids(self, case: str, device: Device) -> BidIndex:
        """All bids of a case."""
        index: BidIndex = self.office.views.index(case).state
        return index

    def docket(self, case: str, bidders: tuple[str, ...], device: Device) -> str:
        """The docket of a bid."""
        return self.office.bid_docket(case, bidders)

    def enquiries(self, case: str, device: Device) -> tuple[tuple[str, str], ...]:
        """The open questions of a case."""
        state: Case = self.office.views.of(case, fresh=True).state
        found = enquiries_shown(self.office, case, Who(device.person, state.host))
        return tuple((docket, one.question) for docket, one in found)

    def opening(self, case: str, device: Device) -> Deed:
        """The opening record to be signed."""
        return self.office.opening(case)

    def applications(self, case: str, device: Device) -> BidIndex:
        """All applications of a case."""
        host = self.office.views.of(case, fresh=True).state.host
        return applications_shown(self.office, case, Who(device.person, host), self.office.gateway.stamp())

    def application(self, case: str, bid: str, device: Device) -> Deed:
        """The record of opening one application, to be signed."""
        return self.office.application(case, bid)
