"""The cases in which somebody may owe something, so that a list of duties need not look at the others.

A case too much costs a look; one that is lacking hides a duty, so ``fsck`` looks for those, and ``rebuild``
adds them. Shown by ``tests/store/test_owing.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from daylight.core.dockets.case.case import Case
from daylight.office.duties import may_owe
from daylight.office.ports import Entries
from daylight.office.views import Views
from daylight.store import models

ROWS_AT_ONCE = 500
VIEWS_KEPT = 1000


def owing_cases() -> Iterator[str]:
    """The cases in which somebody may owe something."""
    rows = models.Owing.objects.order_by("case").values_list("case", flat=True)
    yield from rows.iterator(ROWS_AT_ONCE)


def lacking(journal: Entries, cases: Iterable[str]) -> Iterator[str]:
    """Those of the cases in which somebody owes something, and which are not listed."""
    views = Views(journal, VIEWS_KEPT)
    listed = models.Owing.objects
    for case in cases:
        if listed.filter(case=case).exists():
            continue
        state = views.of(case, fresh=True).state
        if isinstance(state, Case) and may_owe(views, journal, state):
            yield case
