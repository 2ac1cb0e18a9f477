"""The act: an intent that the law admitted, with what was seen and why it was lawful.

Its canonical bytes are what the journal keeps and the log commits to. An auditor folds what stood
before it, judges it again, and must arrive at the same provisions and clocks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256

from daylight.core.acts.intent import D, Intent, build_intent
from daylight.core.acts.kinds import kind_name
from daylight.core.values.because import Because
from daylight.core.values.instant import Instant
from daylight.core.values.plain import (
    Misshapen,
    SaysDefault,
    build,
    build_exactly,
    bytes_around,
    read_around,
)
from daylight.core.values.refusal import Refusal


@dataclass(frozen=True)
class Seen:
    """The head of a docket the judgement rested on; ``length`` counts its acts."""

    docket: str
    length: int
    digest: str


@dataclass(frozen=True)
class Clock:
    """A legal clock that an act sets: who owes which kind of act, until when, and why.

    ``earliest`` and ``latest`` differ only where the calendar of a year is not yet known. ``at`` is an
    instant where law fixes one (a bid deadline), else nothing. A clock that bars (``not_before``)
    names no debtor.
    """

    id: str
    owed_by: str
    kind: str
    lot: str
    earliest: date
    latest: date
    because: Because
    at: Instant | None = None

    def awaits(self, kind: type) -> bool:
        """Whether an act of this kind stops the clock."""
        return self.kind == kind_name(kind)


@dataclass(frozen=True)
class Act:
    """One entry of a docket."""

    docket: str
    seq: int
    previous: str
    intent: Intent
    signature: bytes
    received_at: Instant
    provisions: tuple[str, ...]
    warnings: tuple[Refusal, ...]
    clocks: tuple[Clock, ...]
    seen: tuple[Seen, ...]
    rulebook: str
    edition: str

    @cached_property
    def spelled(self) -> bytes:
        """The canonical bytes, computed once."""
        return bytes_around(self, intent=self.intent.spelled)

    def deed(self, kind: type[D]) -> D:
        """What was done, as the kind its reader is written for; ``TypeError`` for any other."""
        return self.intent.deed_of(kind)


def act_bytes(act: Act) -> bytes:
    """The canonical bytes the journal keeps."""
    return act.spelled


def act_digest(source: bytes) -> str:
    """The digest of an act from its canonical bytes."""
    return sha256(b"daylight-act/v1\0" + source).hexdigest()


def read_act(source: bytes) -> Act:
    """Parse the canonical bytes of an act; ``Misshapen`` says where they are wrong."""
    value, spelled = read_around("intent", source)
    intent = build_intent(value["intent"], spelled)
    try:
        act = Act(intent=intent, **vars(build_exactly(_Envelope, _rest(value))))
    except SaysDefault:
        return build_act(value)
    if "spelled" in vars(intent):
        vars(act)["spelled"] = bytes(source)
    return act


def build_act(value: object) -> Act:
    """Build an act from its plain form."""
    if not isinstance(value, dict):
        raise Misshapen("", "an act is an object")
    return Act(intent=build_intent(value.get("intent")), **vars(build(_Envelope, _rest(value))))


def _rest(value: Mapping[str, object]) -> dict[str, object]:
    return {name: item for name, item in value.items() if name != "intent"}


@dataclass(frozen=True)
class _Envelope:
    docket: str
    seq: int
    previous: str
    signature: bytes
    received_at: Instant
    provisions: tuple[str, ...]
    warnings: tuple[Refusal, ...]
    clocks: tuple[Clock, ...]
    seen: tuple[Seen, ...]
    rulebook: str
    edition: str
