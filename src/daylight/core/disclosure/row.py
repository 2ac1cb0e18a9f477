"""The publication's half of what is known of a kind of act: its words, when it is public, what it tells whom.

The other half, how it is judged, is ``core/judgement/row.py``; both have the same key, the class of the deed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from daylight.core.acts.act import Act
from daylight.core.acts.common import Document
from daylight.core.acts.intent import D
from daylight.core.acts.shapes import OfPurchase, lot_of
from daylight.core.disclosure.notices.notice import Notice
from daylight.core.disclosure.occasion import Occasion
from daylight.core.values.text import Text

Teller = Callable[[Occasion[object]], Notice | None]


class PublicFrom(StrEnum):
    """The moment from which everybody may read an act."""

    AT_ONCE = "at_once"
    INTENTION = "intention"
    OPENING = "opening"
    AWARD = "award"
    NEVER = "never"


AT_ONCE, INTENTION, OPENING, AWARD, NEVER = PublicFrom


class Reader(StrEnum):
    """What somebody is to a case, and so to its acts and files."""

    EVERYBODY = "everybody"
    OWN = "own"
    HOST = "host"
    INSIDER = "insider"
    BIDDER = "bidder"
    CONCERNED = "concerned"
    SUPERVISOR = "supervisor"
    AUDITOR = "auditor"
    HOLDER = "holder"
    PRESIDER = "presider"


class Since(StrEnum):
    """From when a sealed file may be read.

    ``RELEASE``: enough holders have released, on the presider's call, and the record is not signed yet; of
    what is sealed that is the body alone, of no more envelopes than are to be opened.
    """

    DEADLINE = "deadline"
    RELEASE = "release"


@dataclass(frozen=True)
class Right:
    """Who may read something: at once, or only if and when the bid it belongs to is opened for its lot.

    Everybody reads it from when its act is public.
    """

    reader: Reader
    of_opened_bids: bool = False


PUBLIC = (Right(Reader.EVERYBODY),)
HOST, INSIDERS = Right(Reader.HOST), Right(Reader.INSIDER)
SUPERVISED = (HOST, Right(Reader.SUPERVISOR))
"""Who runs the case, and who supervises it."""


@dataclass(frozen=True)
class SealedRight:
    """Who may read the sealed files, or the released shares, that an act brings, and from when."""

    reader: Reader
    since: Since


SEALED = (SealedRight(Reader.HOLDER, Since.DEADLINE), SealedRight(Reader.PRESIDER, Since.RELEASE))
"""A holder opens his share file; the presider opens again what the record says of it (decision 0038)."""

RELEASED = (SealedRight(Reader.PRESIDER, Since.RELEASE),)
"""Nobody else is given a share: with enough of them he could read the whole bid."""


@dataclass(frozen=True)
class Files:
    """The documents that a field of a deed binds, and who may read them besides the one who bound them."""

    field: str
    rights: tuple[Right, ...]

    def of(self, deed: object) -> tuple[Document, ...]:
        """The documents of a deed in this field."""
        found = getattr(deed, self.field)
        return found if isinstance(found, tuple) else (found,)


@dataclass(frozen=True)
class Publication:
    """How one kind of act becomes public.

    ``notice`` makes what it tells everybody; a kind without one is ``silent`` for a reason. ``decides`` names
    the lots whose secrets end with the act, ``reopens`` says that they begin again; an act that is ``early``
    is public at once whatever its kind. ``files`` says who reads which document, ``sealed`` who reads what is
    sealed, or opens it.
    """

    kind: type
    words: Text
    public_from: PublicFrom
    notice: Teller | None = None
    silent: Text | None = None
    decides: Callable[[Act], tuple[str, ...]] = lambda _: ()
    reopens: bool = False
    early: Callable[[Act], bool] = lambda _: False
    files: tuple[Files, ...] = field(default=())
    sealed: tuple[SealedRight, ...] = ()


def tells(kind: type[D], tell: Callable[[Occasion[D]], Notice | None]) -> Teller:
    """What one kind tells, for any occasion; ``TypeError`` where another kind was done."""

    def told(one: Occasion[object]) -> Notice | None:
        deed = one.act.deed(kind)
        return tell(Occasion(deed, one.before, one.act, one.after, one.names, one.book, one.prefix))

    return told


def the_lot_named(act: Act) -> tuple[str, ...]:
    """The lot an act is about."""
    return (lot_of(act.intent.deed),)


def lots_bought(act: Act) -> tuple[str, ...]:
    """The lots of a need that is bought at once."""
    return tuple(lot.id for lot in act.deed(OfPurchase).requirement.lots)
