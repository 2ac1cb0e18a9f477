"""A small invented country, so that the tests of the engine need no real law."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from daylight.core.rulebook.book import Rulebook, Territory
from daylight.core.rulebook.instrument import Instrument
from daylight.core.rulebook.parameter import DatedValue, Parameter, Range
from daylight.core.rulebook.provision import Provision, Ref
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from daylight.core.values.workdays import Calendar, CalendarYear, Closure, Limit, Outlook


def words(name: str) -> Text:
    return Text(f"{name}（中）", name)


OUTLOOK = Outlook(date(2026, 1, 1), 10, Limit(3, 2), Limit(2, 1), words("supposed"))
YEAR = CalendarYear(
    2026,
    "notice 1",
    "V-law",
    (Closure(words("feast"), date(2026, 10, 1), date(2026, 10, 7)),),
    (date(2026, 9, 20), date(2026, 10, 10)),
)
CALENDAR = Calendar("XX", (6, 7), OUTLOOK, (YEAR,))

ACT = Instrument(
    "xx-act",
    words("Act"),
    "No 1",
    words("Parliament"),
    "XX",
    date(2000, 1, 1),
    date(2001, 1, 1),
    "V-law",
    "V-law",
)
ORDER = replace(ACT, id="xx-order", name=words("Order"), in_force_on=date(2020, 1, 1), numbering="unverified")
LOCAL = replace(ACT, id="xx-1-rule", name=words("Rule"), territory="XX-1", in_force_on=date(2010, 1, 1))

PROVISIONS = (
    Provision(Ref("xx-act", "1"), words("bids are sealed"), ("bidding.sealed",), "V-law"),
    Provision(Ref("xx-act", "2"), words("periods"), (), "V-law"),
    Provision(Ref("xx-order", "5"), words("how they are sealed"), ("bidding.sealed",), "V-exam"),
    Provision(Ref("xx-1-rule", "3"), words("local seals"), ("bidding.sealed",), "S"),
)


def dated(year, value, *, cite="xx-act#2", territory="XX", confidence="V-law", overlay=False):
    instrument, _, article = cite.partition("#")
    day = date(year, 1, 1)
    return DatedValue(day, value, territory, (Ref(instrument, article),), confidence, day, overlay)


def period(id, mode, unit, *values, rollover="none", start_excluded=True):
    return Parameter(
        id,
        words(id),
        "period",
        unit,
        "anchored",
        values,
        mode=mode,
        rollover=rollover,
        start_excluded=start_excluded,
    )


PARAMETERS = (
    period("answer", "max_after", "working_day", dated(2001, 3), dated(2020, 5, cite="xx-order#5")),
    period("sign", "max_after", "day", dated(2001, 30), rollover="next_working_day"),
    period("bid", "min_after", "day", dated(2001, 20), rollover="next_working_day"),
    period("supply", "min_length", "working_day", dated(2001, 5)),
    period("lead", "min_before", "day", dated(2001, 15)),
    period("lead_working", "min_before", "working_day", dated(2001, 5)),
    period("draw", "max_before", "working_day", dated(2001, 2)),
    period("inclusive", "max_after", "working_day", dated(2001, 3), start_excluded=False),
    period("keep", "min_length", "year", dated(2001, 15)),
    Parameter(
        "security",
        words("security"),
        "ceiling",
        "ratio",
        "issued",
        (
            dated(2001, Fraction(1, 50)),
            dated(2010, Fraction(1, 100), cite="xx-1-rule#3", territory="XX-1", overlay=True, confidence="S"),
        ),
    ),
    Parameter("large", words("large"), "money", "money", "issued", (dated(2020, Money(100, "XXX")),)),
    Parameter(
        "deduction",
        words("deduction"),
        "range",
        "ratio",
        "issued",
        (dated(2001, Range(Fraction(6, 100), Fraction(1, 10))),),
    ),
    Parameter("odd", words("odd"), "switch", "switch", "issued", (dated(2001, True),)),
)

BOOK = Rulebook(
    "xx",
    (
        Territory("XX", words("Land"), 480, "XXX"),
        Territory("XX-1", words("Province"), 480, "XXX", "XX"),
        Territory("XX-2", words("Other"), 480, "XXX", "XX"),
    ),
    (CALENDAR,),
    (ACT, LOCAL, ORDER),
    PROVISIONS,
    PARAMETERS,
)


def book_with(parameter: Parameter) -> Rulebook:
    """The sample book with one parameter put in or replaced."""
    others = tuple(one for one in PARAMETERS if one.id != parameter.id)
    return replace(BOOK, parameters=(*others, parameter))
