"""Which finance department decides a matter: that of the purchaser's budget level, or of a level above.

Which level decides for which is data of the country. Shown by ``tests/daylight_cn/test_levels.py``.
"""

from __future__ import annotations

from dataclasses import dataclass

from daylight.core.rulebook.book import LEVELS, Authority, Level, Territory
from daylight.core.rulebook.law import Law, LevelNeeded, cite_of, joined, levels_of
from daylight.core.values.because import Because, Derived
from daylight.core.values.text import Text


@dataclass(frozen=True)
class Deciding:
    """Whose budgets, and the place and level of the finance department that decides for them."""

    budgets: Territory
    place: Territory


def authorities_for(law: Law, matter: str) -> tuple[Derived[Deciding], ...]:
    """Who decides a matter, for each level of budgets where none was named; nothing where no data tell."""
    found = next((one for one in law.book.authorities if one.matter == matter), None)
    if found is None or not law.in_force(found.cites):
        return ()
    return tuple(_deciding(here, found) for here in law.of_each_level or (law,))


def authority_for(law: Law, matter: str) -> Derived[Deciding] | None:
    """Who decides a matter here; a ``LevelNeeded`` where that depends on a level nobody named."""
    found = authorities_for(law, matter)
    if len(found) > 1:
        named = [(one.value.budgets.name, one.value.place.name) for one in found]
        zh = "；".join(f"{whose.zh}由{who.zh}财政部门" for whose, who in named)
        en = "; ".join(f"{whose.en}: the finance department of {who.en}" for whose, who in named)
        raise LevelNeeded(Text(f"由谁决定依预算级次而定：{zh}。", f"Who decides depends on the level: {en}."))
    return found[0] if found else None


def _deciding(law: Law, authority: Authority) -> Derived[Deciding]:
    here = law.territory
    raised = dict(authority.raised)
    place = _at_or_above(law, raised.get(here.level, here.level))
    cites = tuple(cite_of(law.book, ref, authority.confidence) for ref in authority.cites)
    articles = joined(cites)
    text = Text(
        f"{here.name.zh}：{place.name.zh}财政部门｜{articles.zh}",
        f"{here.name.en}: the finance department of {place.name.en} | {articles.en}",
    )
    return Derived(Deciding(here, place), Because(f"authority.{authority.matter}", text, cites))


def _at_or_above(law: Law, level: str) -> Territory:
    """The part of the same province that has the level, or the next above it that there is."""
    here = law.territory
    above = law.book.territory_by_id.get(here.parent or "")
    known = {one.level: one for one in (levels_of(law.book, above) if above else ())} | {here.level: here}
    upwards: list[Level] = list(LEVELS)[list(LEVELS).index(level) :: -1] if level in LEVELS else []
    return next((known[one] for one in upwards if one in known), here)
