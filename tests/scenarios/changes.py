"""One thing made otherwise in a matter that was admitted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any

from daylight.core.acts.common import Document
from daylight.core.acts.evaluation_terms import EvaluationMethod
from daylight.core.case.state import Case, Lot
from daylight.core.procedures.matter import Matter
from daylight.core.rulebook.parameter import Value
from daylight.core.rulebook.what_if import with_value
from daylight.core.values.instant import DAY_MS
from daylight.core.values.money import Money
from daylight.core.values.text import Text
from scenarios.admitted import matters

Change = Callable[[Matter], Matter]
OTHER = "org-other"


def altered(whole: Any, **changes: Any) -> Any:
    """The same with other fields, its own or those of its parts."""
    names = [one.name for one in fields(whole)]
    own = {name: changes.pop(name) for name in names if name in changes}
    for name in names:
        part = getattr(whole, name)
        if is_dataclass(part) and name not in own:
            inner = {one.name: changes.pop(one.name) for one in fields(part) if one.name in changes}
            own |= {name: replace(part, **inner)} if inner else {}
    assert not changes
    return replace(whole, **own)


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
    return lambda m: of_case(m, lambda it: {"choice": altered(it.choice, **changes)} if it.choice else {})


def of_another(kind: str, name: str) -> Any:
    """What a case in which this kind was done has under a name."""
    cases = (m.state for m in matters()[kind] if isinstance(m.state, Case))
    return next(found for one in cases if (found := getattr(one, name)))


def lot(**changes: Any) -> Change:
    """Every lot stands otherwise."""
    return lambda m: of_case(m, lambda it: {"lots": tuple(altered(one, **changes) for one in it.lots)})


def bids(**changes: Any) -> Change:
    """Every bid stands otherwise."""

    def of_lot(one: Lot) -> Lot:
        return altered(one, bids=tuple(altered(bid, **changes) for bid in one.bids))

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
    return altered(one, evaluation=by)


def disputed(one):
    """The lot, the first member giving every bid a point more for everything."""

    def more(marks):
        first, *rest = marks
        return (replace(first, marks=tuple((name, points + 1) for name, points in first.marks)), *rest)

    return altered(one, bids=tuple(replace(bid, marks=bid.marks and more(bid.marks)) for bid in one.bids))


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
