"""A dishonest operator: with the keys of log and gateway he rewrites all but what people signed."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from dataclasses import replace

from daylight.core.acts.act import Act, act_bytes, act_digest, read_act
from daylight.core.acts.intent import intent_id
from daylight.core.acts.world import World
from daylight.core.ledger.leaf import commitment
from daylight.core.ledger.note import read_note, sign
from daylight.core.values.plain import build, canonical_bytes
from daylight.crypto.openssl import OPENSSL
from daylight.office.memory import MemoryJournal
from daylight.office.views import Views
from daylight.verifier.shape import NOTE, WORLD, Listing, files_of, read_listing
from logs import BUNDLES
from world import TestWorld

Change = Callable[[Act], Act | None]


def forged(world: TestWorld, change: Change) -> TestWorld:
    """The world as if these acts had always been other: later heads, receipts and log follow suit."""
    journal, renamed = MemoryJournal(), {}
    receipts = world.office.receipts
    for draft in world.office.journal.drafts:
        source = draft.source
        for old, new in renamed.items():
            source = source.replace(old, new)
        act = change(read_act(source))
        if act is None:
            continue
        source = act_bytes(act)
        note = receipts.note(act, commitment(draft.salt, source))
        journal._append(
            replace(
                draft,
                act=act,
                source=source,
                digest=act_digest(source),
                intent_id=intent_id(act.intent),
                note=note,
            )
        )
        if source != draft.source:
            renamed[draft.digest.encode()] = act_digest(source).encode()
            for index in draft.indexes:
                place = len(journal.links(index)) - 1
                renamed[world.office.journal.links(index)[place].head.encode()] = journal.links(index)[
                    place
                ].head.encode()
    office = copy.copy(world.office)
    office.journal, office.views = journal, Views(journal)
    return replace(world, office=office)


def resealed(files: Mapping[str, bytes], **changed: bytes | None) -> dict[str, bytes]:
    """The bundle with files replaced, and its list signed again by the key of the bundles."""
    merged = {**files, **changed, NOTE: None}
    whole = {path: content for path, content in merged.items() if content is not None}
    return listed(read_listing(read_note(files[NOTE]).text), whole)


def relabelled(files: Mapping[str, bytes], world: object) -> dict[str, bytes]:
    """The bundle of a world that is said to be another one, its list naming that one's id."""
    whole = {**files, WORLD: canonical_bytes(world)}
    listing = read_listing(read_note(whole.pop(NOTE)).text)
    return listed(replace(listing, world=build(World, world).id), whole)


def listed(listing: Listing, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """These files under a list signed by the key of the bundles."""
    text = replace(listing, files=files_of(files)).text()
    return {**files, NOTE: sign(text, (BUNDLES,), OPENSSL).encoded()}
