"""The unit of a column of amounts, by the whole cell of its header or the line above it: known, or told.

``亿元`` is not ``元`` because it ends like it, and no other money is ours.
Shown by ``tests/imports/test_units.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from daylight.core.values.spelling import squeezed
from daylight.core.values.text import Text
from daylight.imports.cells import Finding
from daylight.imports.form import BRACKETED, Form, bare

BETWEEN = re.compile(r"[,，、;；:：|]")
PLEASE_UNIT = Text("请在表头写明，如 金额(万元)", "name it in the header, like 金额(万元)")


def field_of(cell: str, form: Form) -> str | None:
    """The field a header cell names; an amount may be followed by its unit without brackets."""
    word = bare(cell)
    if word in form.words:
        return form.words[word]
    return "amount" if _behind(word, form) is not None else None


def unit_of(header: str, above: Iterable[str], form: Form) -> str | Finding:
    """The unit that header and the lines above it agree on; empty where neither says any."""
    said = [*_in_header(header, form)]
    said += [] if said else [*_in_lines(above, form)]  # the nearer one counts; two that differ are told
    lines = {one for one in _in_lines(above, form) if isinstance(one, str)}
    wrong = next((one for one in said if isinstance(one, Finding)), None)
    if wrong:
        return wrong
    units = {form.units[str(one)]: str(one) for one in (*said, *lines)}
    if len(units) > 1:
        return _told("amount.two-units", " / ".join(units.values()), *TWO_UNITS)
    return next(iter(units.values()), "")


def unit_named(said: str, form: Form) -> str | Finding:
    """A unit that is known, by its own name; a finding where it is another currency, or no known unit."""
    word = squeezed(said)
    for beside in sorted(form.beside_units, key=len, reverse=True):
        word = word.removeprefix(beside).removesuffix(beside)
    if word in form.units:
        return word
    for name in sorted(form.currencies, key=len, reverse=True):
        if word.endswith(name) or word.startswith(name):
            return _told("amount.other-currency", said, *OTHER_CURRENCY)
    return _told("amount.unknown-unit", said, *UNKNOWN_UNIT)


OTHER_CURRENCY = (
    Text("金额是外币（{said}）", "the amount is in another currency ({said})"),
    Text("请按规定折算为本国货币后填写", "convert it into the currency of the list"),
)
UNKNOWN_UNIT = (Text("不认识单位“{said}”", "the unit “{said}” is not known"), PLEASE_UNIT)
TWO_UNITS = (
    Text("表头与其上一行的单位不同（{said}）", "the header and a line above it name two units ({said})"),
    Text("请只保留正确的单位", "keep the right one alone"),
)


def _told(code: str, said: str, what: Text, remedy: Text) -> Finding:
    return Finding(code, what.fill(said=said), remedy)


def _in_header(header: str, form: Form) -> Iterator[str | Finding]:
    """What the brackets of a header, or its end without brackets, say of the unit."""
    for found in BRACKETED.findall(squeezed(header)):
        for part in BETWEEN.split(found.strip("()")):
            if part and part not in form.beside_units and _speaks_of_money(part, form):
                yield unit_named(part, form)
    if behind := _behind(bare(header), form):
        yield unit_named(behind, form)


def _in_lines(above: Iterable[str], form: Form) -> Iterator[str | Finding]:
    for line in above:
        if found := form.unit_above.search(squeezed(line)):
            yield unit_named(found["unit"], form)


def _behind(word: str, form: Form) -> str | None:
    """What stands behind the word for an amount, where it speaks of money; ``None`` where none stands so."""
    amounts = sorted((one for one, field in form.words.items() if field == "amount"), key=len, reverse=True)
    for one in amounts:
        if word.startswith(one) and _speaks_of_money(word.removeprefix(one), form):
            return word.removeprefix(one)
    return None


def _speaks_of_money(part: str, form: Form) -> bool:
    return part.endswith((*form.unit_ends, *form.currencies)) or part in form.units
