"""Bids whose envelopes do not open, sealed by their bidders in ways a client of ours would not."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from daylight.client.bidder import seal_offer
from daylight.core.acts.bidding import SubmitBid
from daylight.core.sealing.manifest import Manifest, ShareSeal
from daylight.practice import play
from daylight.practice.play import Played
from scripts import SMALL, to_issue
from world import TestWorld

BROKEN = {
    "a price that is none": "part.unreadable",
    "a price without end": "part.unreadable",
    "one share that is junk": "",
    "three shares that are junk": "shares.too-few",
}
"""How a bid is broken, and why it does not open; one bad share of five hinders nobody."""


def to_broken_bids(world: TestWorld, how: str = "a price that is none") -> Played:
    """Bids are in, and the first bidder's is broken."""
    played = to_issue(world, SMALL)
    play.obtain_all(world.stage, played)
    case = world.stage.case(played.case, world.town.buyer)
    world.clock.move_to(case.tendering.deadline.later_by(-play.HOUR_MS))
    for docket in played.bidders:
        play.secure(world.stage, played, docket)
        play.submit(world.stage, played, docket, case.planning.key_set)
    submit_broken(world, played, next(iter(played.bidders)), how)
    world.clock.move_to(case.tendering.deadline)
    return played


def submit_broken(world: TestWorld, played: Played, docket: str, how: str) -> None:
    """A bidder seals and submits a bid that is broken."""
    script, party = played.bidders[docket]
    offer = play.offer_of(played.script, script, "1", 290_000_000, party.organisation)
    price = {"a price that is none": "gratis", "a price without end": "9" * 2_000_000}.get(how, offer.price)
    keys = world.stage.case(played.case, world.town.buyer).planning.key_set
    sealed = seal_offer(
        replace(offer, price=price), bid=docket, case=played.case, key_set=keys,
        randomness=world.stage.randomness, crypto=world.stage.crypto,
    )  # fmt: skip
    body, *shares = sealed.files
    junk = {"one share that is junk": 1, "three shares that are junk": 3}.get(how, 0)
    shares[:junk] = [b"junk %d" % place for place in range(junk)]
    seals = sealed.envelope.manifest.shares
    manifest = Manifest(
        sealed.envelope.manifest.terms,
        tuple(
            ShareSeal(sha256(file).digest(), seal.plaintext) for file, seal in zip(shares, seals, strict=True)
        ),
    )
    for file in (body, *shares):
        world.stage.door.put(file, docket)
    deed = SubmitBid(played.case, (party.organisation,), (replace(sealed.envelope, manifest=manifest),))
    world.stage.acts(party, deed, docket)
