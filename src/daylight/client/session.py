"""A session: parties act through a door, in process or over the network, and see what they may see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from daylight.client.device import (
    NONCE_BYTES,
    Capacity,
    Device,
    Randomness,
    intend,
    new_docket,
    sign_intent,
)
from daylight.client.files import FileOnDisk
from daylight.core.acts.act import Seen
from daylight.core.acts.answer import Receipt, RefusalNote
from daylight.core.acts.common import Opening, Private, private_digest
from daylight.core.acts.kinds import Deed
from daylight.core.acts.world import World
from daylight.core.dockets.case.case import Case
from daylight.core.dockets.indexes import BidIndex
from daylight.core.judgement.words import remedy, wrong
from daylight.core.rulebook.book import Rulebook
from daylight.core.values.crypto import Crypto
from daylight.core.values.instant import DAY_MS, Instant

SALT_BYTES = 32
IN_PERSON = Capacity()


class Refused(Exception):
    """A party was refused; carries the signed note with every reason, and the signed intent that was sent."""

    def __init__(self, note: RefusalNote, sent: bytes) -> None:
        self.note, self.sent = note, sent
        super().__init__(note, sent)

    def __str__(self) -> str:
        return "; ".join(f"{wrong(r).en} → {remedy(r).en}" for r in self.note.refusals)


class Clock(Protocol):
    """The participant's own clock."""

    def now(self) -> Instant:
        """This instant."""
        ...


class Door(Protocol):
    """The way into a world: in process, or over the network."""

    def perform(self, source: bytes, openings: tuple[Opening, ...] = ()) -> Receipt | RefusalNote:
        """Do what a signed intent asks."""
        ...

    def put(self, content: bytes, bid: str = "") -> str:
        """Upload to the vault; ``bid`` claims the capacity kept for that bid."""
        ...

    def put_all(self, contents: Sequence[bytes], bid: str = "") -> tuple[str, ...]:
        """The same for several files at once, in their order."""
        ...

    def put_file(self, file: FileOnDisk, bid: str = "") -> str:
        """The same for a file that may be larger than the memory."""
        ...

    def get(self, case: str, sha256: str, device: Device) -> bytes:
        """Download a small file of a case from the vault; ``KeyError`` where it is not given."""
        ...

    def stream(self, case: str, sha256: str, device: Device) -> Iterator[bytes]:
        """The same piece by piece, of any size."""
        ...

    def view(self, docket: str, device: Device) -> tuple[Any, Seen]:
        """A docket's state and head, as far as the person may see it."""
        ...

    def bids(self, case: str, device: Device) -> BidIndex:
        """All bids of a case, after the deadline."""
        ...

    def enquiries(self, case: str, device: Device) -> tuple[tuple[str, str], ...]:
        """The open questions of a case, by their dockets."""
        ...

    def opening(self, case: str, device: Device) -> Deed:
        """The opening record to be signed."""
        ...

    def docket(self, case: str, bidders: tuple[str, ...], device: Device) -> str:
        """The docket in which these bidders bid in a case, as its server names it to one of them."""
        ...

    def applications(self, case: str, device: Device) -> BidIndex:
        """All applications of a case, after the deadline for applying."""
        ...

    def application(self, case: str, bid: str, device: Device) -> Deed:
        """The record of opening one application, to be signed."""
        ...


@dataclass(frozen=True)
class Party:
    """A person with a device, in the capacity in which she acts."""

    name: str
    device: Device
    capacity: Capacity = IN_PERSON

    @property
    def organisation(self) -> str:
        """For whom the party acts."""
        return self.capacity.organisation

    def in_person(self) -> Party:
        """The same person, acting for nobody else."""
        return Party(self.name, self.device)


@dataclass(frozen=True)
class Session:
    """Where parties act: the door, the clock, chance, and what everybody knows of the world."""

    door: Door
    clock: Clock
    world: World
    book: Rulebook
    crypto: Crypto
    randomness: Randomness

    def acts(
        self, party: Party, deed: Deed, docket: str, *, openings: tuple[Opening, ...] = (), shown: str = ""
    ) -> Receipt:
        """Let a party do something; raises ``Refused`` with every reason."""
        sent = self.intent(party, deed, docket, shown=shown)
        answer = self.door.perform(sent, openings)
        if isinstance(answer, RefusalNote):
            raise Refused(answer, sent)
        return answer

    def confirms(self, party: Party, deed: Deed, docket: str) -> Receipt:
        """Let a party confirm what it was just shown."""
        _, head = self.door.view(docket, party.device)
        return self.acts(party, deed, docket, shown=head.digest)

    def intent(self, party: Party, deed: Deed, docket: str, *, shown: str = "") -> bytes:
        """The signed bytes of what a party means to do."""
        intent = intend(
            deed,
            world=self.world.id,
            docket=docket,
            device=party.device,
            capacity=party.capacity,
            nonce=self.randomness(NONCE_BYTES),
            expires_at=self.clock.now().later_by(DAY_MS),
            shown=shown,
        )
        return sign_intent(intent, party.device, self.crypto)

    def case(self, docket: str, party: Party) -> Case:
        """The case as the party sees it."""
        state, _ = self.door.view(docket, party.device)
        if not isinstance(state, Case):
            raise LookupError(docket)
        return state

    def bid_docket(self, case: str, party: Party) -> str:
        """The docket of one bidder on its own."""
        return self.door.docket(case, (party.organisation,), party.device)

    def private(self, path: str, value: str) -> tuple[Private, Opening]:
        """A private field and what opens it."""
        salt = self.randomness(SALT_BYTES).hex()
        return private_digest(salt, value), Opening(path, salt, value)

    def new_docket(self, kind: str) -> str:
        """A fresh docket id."""
        return new_docket(kind, self.randomness)
