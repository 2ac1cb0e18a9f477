"""The matter: everything a judgement may look at, and nothing else.

A condition takes the matter and returns nothing when all is well, or a refusal, or several where it looks at
many things. Its name is a sentence
that is true when all is well. It cites a provision role; the judge adds the articles of the law in force.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar, cast

from daylight.core.acts.act import Clock, Seen
from daylight.core.acts.edition import EDITION
from daylight.core.acts.intent import Intent
from daylight.core.acts.kinds import kind_name
from daylight.core.acts.shapes import bid_named, lot_of
from daylight.core.acts.world import World
from daylight.core.dockets.case.case import Case, Lot, bid_of
from daylight.core.dockets.case.evaluation import LotBid
from daylight.core.dockets.registry import Mandate, Organisation, Person
from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.law import Law, law_in_force
from daylight.core.rulebook.method import Method
from daylight.core.values.because import Because, Derived
from daylight.core.values.crypto import Crypto
from daylight.core.values.fact import Spelled, this
from daylight.core.values.instant import Instant
from daylight.core.values.refusal import Refusal
from daylight.core.values.text import Text
from daylight.core.values.workdays import DueDay

T = TypeVar("T")


@dataclass(frozen=True)
class Matter:
    """An intent before the law: the docket's state before it, other dockets it rests on, and the instant.

    ``facets`` holds the folded states of other dockets by the names the kind declares; ``edition`` is the one
    the intent is judged by, today's unless an act is judged again.
    """

    intent: Intent
    signature: bytes
    at: Instant
    world: World
    book: Rulebook
    crypto: Crypto
    state: object
    head: Seen
    facets: Mapping[str, object]
    edition: str = EDITION

    def deed(self, kind: type[T]) -> T:
        """The deed as the kind a condition is written for."""
        return self.intent.deed_of(kind)

    @property
    def case(self) -> Case:
        """The case at stake: the docket itself, or the one the deed names."""
        found = self.state if isinstance(self.state, Case) else self.facets.get("case")
        if not isinstance(found, Case):
            raise UnknownDocket("case")
        return found

    @property
    def lot(self) -> Lot:
        """The lot the deed names."""
        found = self.case.lot(lot_of(self.intent.deed))
        if found is None:
            raise UnknownDocket("lot")
        return found

    @property
    def bid(self) -> LotBid:
        """The opened bid the deed names."""
        found = bid_of(self.lot, bid_named(self.intent.deed))
        if found is None:
            raise UnknownDocket("bid")
        return found

    @cached_property
    def law(self) -> Law:
        """The law in force in the territory of the case on the day of the act, as it rules its method."""
        law = law_in_force(self.book, self.territory, self.at.day)
        case = self.state if isinstance(self.state, Case) else self.facets.get("case")
        return law.under(method_id(self.book, case)) if isinstance(case, Case) else law

    @property
    def method(self) -> Method | None:
        """The procurement method of the case; nothing where the book knows no methods."""
        return self.book.method_by_id.get(method_id(self.book, self.case))

    def once(self, name: str, found: Callable[[], T]) -> T:
        """What one condition computes and another asks for again."""
        if name not in self._found:
            self._found[name] = found()
        return cast(T, self._found[name])

    @cached_property
    def _found(self) -> dict[str, object]:
        return {}

    @property
    def secret(self) -> bytes | None:
        """The secret that names the bids of the case; nothing where it is not known before the opening."""
        found = self.facets.get("secret")
        return found if isinstance(found, bytes) else None

    @property
    def stored(self) -> frozenset[str] | None:
        """Which of the sealed files lie in the vault; nothing where nobody can tell any more."""
        found = self.facets.get("stored")
        return frozenset(found) if isinstance(found, Set) else None

    @property
    def received(self) -> frozenset[str] | None:
        """The digests of all acts received since an instant the deed names; nothing where nobody can tell."""
        found = self.facets.get("received")
        return frozenset(found) if isinstance(found, Set) else None

    @property
    def territory(self) -> str:
        """The territory whose law applies: that of the case, else that of the deed or the world."""
        case = self.state if isinstance(self.state, Case) else self.facets.get("case")
        if isinstance(case, Case):
            return case.requirement.territory
        named = getattr(self.intent.deed, "territory", "")
        return named if named in self.book.territory_by_id else self.world.territory

    @property
    def offset_minutes(self) -> int:
        """Minutes east of Greenwich in the territory of the law."""
        return self.law.territory.offset_minutes

    def person(self, docket: str) -> Person | None:
        """A registered person among the facets."""
        found = self.facets.get(f"person:{docket}")
        return found if isinstance(found, Person) else None

    def organisation(self, docket: str) -> Organisation | None:
        """A registered organisation among the facets."""
        found = self.facets.get(f"organisation:{docket}")
        return found if isinstance(found, Organisation) else None

    def named(self, docket: str) -> Spelled:
        """What people call a person or an organisation; spelled by its docket where nobody knows a name."""
        if person := self.person(docket):
            return Spelled(person.name, person.name)
        organisation = self.organisation(docket)
        name = organisation.registration.name if organisation else None
        return Spelled(name, f"{name.zh} / {name.en}") if name else this(docket)

    def known(self, docket: str) -> Spelled:
        """The same, always spelled by its docket."""
        return Spelled(self.named(docket).value, docket)

    def method_named(self, id: str) -> Spelled:
        """What people call a method; the usual one where none is named."""
        method = self.book.method_by_id.get(id or self.book.usual_method)
        return Spelled(method.name if method else id, id or "-")

    def item_named(self, id: str) -> Spelled:
        """What people call something to be bought."""
        return Spelled(next((one.description for one in self.case.items if one.id == id), id), id)

    @property
    def actor(self) -> Person | None:
        """The person who signs."""
        return self.person(self.intent.person)

    @property
    def mandate(self) -> Mandate | None:
        """The mandate the person acts under."""
        found = self.facets.get("mandate")
        return found if isinstance(found, Mandate) else None


def numbered(lot: Lot, bid: str) -> Spelled:
    """An opened bid by its place in the order of the opening."""
    place = next((n for n, one in enumerate(lot.evaluation.bids, 1) if one.bid == bid), 0)
    return Spelled(Text(f"第 {place} 份投标", f"bid no. {place}"), bid) if place else this(bid)


def method_id(book: Rulebook, case: Case) -> str:
    """The method chosen for a case, else the usual one."""
    return case.method or book.usual_method


def law_of_case(book: Rulebook, case: Case, day: date) -> Law:
    """The law of a case's territory and method on a day."""
    return law_in_force(book, case.requirement.territory, day, method_id(book, case))


class UnknownDocket(LookupError):
    """The deed names a case, lot or bid that is not there; the judge turns it into a refusal."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(what)


class Unseen(LookupError):
    """A condition asked for a facet that the reader is not shown; it is taken on the word of its source."""


Condition = Callable[[Matter], Refusal | tuple[Refusal, ...] | None]
Clocks = Callable[[Matter], tuple[Clock, ...]]


def no_clocks(_: Matter) -> tuple[Clock, ...]:
    """Most acts set no clock."""
    return ()


def owed(id: str, by: str, kind: type, until: Derived[DueDay], *, lot: str = "") -> Clock:
    """A clock for a duty: who owes which kind of act until the end of a day."""
    return Clock(id, by, kind_name(kind), lot, until.value.earliest, until.value.latest, until.because)


def bar(id: str, until: Derived[DueDay], *, lot: str = "", at: Instant | None = None) -> Clock:
    """A clock nobody owes: a period that has to pass, or an instant that law fixes."""
    return Clock(id, "", "", lot, until.value.earliest, until.value.latest, until.because, at)


def fixed(id: str, at: Instant, because: Because) -> Clock:
    """A clock that stands at an instant."""
    return Clock(id, "", "", "", at.day, at.day, because, at)
