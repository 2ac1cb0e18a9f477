"""Where a value of law is used: the kinds of act whose conditions and clocks name it, read off the register.

Conditions name what they ask the law for, so the names a condition can reach are the values it may rest on.
Shown by ``tests/core/judgement/test_uses.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from dis import get_instructions
from functools import cache
from types import CodeType, FunctionType, ModuleType
from typing import Any

from daylight.core.judgement.register import REGISTER

OURS = "daylight.core."


@dataclass(frozen=True)
class Use:
    """A kind of act that rests on a name: by conditions, by clocks, or because the role asks for it."""

    kind: str
    conditions: tuple[str, ...]
    clocks: bool
    role: bool


def uses_of(name: str) -> tuple[Use, ...]:
    """The kinds of act that rest on a parameter or a role, in the order of the register."""
    found = []
    for kind, row in REGISTER.items():
        conditions = tuple(one.__name__ for one in row.conditions if _names(one, name))
        use = Use(kind, conditions, _names(row.clocks, name), row.role == name)
        if use.conditions or use.clocks or use.role:
            found.append(use)
    return tuple(found)


def _names(function: Any, name: str) -> bool:
    """Whether a function names it: whole, or put together from a beginning, a middle and an end."""
    named = named_by(function)
    begins = [one for one in named if one.endswith(".") and name.startswith(one)]
    ends = [one for one in named if one.startswith("_") and name.endswith(one)]
    made = (name.removeprefix(one).removesuffix(end) for one in begins for end in ends)
    return name in named or any("." in one[:-1] for one in begins) or any(part in named for part in made)


@cache
def named_by(function: Any) -> frozenset[str]:
    """Every text a function of the core names, itself or through the functions of the core it reaches."""
    names: set[str] = set()
    _walk(function, set(), names)
    return frozenset(names)


def _walk(thing: Any, seen: set[int], names: set[str]) -> None:
    if isinstance(thing, str):
        names.add(thing)
    elif isinstance(thing, tuple | list | frozenset | set):
        for part in thing:
            _walk(part, seen, names)
    elif isinstance(thing, dict):
        _walk(tuple(thing) + tuple(thing.values()), seen, names)
    elif isinstance(thing, FunctionType) and thing.__module__.startswith(OURS) and id(thing) not in seen:
        seen.add(id(thing))
        for part in (*_reached(thing.__code__, thing.__globals__), *_enclosed(thing)):
            _walk(part, seen, names)


def _enclosed(function: FunctionType) -> tuple[Any, ...]:
    """The functions a function was made with; texts it was made with are mandates, not values of law."""
    cells = (cell.cell_contents for cell in function.__closure__ or ())
    return tuple(one for one in cells if isinstance(one, FunctionType))


def _reached(code: CodeType, known: dict[str, Any]) -> Iterator[Any]:
    """The constants of a function, and what its names stand for in its module and in those it names."""
    module: Any = None
    for step in get_instructions(code):
        if step.opname == "LOAD_GLOBAL":
            thing = known.get(step.argval)
            module = thing if isinstance(thing, ModuleType) and thing.__name__.startswith(OURS) else None
            yield thing
        elif step.opname in ("LOAD_ATTR", "LOAD_METHOD"):
            yield getattr(module, step.argval, None)
            module = None
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _reached(constant, known)
        else:
            yield constant
