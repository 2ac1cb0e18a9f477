"""A notice: typed values from which the release and the page are read; neither looks beyond it.

A field that the page shows carries its label (``Says``), and stands on the page in the order in which it was
declared; a kind that shows what every notice has, as the budget, declares it again with a label. What a
field says is put into words at the end. Shown by ``tests/core/disclosure/test_notices.py``.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, reduce
from typing import Annotated, ClassVar, get_type_hints

from daylight.core.disclosure import ocds, ours
from daylight.core.disclosure.notices.known import ActBehind, CaseKnown, LotKnown
from daylight.core.disclosure.shown import Shown, ShownLot
from daylight.core.rulebook.provision import Ref
from daylight.core.values.instant import Instant
from daylight.core.values.money import Money, money_words
from daylight.core.values.text import Text


@dataclass(frozen=True)
class Fact:
    """A line of a page: what, and how much or when."""

    label: Text
    value: Text


@dataclass(frozen=True)
class Says:
    """The label of a field, or of what its value has by a name; ``each`` makes a line for each of many."""

    zh: str
    en: str
    of: str = ""
    each: bool = False
    between: str = "、"


class Line(ABC):
    """A value that is a line of the page by itself."""

    @abstractmethod
    def fact(self) -> Fact:
        """Its label, and what it says."""


OWN = Says("", "")
"""The label of a field of lines: each has one of its own."""


@dataclass(frozen=True)
class Notice(ABC):
    """What an act tells everybody."""

    act: ActBehind
    case: CaseKnown

    shows_lots: ClassVar[bool] = False

    @abstractmethod
    def release(self) -> ocds.Release:
        """The notice as OCDS has it."""

    def facts(self) -> tuple[Fact, ...]:
        """The lines of its page."""
        kind: type = type(self)
        return tuple(fact for name, label in labels(kind) for fact in _said(getattr(self, name), label))

    def shown(self) -> Shown:
        """What the portal shows beside its lines."""
        lots = self.case.lots if self.shows_lots else ()
        return Shown(self.act.by, tuple(ShownLot(lot.id, lot.title, lot.budget, lot.terms) for lot in lots))

    def released(self, tag: ocds.Tag, keys: ours.KeyHolders | None = None) -> ocds.Release:
        """A release with what every notice says: the act, and everybody who is public by now."""
        buyer = self.case.parties[0]
        return ocds.Release(
            ocid=self.case.ocid,
            id=self.act.release_id,
            date=self.act.at,
            tag=(tag,),
            daylight=ours.Daylight((_accountable(self.act),), keys),
            parties=self.case.parties,
            buyer=ocds.Reference(buyer.id, buyer.name),
        )


@dataclass(frozen=True)
class LotNotice(Notice):
    """What an act tells everybody of one lot."""

    lot: Annotated[LotKnown, Says("采购包", "Lot")]


@cache
def labels(kind: type) -> tuple[tuple[str, Says], ...]:
    """The fields that a page of this kind shows, each with its label, in the order they were declared."""
    declared = (
        (name, get_type_hints(base, include_extras=True)[name])
        for base in reversed(kind.__mro__)
        for name in vars(base).get("__annotations__", ())
    )
    return tuple((name, label) for name, hint in declared for label in getattr(hint, "__metadata__", ()))


def _said(value: object, label: Says) -> Iterator[Fact]:
    for one in value if label.each and isinstance(value, tuple) else (value,):
        said = reduce(getattr, filter(None, label.of.split(".")), one) if one is not None else None
        if label is OWN and isinstance(said, tuple):
            yield from (line.fact() for line in said)
        elif said not in (None, ()):
            yield Fact(Text(label.zh, label.en), _words(said, label.between))


def _words(said: object, between: str) -> Text:
    """Money, instants, names and texts in the words people use."""
    match said:
        case Text():
            return said
        case LotKnown():
            return said.title
        case Money():
            shown = money_words(said)
        case Instant():
            shown = said.iso()
        case tuple():
            shown = between.join(map(str, said))
        case _:
            shown = str(said)
    return Text(shown, shown)


def _accountable(act: ActBehind) -> ours.Accountable:
    return ours.Accountable(
        act.digest,
        act.kind,
        act.at,
        act.rulebook,
        act.edition,
        tuple(
            ours.Provision(
                str(Ref(cite.instrument, cite.article)), cite.title.zh, cite.title.en, cite.confidence
            )
            for cite in act.cites
        ),
    )
