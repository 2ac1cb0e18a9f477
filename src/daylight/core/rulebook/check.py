"""Is the book sound? Faults make its answers doubtful; marks are what a reader should know and may accept.

Shown by ``tests/core/rulebook/test_check.py``, one planted fault for each code.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from daylight.core.rulebook.book import Rulebook
from daylight.core.rulebook.instrument import WHAT_IF
from daylight.core.rulebook.law import cite_of
from daylight.core.rulebook.life_cycle import DISCOUNT, YEARS, unsound
from daylight.core.rulebook.parameter import DatedValue, Parameter
from daylight.core.rulebook.provision import Ref
from daylight.core.rulebook.sanction import Sanction
from daylight.core.values.text import Text


@dataclass(frozen=True)
class Finding:
    """``fault`` is false for a mark: something to know, not something wrong."""

    code: str
    subject: str
    text: Text
    fault: bool = True


def check(book: Rulebook, roles: Sequence[str] = ()) -> tuple[Finding, ...]:
    """All findings on a book; ``roles`` are those that conditions cite and that should have an article."""
    found = [*_names(book), *_places(book), *_provisions(book), *_roles(book, roles)]
    for parameter in book.parameters:
        found += _starts(book, parameter)
        for value in parameter.values:
            found += _value(book, parameter, value)
    found += [*_numbering(book), *_sanctions(book), *_groups(book), *_countings(book)]
    found += [*_industries(book), *_silences(book)]
    return tuple(sorted(found, key=lambda finding: (not finding.fault, finding.code, finding.subject)))


def _names(book: Rulebook) -> Iterator[Finding]:
    named = {
        "instrument": [i.id for i in book.instruments],
        "parameter": [p.id for p in book.parameters],
        # what cites its instrument as a whole, for want of a number, may say several things
        "provision": [str(p.at) for p in book.provisions if p.at.article],
        "sanction": [s.id for s in book.sanctions],
        "territory": [t.id for t in book.territories],
        "group": [f"{g.id} from {g.from_day}" for g in book.product_groups],
    }
    for what, ids in named.items():
        for id, times in sorted(Counter(ids).items()):
            if times > 1:
                yield Finding(f"{what}.twice", id, Text(f"出现 {times} 次", f"stands {times} times"))


def _places(book: Rulebook) -> Iterator[Finding]:
    mentioned = [
        *((f"instrument {i.id}", i.territory) for i in book.instruments),
        *((f"calendar {c.territory}", c.territory) for c in book.calendars),
        *((f"territory {t.id}", t.parent) for t in book.territories if t.parent),
        *((f"parameter {p.id}", v.territory) for p in book.parameters for v in p.values),
    ]
    for where, territory in mentioned:
        if territory not in book.territory_by_id:
            yield Finding(
                "territory.unknown", where, Text(f"没有地域 {territory}", f"no territory {territory}")
            )


def _provisions(book: Rulebook) -> Iterator[Finding]:
    for provision in book.provisions:
        yield from _unresolved(book, str(provision.at), provision.at)
        yield from _mark(f"provision {provision.at}", provision.confidence)


def _roles(book: Rulebook, wanted: Iterable[str]) -> Iterator[Finding]:
    for role in sorted(set(wanted) - {one.role for one in book.silences}):
        provisions = book.provisions_by_role.get(role, ())
        if not provisions:
            words = Text("没有条款承担此职能", "no provision fills this role")
            yield Finding("role.empty", role, words, fault=False)
        elif not any(cite_of(book, p.at, p.confidence).confirmed for p in provisions):
            words = Text(
                "所引条款的条号均未核实",
                "the number of no article of it is confirmed",
            )
            yield Finding("role.unconfirmed", role, words, fault=False)


def _silences(book: Rulebook) -> Iterator[Finding]:
    """What is said not to be there is not there."""
    for silence in book.silences:
        if silence.role in book.provisions_by_role:
            words = Text("说无条款，却有条款", "is said to have no article, and has one")
            yield Finding("silence.filled", silence.role, words)


def _starts(book: Rulebook, parameter: Parameter) -> Iterator[Finding]:
    begins = Counter(
        (value.territory, value.from_day, level)
        for value in parameter.values
        for level in value.levels or ("",)
    )
    for (territory, day, _), times in sorted(begins.items()):
        if times > 1:
            words = Text(
                f"{territory} 有 {times} 个值自 {day} 起", f"{times} values begin on {day} in {territory}"
            )
            yield Finding("value.start-twice", parameter.id, words)
    if not parameter.values:
        yield Finding("parameter.empty", parameter.id, Text("没有任何值", "has no value at all"))


def _value(book: Rulebook, parameter: Parameter, value: DatedValue) -> Iterator[Finding]:
    where = f"{parameter.id} from {value.from_day}"
    if not value.cites:
        yield Finding("value.uncited", where, Text("没有引用条款", "cites nothing"))
    for ref in value.cites:
        yield from _unresolved(book, where, ref)
    yield from _out_of_force(book, parameter, value)
    root = book.territories[0].id if book.territories else ""
    national = any(other.territory == root for other in parameter.values)
    if value.territory != root and national and not value.overlay:
        yield Finding(
            "value.not-overlay",
            where,
            Text(
                f"{value.territory} 的值未标 overlay，全国的值仍优先",
                f"the value of {value.territory} is no overlay, so the national one goes first",
            ),
        )
    yield from _mark(where, value.confidence)


def _out_of_force(book: Rulebook, parameter: Parameter, value: DatedValue) -> Iterator[Finding]:
    """A value that outlives the instrument it rests on leaves a gap; one that precedes it rests on air."""
    ends = next_start(parameter, value)
    for ref in value.cites:
        instrument = book.instrument_by_id.get(ref.instrument)
        if instrument is None:
            continue
        where = f"{parameter.id} from {value.from_day}"
        if value.from_day < instrument.in_force_on:
            words = Text(f"早于 {instrument.id} 生效", f"begins before {instrument.id} is in force")
            yield Finding("value.too-early", where, words)
        gone = instrument.repealed_on
        if gone and (ends is None or ends > gone):
            words = Text(
                f"{instrument.id} 于 {gone} 废止后无值",
                f"nothing follows the repeal of {instrument.id} on {gone}",
            )
            yield Finding("value.gap", where, words)


def next_start(parameter: Parameter, value: DatedValue) -> date | None:
    """The day a value of the same place and level takes the place of this one; nothing where none does."""
    later = [
        other.from_day
        for other in parameter.values
        if other.territory == value.territory
        and other.from_day > value.from_day
        and (not other.levels or (set(value.levels) <= set(other.levels) and value.levels))
    ]
    return min(later, default=None)


def _unresolved(book: Rulebook, where: str, ref: Ref) -> Iterator[Finding]:
    if ref.instrument == WHAT_IF:
        return
    if ref.instrument not in book.instrument_by_id:
        yield Finding(
            "cite.unresolved", where, Text(f"没有 {ref.instrument}", f"no instrument {ref.instrument}")
        )
    elif ref.article and ref not in book.provision_at:
        yield Finding("cite.no-summary", where, Text(f"{ref} 没有摘要", f"{ref} has no summary"), fault=False)


def _mark(where: str, confidence: str) -> Iterator[Finding]:
    if confidence in ("unverified", "S"):
        words = Text(
            f"未经核实（{confidence}）：只提示，不据以拒绝",
            f"unconfirmed ({confidence}): it warns, it never refuses",
        )
        yield Finding("unconfirmed", where, words, fault=False)
    if confidence == WHAT_IF:
        yield Finding("what-if", where, Text("假设，不是法律", "supposed, not law"), fault=False)


def _numbering(book: Rulebook) -> Iterator[Finding]:
    for instrument in book.instruments:
        yield from _mark(f"instrument {instrument.id}", instrument.confidence)
        if instrument.numbering == "unverified":
            words = Text("条号未经核实", "its article numbers are unconfirmed")
            yield Finding("numbering.unconfirmed", instrument.id, words, fault=False)


def _sanctions(book: Rulebook) -> Iterator[Finding]:
    duties = {*book.provisions_by_role, *book.parameter_by_id}
    for sanction in book.sanctions:
        where = f"sanction {sanction.id}"
        yield from _unresolved(book, where, sanction.at)
        yield from _mark(where, sanction.confidence)
        broken = {duty for breach in sanction.breaches for duty in breach.breaks}
        for duty in sorted(broken - duties):
            words = Text(f"没有义务 {duty}", f"there is no duty {duty}")
            yield Finding("sanction.no-duty", where, words)
        if book.bearers:
            yield from _bearing(book, sanction)


def _bearing(book: Rulebook, sanction: Sanction) -> Iterator[Finding]:
    """A sanction follows the breach of a duty that is borne by him whom it meets."""
    where = f"sanction {sanction.id}"
    for breach in sanction.breaches:
        if not breach.breaks:
            words = Text(f"没有说明违反何义务：{breach.what.zh}", f"names no duty: {breach.what.en}")
            yield Finding("sanction.names-no-duty", where, words)
        for duty in breach.breaks:
            borne = book.who_bears.get(duty, frozenset())
            if "anyone" not in borne and not borne & {*sanction.who}:
                who = ", ".join(sorted(borne)) or "—"
                words = Text(f"{duty} 是他人的义务（{who}）", f"{duty} is the duty of others ({who})")
                yield Finding("sanction.not-whose-duty", where, words)


def _countings(book: Rulebook) -> Iterator[Finding]:
    """Ways of counting: each that is named is there, and rests on an article."""
    named = [(f"instrument {one.id}", one.counting) for one in book.instruments]
    named += [(f"parameter {one.id}", one.counting) for one in book.parameters]
    for where, counting in named:
        if counting and counting not in book.counting_by_id:
            words = Text(f"没有计算方法 {counting}", f"there is no counting {counting}")
            yield Finding("counting.unknown", where, words)
    starts = [
        (f"{one.id} from {start.event}", ref)
        for one in book.parameters
        for start in one.starts
        for ref in start.cites
    ]
    for where, ref in [
        *((f"counting {one.id}", ref) for one in book.countings for ref in one.cites),
        *((f"authority {one.matter}", ref) for one in book.authorities for ref in one.cites),
        *starts,
    ]:
        yield from _unresolved(book, where, ref)


def _industries(book: Rulebook) -> Iterator[Finding]:
    """Industries: each is marked as far as its figures are confirmed."""
    for industry in book.industries:
        yield from _mark(f"industry {industry.id}", industry.confidence)


def _groups(book: Rulebook) -> Iterator[Finding]:
    """Groups of products: can a cost be computed, and what proposes the usual values."""
    for group in book.product_groups:
        where = f"group {group.id}"
        for ref in group.cites:
            yield from _unresolved(book, where, ref)
        yield from _mark(where, group.confidence)
        for wrong in unsound(group.lines, group.quantities):
            yield Finding(wrong.code, where, wrong.text)
        given = {one.id for one in group.quantities if one.by == "documents"} | {YEARS, DISCOUNT}
        for usual in group.usual:
            yield from _mark(f"{where}: {usual.of} from {usual.from_day}", usual.confidence)
            if usual.of not in given:
                words = Text(f"采购文件不给出 {usual.of}", f"the documents give no {usual.of}")
                yield Finding("group.usual-unknown", where, words)
