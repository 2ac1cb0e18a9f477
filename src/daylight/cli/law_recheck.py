"""``daylight law recheck``: cases whose verdicts would differ under the law as it is known today.

It reads the journal of the home and writes nothing. Shown by ``tests/cli/test_law_recheck.py``.
"""

from __future__ import annotations

from collections.abc import Iterator

import click

from daylight.cli.language import failed
from daylight.cli.law_asked import Asked, asking
from daylight.core.disclosure.register import PUBLICATIONS
from daylight.core.values.text import Text
from daylight.crypto.openssl import OPENSSL
from daylight.office.perform import Rules
from daylight.office.recheck import Difference, Recheck, recheck
from daylight.settings import Settings
from daylight.wiring import NoWorld, configure, the_world

WHAT = {
    "clock": Text("期限", "clock"),
    "warning": Text("提示", "warning"),
    "refusal": Text("今日不应受理", "today refused"),
    "gap": Text("今日无此规定", "today the law is silent"),
}
TOTAL = Text(
    "{cases} 个项目，重审 {judged} 个行为，{same} 个依今日的规则库作出、无须重审；"
    "{differences} 处不同。原决定不变。",
    "{cases} cases: {judged} acts judged again, {same} by today's rulebook; {differences} differences. "
    "Earlier decisions do not change.",
)


@click.command(name="recheck")
@asking
def recheck_cases(asked: Asked) -> None:
    """List the cases whose clocks, warnings or refusals would differ today, and the values that changed."""
    found = _rechecked(asked)
    lines = list(_lines(asked, found))
    counts = {"cases": found.cases, "judged": found.judged, "same": found.same}
    said = {name: str(count) for name, count in counts.items()}
    lines.append(TOTAL.fill(**said, differences=str(len(found.differences))).of(asked.lang))
    asked.say(lines, {**counts, "rulebook": asked.book.digest, "differences": tuple(found.differences)})


def _rechecked(asked: Asked) -> Recheck:
    settings = Settings()
    try:
        world = the_world(settings)
    except NoWorld as missing:
        raise failed(missing.text) from None
    configure(settings, urls="")
    from daylight.store.journal import DatabaseJournal, cases  # noqa: PLC0415 - Django must be configured first

    rules = Rules(world, asked.book, OPENSSL, settings.ocid_prefix)
    return recheck(DatabaseJournal(), rules, cases())


def _lines(asked: Asked, found: Recheck) -> Iterator[str]:
    case = ""
    for one in found.differences:
        if one.case != case:
            case = one.case
            yield case
        yield f"  {_difference(asked, one)}"


def _difference(asked: Asked, one: Difference) -> str:
    changed = ", ".join(one.parameters)
    because = f"  ({changed})" if changed else ""
    what = WHAT[one.what].of(asked.lang)
    before, after = one.before.of(asked.lang), one.after.of(asked.lang)
    deed = f"{one.at.day} {PUBLICATIONS[one.kind].words.of(asked.lang)} {one.act}"
    return f"{deed}: {what} {one.id}: {before} → {after}{because}"
