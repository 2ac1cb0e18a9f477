"""The rulebook: the whole law of a country as one frozen value, with a digest.

It travels as plain data (``values.plain``): a bundle carries the book a case was judged by, so who checks
the case needs no file of the country and no trust in ours. Shown by ``tests/core/rulebook/test_book.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import Any, Literal

from daylight.core.rulebook.counting import Counting
from daylight.core.rulebook.industry import Industry
from daylight.core.rulebook.instrument import Instrument
from daylight.core.rulebook.life_cycle import ProductGroup
from daylight.core.rulebook.method import Fact, Method, Question
from daylight.core.rulebook.parameter import Parameter
from daylight.core.rulebook.provision import Provision, Ref
from daylight.core.rulebook.sanction import Bearer, Sanction
from daylight.core.rulebook.wording import Wording
from daylight.core.values.identifiers import Scheme
from daylight.core.values.plain import build, canonical_bytes, read_plain
from daylight.core.values.text import Text
from daylight.core.values.workdays import Calendar

Level = Literal["", "central", "provincial", "city", "county"]

#: The levels of budgets, the highest first.
LEVELS: dict[Level, Text] = {
    "central": Text("中央级", "central"),
    "provincial": Text("省级", "provincial"),
    "city": Text("市级", "city"),
    "county": Text("县级", "county"),
}


@dataclass(frozen=True)
class Territory:
    """A place with its own law or only its own name; what it doesn't say, its parent does.

    ``level`` is that of the budgets it speaks for; empty means all of its levels.
    """

    id: str
    name: Text
    offset_minutes: int
    currency: str
    parent: str | None = None
    level: Level = ""


@dataclass(frozen=True)
class Authority:
    """Which level's finance department decides a matter, a role: the budget's own, unless it is ``raised``.

    ``raised`` pairs a level of budgets with the level that decides for them.
    """

    matter: str
    cites: tuple[Ref, ...]
    confidence: str
    raised: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Silence:
    """A role that no article fills, and how that is known: the law was looked through for it."""

    role: str
    because: Text


@dataclass(frozen=True)
class Rulebook:
    """Everything known of a country's law of procurement, with all its dates."""

    country: str
    territories: tuple[Territory, ...]
    calendars: tuple[Calendar, ...]
    instruments: tuple[Instrument, ...]
    provisions: tuple[Provision, ...]
    parameters: tuple[Parameter, ...]
    methods: tuple[Method, ...] = ()
    facts: tuple[Fact, ...] = ()
    questions: tuple[Question, ...] = ()
    sanctions: tuple[Sanction, ...] = ()
    wording: Wording | None = None
    product_groups: tuple[ProductGroup, ...] = ()
    countings: tuple[Counting, ...] = ()
    industries: tuple[Industry, ...] = ()
    authorities: tuple[Authority, ...] = ()
    bearers: tuple[Bearer, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    silences: tuple[Silence, ...] = ()

    @cached_property
    def source(self) -> bytes:
        """The canonical bytes: what a bundle carries."""
        return canonical_bytes(self)

    @cached_property
    def digest(self) -> str:
        """Hex SHA-256 of the canonical bytes: what a judgement cites as the law it read."""
        return sha256(self.source).hexdigest()

    @cached_property
    def memo(self) -> dict[tuple[object, ...], Any]:
        """What was looked up before: the same question of the same book has the same answer."""
        return {}

    @cached_property
    def territory_by_id(self) -> dict[str, Territory]:
        """Territories by id."""
        return {territory.id: territory for territory in self.territories}

    @cached_property
    def calendar_by_territory(self) -> dict[str, Calendar]:
        """Calendars by the territory they hold for."""
        return {calendar.territory: calendar for calendar in self.calendars}

    @cached_property
    def industry_by_id(self) -> dict[str, Industry]:
        """Industries by id."""
        return {industry.id: industry for industry in self.industries}

    @cached_property
    def counting_by_id(self) -> dict[str, Counting]:
        """Ways of counting by id."""
        return {counting.id: counting for counting in self.countings}

    @cached_property
    def who_bears(self) -> dict[str, frozenset[str]]:
        """Whose each duty is, by role or parameter."""
        borne: dict[str, frozenset[str]] = {}
        for bearer in self.bearers:
            for duty in bearer.duties:
                borne[duty] = borne.get(duty, frozenset()) | frozenset(bearer.who)
        return borne

    @cached_property
    def scheme_by_id(self) -> dict[str, Scheme]:
        """How numbers of the country's registers look, by the names of the registers."""
        return {scheme.id: scheme for scheme in self.schemes}

    @cached_property
    def instrument_by_id(self) -> dict[str, Instrument]:
        """Instruments by id."""
        return {instrument.id: instrument for instrument in self.instruments}

    @cached_property
    def parameter_by_id(self) -> dict[str, Parameter]:
        """Parameters by id."""
        return {parameter.id: parameter for parameter in self.parameters}

    @cached_property
    def parameters_answering(self) -> dict[str, tuple[Parameter, ...]]:
        """Parameters by the question they answer, those of single methods before those of all."""
        asked: dict[str, list[Parameter]] = {}
        for parameter in sorted(self.parameters, key=lambda one: not one.methods):
            for question in sorted({parameter.id, parameter.answers or parameter.id}):
                asked.setdefault(question, []).append(parameter)
        return {question: tuple(found) for question, found in asked.items()}

    @cached_property
    def method_by_id(self) -> dict[str, Method]:
        """Procurement methods by id."""
        return {method.id: method for method in self.methods}

    def product_group(self, id: str, day: date) -> ProductGroup | None:
        """The group of products of that name, as it stands on a day."""
        return next((one for one in self.product_groups if one.id == id and one.stands_on(day)), None)

    @cached_property
    def usual_method(self) -> str:
        """The method of who chooses none; empty where the book knows no methods."""
        return next((method.id for method in self.methods if method.usual), "")

    @cached_property
    def provision_at(self) -> dict[Ref, Provision]:
        """Provisions by where they stand."""
        return {provision.at: provision for provision in self.provisions}

    @cached_property
    def provisions_by_role(self) -> dict[str, tuple[Provision, ...]]:
        """Provisions by the role they fill, in the order of the book."""
        roles = sorted({role for provision in self.provisions for role in provision.roles})
        return {role: tuple(p for p in self.provisions if role in p.roles) for role in roles}


@lru_cache(maxsize=8)
def read_rulebook(source: bytes) -> Rulebook:
    """The rulebook of canonical bytes, read once for all who ask by the same; ``Misshapen`` otherwise."""
    return build(Rulebook, read_plain(source))
