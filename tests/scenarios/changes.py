"""One thing made otherwise in a matter that was admitted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from daylight.core.acts.common import Document
from daylight.core.acts.evaluation_terms import EvaluationMethod
from daylight.core.dockets.case.award import LotAward
from daylight.core.dockets.case.case import Case, Ended, Lot
from daylight.core.dockets.case.framework import LotListing
from daylight.core.dockets.stage import OVER, Stage
from daylight.core.procedures.matter import Matter
from daylight.core.rulebook.parameter import Value
from daylight.core.rulebook.what_if import with_value
from daylight.core.values.instant import DAY_MS, instant_of
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from scenarios.admitted import matters

Change = Callable[[Matter], Matter]
OTHER = "org-other"
SOME_DAY = instant_of("2026-01-01T00:00:00+08:00")


def altered(whole: Any, **changes: Any) -> Any:
    """The same with other fields, its own or those of its parts, the nearest first."""
    for name, value in changes.items():
        whole = staged(whole, value) if name == "stage" else _with(whole, path_to(whole, name), value)
    return whole


def path_to(whole: Any, name: str) -> tuple[str, ...]:
    """Where a field lies in something made of parts."""
    parts: list[tuple[Any, tuple[str, ...]]] = [(whole, ())]
    for part, path in parts:
        names = [one.name for one in fields(part)]
        if name in names:
            return (*path, name)
        inner = ((getattr(part, one), (*path, one)) for one in names)
        parts += [(one, at) for one, at in inner if is_dataclass(one)]
    raise AssertionError(f"{type(whole).__name__} has no {name}")


def part_of(whole: Any, name: str) -> Any:
    """A field of something, or of one of its parts."""
    for step in path_to(whole, name):
        whole = getattr(whole, step)
    return whole


def _with(whole: Any, path: tuple[str, ...], value: Any) -> Any:
    first, *rest = path
    return replace(whole, **{first: _with(getattr(whole, first), tuple(rest), value) if rest else value})


def staged(lot: Lot, stage: str) -> Lot:
    """The lot as if it stood at another stage, all it passed through left as it was."""
    if stage in OVER:
        return replace(lot, ended=Ended(Stage(stage), "task_cancelled"))
    award = replace(lot.award, winner=lot.award.winner or "bid-other", notified_at=None, published_at=None)
    if stage == Stage.CONTRACTED:
        award = replace(award, contract=replace(award.contract, signed_at=SOME_DAY))
    elif stage == Stage.OPENED:
        award = LotAward()
    evaluation = replace(lot.evaluation, opened=True, concluded=stage != Stage.OPENED, award=award)
    return replace(lot, evaluation=evaluation, listing=LotListing())


def case(**changes: Any) -> Change:
    """The case stands otherwise."""
    return lambda m: of_case(m, lambda _: changes)


def of_case(m: Matter, changes: Callable[[Case], dict[str, Any]]) -> Matter:
    """The case stands otherwise, as it follows from what it was."""
    if isinstance(m.state, Case):
        return replace(m, state=altered(m.state, **changes(m.state)))
    return facet("case", **changes(m.facets["case"]))(m)


def chosen(**changes: Any) -> Change:
    """Another choice of method was made."""
    return lambda m: of_case(
        m, lambda it: {"choice": altered(it.planning.choice, **changes)} if it.planning.choice else {}
    )


def of_another(kind: str, name: str) -> Any:
    """What a case in which this kind was done has under a name."""
    cases = (m.state for m in matters()[kind] if isinstance(m.state, Case))
    return next(found for one in cases if (found := part_of(one, name)))


def lot(**changes: Any) -> Change:
    """Every lot stands otherwise."""
    return lambda m: of_case(m, lambda it: {"lots": tuple(altered(one, **changes) for one in it.lots)})


def planned(**changes: Any) -> Change:
    """Another plan was filed; none where none was."""
    return lambda m: of_case(
        m, lambda it: {"plan": it.planning.plan and replace(it.planning.plan, **changes)}
    )


def imports_not_admitted(m: Matter) -> Matter:
    """Nobody decided on imports."""
    return of_case(m, lambda _: {"imports": None})


def unpaid(m: Matter) -> Matter:
    """No line of the plan is paid."""
    return deed(lines=tuple(replace(one, funds=()) for one in m.intent.deed.lines))(m)


def bids(**changes: Any) -> Change:
    """Every bid stands otherwise."""

    def of_lot(one: Lot) -> Lot:
        return altered(one, bids=tuple(altered(bid, **changes) for bid in one.evaluation.bids))

    return lambda m: of_case(m, lambda it: {"lots": tuple(map(of_lot, it.lots))})


def own(**changes: Any) -> Change:
    """The docket acted on stands otherwise."""
    return lambda m: replace(m, state=altered(m.state, **changes))


def facet(name: str, **changes: Any) -> Change:
    """What lies in another docket is otherwise."""
    return lambda m: replace(m, facets={**m.facets, name: altered(m.facets[name], **changes)})


def deed(**changes: Any) -> Change:
    """Something else is said."""
    return lambda m: replace(m, intent=replace(m.intent, deed=altered(m.intent.deed, **changes)))


def intent(**changes: Any) -> Change:
    """It is signed otherwise."""
    return lambda m: replace(m, intent=replace(m.intent, **changes))


def later(days: int) -> Change:
    """It is done so many days later."""
    return lambda m: replace(m, at=m.at.later_by(days * DAY_MS))


def figure(id: str, value: Value) -> Change:
    """The law has another figure."""

    def by_law(m: Matter) -> Matter:
        found = m.law.value(id)
        supposed = with_value(m.book, found.parameter.id, found.from_day, value, territory=m.territory)
        return replace(m, book=supposed)

    return by_law


def ruled_out(m: Matter) -> Matter:
    """The law opens its methods to nothing of the kind that is bought."""
    methods = tuple(replace(one, objects=()) for one in m.book.methods)
    return replace(m, book=replace(m.book, methods=methods))


def disowned(m):
    """The organisation is represented by another."""
    named = (name for name, one in m.facets.items() if name.startswith("organisation") and one)
    at = next(name for name in named if m.facets[name].id == m.intent.organisation)
    return facet(at, registration=replace(m.facets[at].registration, representative=OTHER))(m)


def by_price(one):
    """The lot, its bids ranked by price."""
    by = replace(one.terms.evaluation, method=EvaluationMethod.LOWEST_EVALUATED_PRICE)
    return replace(one, terms=replace(one.terms, evaluation=by))


def disputed(one):
    """The lot, the first member giving every bid a point more for everything."""

    def more(marks):
        first, *rest = marks
        return (replace(first, marks=tuple((name, points + 1) for name, points in first.marks)), *rest)

    return altered(
        one, bids=tuple(replace(bid, marks=bid.marks and more(bid.marks)) for bid in one.evaluation.bids)
    )


def unapproved(m):
    """The purchase is larger than its method may be without approval, and has none."""
    central = lot(budget=Money(10**9, "CNY"))(chosen(approved=False)(m))
    return of_case(central, lambda it: {"requirement": replace(it.requirement, territory="CN-central")})


def unreviewed(m):
    """Nobody reviewed the applications that did not pass."""
    index = m.facets["bids"]
    files = tuple(
        replace(file, application=one and replace(one, passed=one.passed or None))
        for file in index.files
        for one in [file.application]
    )
    return facet("bids", files=files)(m)


def deed_lots(change):
    """Other terms are issued for every lot."""
    return lambda m: deed(lots=tuple(replace(one, **change(one)) for one in m.intent.deed.lots))(m)


def speechless(m: Matter) -> Matter:
    """Whatever is said in words is left empty."""
    said = m.intent.deed
    empty = {one.name: Text("", " ") for one in fields(said) if isinstance(getattr(said, one.name), Text)}
    return deed(**empty)(m)


def undocumented(m: Matter) -> Matter:
    """Of every document that is shown the digest is left out."""
    said, none = m.intent.deed, Document("文件", "文件", "", 1)
    shown = {one.name: getattr(said, one.name) for one in fields(said)}
    one = {name: none for name, value in shown.items() if isinstance(value, Document)}
    many = {name: (none,) for name in ("evidence", "documents") if isinstance(shown.get(name), tuple)}
    return deed(**one, **many)(m)
