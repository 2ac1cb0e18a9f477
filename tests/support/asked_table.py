"""The table of what is asked of the law, as Python that the core imports."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable

from daylight.core.judgement.asked import ASKED
from world import SRC

ASKED_AT = SRC / "daylight" / "core" / "judgement" / "asked.py"
HEAD = '''"""What each kind of act asks the law: condition by condition, and where its clocks are set.

Made by ``make asked``: it plays all scenarios and keeps what was asked in them.
"""

ASKED: dict[str, dict[str, tuple[str, ...]]] = {
'''
WIDTH = 108


def asked_in() -> set[tuple[str, str, str]]:
    """The committed table, as names with the kind and the condition that asks for them."""
    return {
        (name, kind, condition)
        for kind, conditions in ASKED.items()
        for condition, names in conditions.items()
        for name in names
    }


def table_of(asked: Iterable[tuple[str, str, str]]) -> str:
    """The table of what was asked, sorted."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name, kind, condition in sorted(asked):
        found[kind][condition].append(name)
    lines = [line for kind in sorted(found) for line in _of_kind(kind, found[kind])]
    return HEAD + "\n".join(lines) + "\n}\n"


def _of_kind(kind: str, conditions: dict[str, list[str]]) -> list[str]:
    lines = [f'    "{kind}": {{']
    for condition in sorted(conditions):
        names = ", ".join(f'"{name}"' for name in conditions[condition])
        one = f'        "{condition}": ({names}{"," if len(conditions[condition]) == 1 else ""}),'
        if len(one) <= WIDTH:
            lines.append(one)
        else:
            wrapped = textwrap.wrap(f"{names},", WIDTH - 12)
            lines += [f'        "{condition}": (', *(f"            {part}" for part in wrapped), "        ),"]
    return [*lines, "    },"]
