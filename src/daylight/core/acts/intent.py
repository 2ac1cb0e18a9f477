"""The intent: what a person signs before the law is asked.

Its canonical bytes under the heading ``daylight-intent/v1`` are signed with the person's Ed25519 device
key. It names the world it is meant for, so nothing done in a practice world can be replayed in a real
one, and the docket it goes to, with a nonce and an expiry, so it can be done once and in time only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TypeVar

from daylight.core.acts.kinds import KINDS, Deed, kind_name
from daylight.core.values.instant import Instant
from daylight.core.values.plain import (
    Misshapen,
    SaysDefault,
    build,
    build_exactly,
    canonical_bytes,
    read_around,
)

Builder = Callable[[type, object, str], object]
D = TypeVar("D")

HEADING = b"daylight-intent/v1\n"


@dataclass(frozen=True)
class Intent:
    """One deed somebody means to do.

    ``mandate`` is empty where the person registers himself or represents the organisation by law;
    ``shown`` is the head digest of the docket the person was shown, empty where he need not have seen it.
    """

    world: str
    kind: str
    docket: str
    deed: Deed
    person: str
    organisation: str
    mandate: str
    nonce: str
    expires_at: Instant
    shown: str = ""

    @cached_property
    def spelled(self) -> bytes:
        """The canonical bytes, computed once."""
        return canonical_bytes(self)

    def deed_of(self, kind: type[D]) -> D:
        """The deed as the kind its reader is written for; ``TypeError`` for any other."""
        if not isinstance(self.deed, kind):
            raise TypeError(f"{self.kind} is not {kind_name(kind)}")
        return self.deed


@dataclass(frozen=True)
class SignedIntent:
    """The intent with the signature of its person."""

    intent: Intent
    signature: bytes


def signing_bytes(intent: Intent) -> bytes:
    """The bytes the person signs."""
    return HEADING + intent.spelled


def intent_id(intent: Intent) -> str:
    """The identity of an intent: repeating it gives the first receipt again."""
    return sha256(signing_bytes(intent)).hexdigest()


def signed_bytes(signed: SignedIntent) -> bytes:
    """The bytes that travel: canonical JSON of intent and signature."""
    return canonical_bytes(signed)


def read_signed(source: bytes) -> SignedIntent:
    """Parse what arrived; ``Misshapen`` says where the shape is wrong or which kind is unknown."""
    value, spelled = read_around("intent", source)
    if value.keys() != {"intent", "signature"}:
        raise Misshapen("", "an intent and a signature are expected")
    intent = build_intent(value["intent"], spelled)
    return SignedIntent(intent, build(bytes, value["signature"], ".signature"))


def build_intent(value: object, spelled: bytes = b"") -> Intent:
    """Build an intent from its plain form, whose canonical bytes may be at hand; the kind shapes the deed."""
    if not isinstance(value, dict) or not isinstance(value.get("kind"), str):
        raise Misshapen(".intent", "an object with a kind is expected")
    kind = KINDS.get(value["kind"])
    if kind is None:
        raise Misshapen(".intent.kind", f"unknown kind of act {value['kind']!r}")
    if not spelled:
        return _built(kind, value, build)
    try:
        intent = _built(kind, value, build_exactly)
    except SaysDefault:
        return _built(kind, value, build)
    vars(intent)["spelled"] = spelled
    return intent


def _built(kind: type, value: dict[str, object], by: Builder) -> Intent:
    deed: Deed = by(kind, value.get("deed"), ".intent.deed")
    rest = by(_Envelope, {name: item for name, item in value.items() if name != "deed"}, ".intent")
    return Intent(deed=deed, **vars(rest))


@dataclass(frozen=True)
class _Envelope:
    world: str
    kind: str
    docket: str
    person: str
    organisation: str
    mandate: str
    nonce: str
    expires_at: Instant
    shown: str = ""
