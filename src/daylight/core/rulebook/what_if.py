"""Law that isn't law: the same book with one value supposed otherwise, and every citation of it saying so.

Shown by ``tests/core/rulebook/test_what_if.py``.
"""

from __future__ import annotations

import dataclasses
from datetime import date

from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.instrument import WHAT_IF
from daylight.core.rulebook.law import law_in_force
from daylight.core.rulebook.parameter import DatedValue, Parameter, Value
from daylight.core.rulebook.provision import Ref


def with_value(
    book: Rulebook, id: str, from_day: date, value: Value, *, territory: str | None = None
) -> Rulebook:
    """The book as if a parameter had this value from a day on, everywhere below one territory.

    Without a territory it is supposed for the whole country; local values of real law still go before it.
    """
    law = law_in_force(book, territory or book.territories[0].id, from_day)
    parameter = book.parameter_by_id.get(id) or law.value(id).parameter
    supposed = DatedValue(
        from_day=from_day,
        value=value,
        territory=law.territory.id,
        cites=(Ref(WHAT_IF, ""),),
        confidence=WHAT_IF,
        known_since=from_day,
        overlay=law.territory.parent is not None,
    )
    changed = dataclasses.replace(parameter, values=(*_before(parameter, supposed), supposed))
    return dataclasses.replace(
        book, parameters=tuple(changed if one.id == id else one for one in book.parameters)
    )


def _before(parameter: Parameter, supposed: DatedValue) -> tuple[DatedValue, ...]:
    return tuple(
        value
        for value in parameter.values
        if value.territory != supposed.territory or value.from_day < supposed.from_day
    )
