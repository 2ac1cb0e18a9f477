"""What the law in force says of a duty that was broken: the sanctions that name its role or its parameter.

Shown by ``tests/core/rulebook/test_sanctions.py``.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from daylight.core.rulebook.law import Law, cite_of
from daylight.core.rulebook.sanction import Breach, Sanction
from daylight.core.values.because import Cite
from daylight.core.values.text import Text


@dataclass(frozen=True)
class Consequence:
    """A sanction in force, the breach it follows, and its article; an unconfirmed one may only be told."""

    sanction: Sanction
    breach: Breach
    cite: Cite


def sanctions_for(law: Law, duty: str) -> tuple[Consequence, ...]:
    """What follows if a duty is broken, named by its role or parameter; nothing where no sanction is held."""
    return tuple(
        Consequence(sanction, breach, _cite(law, sanction, breach))
        for sanction in law.book.sanctions
        if _stands(law, sanction)
        for breach in sanction.breaches
        if duty in breach.breaks
    )


def _stands(law: Law, sanction: Sanction) -> bool:
    instrument = law.book.instrument_by_id.get(sanction.at.instrument)
    return instrument is not None and instrument.territory in law.chain and instrument.stands_on(law.day)


def _cite(law: Law, sanction: Sanction, breach: Breach) -> Cite:
    """The article and its item, as in ``67(8)``."""
    cite = cite_of(law.book, sanction.at, sanction.confidence)
    if not breach.item:
        return cite
    title = Text(f"{cite.title.zh}第{breach.item}项", f"{cite.title.en} ({breach.item})")
    return dataclasses.replace(cite, article=f"{cite.article}({breach.item})", title=title)
