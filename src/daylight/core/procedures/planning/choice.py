"""Choice of method: which methods the law opens to a need, on what ground, and what bars the others.

Pure: a need and the law in, options out. What a method is and which facts open it is data of the rulebook;
amounts are compared with the thresholds of the territory on the day. Where a threshold is not known, no
number takes its place: the option says so. Shown by ``tests/core/procedures/test_choice.py``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from daylight.core.dockets.case.case import Case
from daylight.core.rulebook.book import Territory
from daylight.core.rulebook.law import Law
from daylight.core.rulebook.method import Ground, Method
from daylight.core.rulebook.parameter import Object
from daylight.core.values.because import Because, Cite
from daylight.core.values.fact import Code, Spelled, codes
from daylight.core.values.money import Money, money_words
from daylight.core.values.refusal import Refusal, refuse
from daylight.core.values.text import Text

GROUPS: dict[Object, str] = {"goods": "goods_services", "services": "goods_services", "works": "works"}
OPEN_TENDER = "procurement.threshold.open_tender"
DISPERSED = "procurement.threshold.dispersed"
MUST_TENDER = "works.must_tender.works"


@dataclass(frozen=True)
class Need:
    """What decides which methods are open: the object, the money, and the facts that are true of it.

    ``bought_before`` is what was bought of the same category under the same budget item this fiscal year by
    other than the usual method, in minor units; ``original_contract`` the one an addition belongs to.
    """

    object: Object
    budget: Money
    facts: tuple[str, ...] = ()
    in_catalogue: bool = False
    bought_before: int = 0
    original_contract: Money | None = None


@dataclass(frozen=True)
class Approval:
    """An approval the choice needs before the activity starts, by the provision of ``role``."""

    role: str
    threshold: str
    because: Because

    def resting_on(self, role: str) -> str:
        """What a refusal for want of it cites: the role, or a threshold nobody could confirm, which warns."""
        confirmed = any(cite.confirmed for part in self.because.parts for cite in part.cites)
        return role if confirmed else self.threshold


@dataclass(frozen=True)
class Option:
    """One method: the grounds that open it, what bars it, which approvals it needs, what is not known."""

    method: str
    grounds: tuple[str, ...]
    because: tuple[Because, ...]
    barred: tuple[Refusal, ...] = ()
    approvals: tuple[Approval, ...] = ()
    unknown: tuple[Text, ...] = ()

    @property
    def lawful(self) -> bool:
        """Whether the method is open, with the approvals it needs."""
        return not self.barred


@dataclass(frozen=True)
class Choice:
    """Every method the rulebook knows; ``outside`` says why the law of procurement may not bind at all.

    ``places`` are the levels of budgets it is the answer for, where the place was named without one.
    """

    options: tuple[Option, ...]
    outside: Because | None = None
    places: tuple[Territory, ...] = ()


def choices_by_level(need: Need, law: Law) -> tuple[tuple[Law, Choice], ...]:
    """The answers of law: one, or one for each kind of level where the level decides and none was named."""
    found: list[tuple[Law, Choice]] = []
    for here in law.of_each_level:
        choice = methods_open_to(need, here)
        alike = next((n for n, (_, other) in enumerate(found) if replace(other, places=()) == choice), None)
        if alike is None:
            found.append((here, replace(choice, places=(here.territory,))))
        else:
            first, other = found[alike]
            found[alike] = (first, replace(other, places=(*other.places, here.territory)))
    return tuple(found) if len(found) > 1 else ((law, methods_open_to(need, law)),)


def methods_open_to(need: Need, law: Law) -> Choice:
    """Lawful methods with their reasons, and unlawful ones with the provision that bars them."""
    options = tuple(option_of(method, need, law) for method in law.book.methods if not method.follows)
    return Choice(options, _outside(need, law))


def option_of(method: Method, need: Need, law: Law) -> Option:
    """How one method stands to a need."""
    here = law.under(method.id)
    opened = grounds_met(method, need)
    because = tuple(_because(ground.id, here.cites(ground.role), _told(here, ground)) for ground in opened)
    if method.usual:
        because = (_because(method.id, here.cites(method.role), method.name),)
    barred = tuple(_barred(method, opened, need, here))
    if method.usual or barred:
        return Option(method.id, tuple(ground.id for ground in opened), because, barred)
    approvals, unknown = _approvals(opened, need, here)
    return Option(method.id, tuple(g.id for g in opened), because, (), approvals, unknown)


def grounds_met(method: Method, need: Need) -> tuple[Ground, ...]:
    """The grounds whose facts are all true of the need."""
    return tuple(
        ground
        for ground in method.grounds
        if set(ground.facts) <= set(need.facts) and (not ground.objects or need.object in ground.objects)
    )


def lowered(law: Law, case: Case, minimum: int) -> int:
    """The least number of suppliers, lowered where a ground of the choice lets fewer do."""
    choice = case.planning.choice
    method = law.book.method_by_id.get(choice.deed.method) if choice else None
    if choice is None or method is None:
        return minimum
    need = Need(case.requirement.object, case.budget, choice.deed.facts)
    fewer = [law.maybe(ground.minimum) for ground in grounds_met(method, need) if ground.minimum]
    return min([minimum, *(law.whole(one.parameter.id).value for one in fewer if one)])


def _barred(method: Method, opened: tuple[Ground, ...], need: Need, law: Law) -> list[Refusal]:
    named = Spelled(method.name, f"{method.name.zh} / {method.name.en}")
    budget = Spelled(need.budget, money_words(need.budget))
    if need.object not in method.objects:
        object, covered = Code("object", need.object), codes("object", method.objects)
        return [refuse("choice.object", method.role, method=named, object=object, covered=covered)]
    if need.object == "works" and _reaches(need.budget.amount_minor, MUST_TENDER, law):
        return [refuse("choice.works-tendered", MUST_TENDER, budget=budget)]
    if method.usual:
        return []
    if not opened:
        return [refuse("choice.no-ground", method.role, method=named)]
    if all(_too_large(ground, need, law) for ground in opened):
        ceiling = next(ground.ceiling for ground in opened)
        return [refuse("choice.addition-too-large", ceiling, budget=budget)]
    return []


def _too_large(ground: Ground, need: Need, law: Law) -> bool:
    """An addition is at most a share of the contract it adds to; without that contract it is none."""
    if not ground.ceiling:
        return False
    share, original = law.ratio(ground.ceiling).value, need.original_contract
    return original is None or need.budget > original.at_most(share)


def _approvals(
    opened: tuple[Ground, ...], need: Need, law: Law
) -> tuple[tuple[Approval, ...], tuple[Text, ...]]:
    """Above the threshold of open tendering any other method is approved first; splitting evades it."""
    threshold = f"{OPEN_TENDER}.{GROUPS[need.object]}"
    if any(ground.without_approval for ground in opened):
        return (), ()
    if by_level := law.differing(threshold):
        return _approvals_by_level(opened, need, by_level)
    if law.maybe(threshold) is None:
        if need.object == "works":
            return (), ()
        words = Text("本地公开招标数额标准未知", "the threshold of open tendering is not known here")
        return (), (words,)
    if _reaches(need.budget.amount_minor, threshold, law):
        return (_approval("method.approval", threshold, law),), ()
    together = need.bought_before + need.budget.amount_minor
    if need.bought_before and together > law.amount(threshold).value.amount_minor:
        return (_approval("method.splitting", threshold, law),), ()
    return (), ()


def _approvals_by_level(
    opened: tuple[Ground, ...], need: Need, by_level: tuple[Law, ...]
) -> tuple[tuple[Approval, ...], tuple[Text, ...]]:
    """What every level asks is asked; what only some ask is told, since nobody said which level it is."""
    asked = [(law, _approvals(opened, need, law)[0]) for law in by_level]
    needing = [law for law, approvals in asked if approvals]
    if len(needing) == len(asked):
        return asked[0][1], ()
    if not needing:
        return (), ()
    named = [law.territory.name for law in needing]
    zh, en = "、".join(name.zh for name in named), "; ".join(name.en for name in named)
    words = Text(
        f"是否须经批准依预算级次而定，请说明级次：{zh}须经批准",
        f"whether it is approved depends on the level of the budget, which is to be named: it is for {en}",
    )
    return (), (words,)


def _approval(role: str, threshold: str, law: Law) -> Approval:
    value = law.value(threshold)
    return Approval(
        role, threshold, Because(role, value.because.text, law.cites(role), parts=(value.because,))
    )


def _reaches(amount_minor: int, threshold: str, law: Law) -> bool:
    found = law.maybe(threshold)
    return found is not None and amount_minor >= law.amount(threshold).value.amount_minor


def _outside(need: Need, law: Law) -> Because | None:
    """Below the limit, and not in the catalogue, the law of procurement does not bind."""
    limit = f"{DISPERSED}.{GROUPS[need.object]}"
    if need.in_catalogue or law.maybe(limit) is None or _reaches(need.budget.amount_minor, limit, law):
        return None
    return law.value(limit).because


def _told(law: Law, ground: Ground) -> Text:
    names = [fact.name for fact in law.book.facts if fact.id in ground.facts]
    return Text("；".join(name.zh for name in names), "; ".join(name.en for name in names))


def _because(rule: str, cites: tuple[Cite, ...], text: Text) -> Because:
    return Because(f"choice.{rule}", text, cites)
