"""``daylight law methods``: which procurement methods are lawful for a need, and why the others are not.

What the options do not say is asked, in five questions at most. Shown by ``tests/cli/test_law_methods.py``.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import click

from daylight.cli.language import spoken
from daylight.cli.law_asked import Asked, asking
from daylight.cli.law_day import DAY
from daylight.cli.law_show import DECIDES
from daylight.core.judgement.words import remedy, wrong
from daylight.core.procedures.planning.choice import Choice, Need, Option, choices_by_level
from daylight.core.rulebook.authority import authorities_for
from daylight.core.rulebook.law import Law
from daylight.core.values.because import Cite
from daylight.core.values.money import EXPONENTS, Money
from daylight.core.values.refusal import Refusal
from daylight.core.values.text import Text

OPEN, BARRED = Text("可以采用", "lawful"), Text("不可采用", "not lawful")
DEPENDS = Text(
    "答案依预算级次而定，请用 --level 说明级次；各级次的答案如下：",
    "The answer depends on the level of the budget: name it with --level. The answers are:",
)
NONE = Text("以上都不是", "none of these")
ASK = Text("请选择编号", "the number of your answer")
TEN = 10
NO_FACT = Text(
    "没有情形 {said}，可用：{known}。也可用 --ask 逐项回答。",
    "no fact {said}; known: {known}. Or answer question by question with --ask.",
)


NO_SUM = Text(
    "“{said}”不是整数金额。请以元为单位写不小于 {least} 的整数，如 1500000。",
    "“{said}” is no whole sum. Write a whole number of the currency, {least} or more, such as 1500000.",
)


class Whole(click.ParamType[int]):
    """A whole sum of money of at least so much, in digits alone."""

    name = "integer"

    def __init__(self, least: int) -> None:
        self.least = least

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The sum."""
        said = str(value)
        if not (said.isascii() and said.isdecimal()) or int(said) < self.least:
            self.fail(spoken(NO_SUM.fill(said=said, least=str(self.least)), ctx), param, ctx)
        return int(said)


@click.command(name="methods")
@click.option("--object", "kind", type=click.Choice(["goods", "services", "works"]), default="goods")
@click.option("--budget", type=Whole(least=1), required=True, help="In whole major units, such as 1500000.")
@click.option("--fact", "facts", multiple=True, help="A fact that is true of the need; repeat for several.")
@click.option("--ask", is_flag=True, help="Ask for the facts, question by question.")
@click.option("--in-catalogue", is_flag=True, help="The item is in the centralized catalogue.")
@click.option("--bought-before", type=Whole(least=0), default=0, help="This year, same item, other methods.")
@click.option("--original-contract", type=Whole(least=1), help="The contract an addition belongs to.")
@click.option("--on", "day", type=DAY, default="today", help="As of this day; today by default.")
@asking
def methods(
    asked: Asked, kind: Any, budget: int, facts: tuple[str, ...], ask: bool, day: date, **more: Any
) -> None:
    """Say which methods are lawful for a need and why the others are not."""
    law = asked.law(day)
    known = {fact.id for fact in asked.book.facts}
    if unknown := sorted(set(facts) - known):
        said, facts_known = ", ".join(unknown), ", ".join(sorted(known))
        raise click.BadParameter(spoken(NO_FACT.fill(said=said, known=facts_known)), param_hint="--fact")
    if ask:
        facts = (*facts, *_answers(asked))
    original = more["original_contract"]
    need = Need(
        object=kind,
        budget=_money(budget, law),
        facts=facts,
        in_catalogue=more["in_catalogue"],
        bought_before=_money(more["bought_before"], law).amount_minor,
        original_contract=_money(original, law) if original else None,
    )
    choices = choices_by_level(need, law)
    if len(choices) == 1:
        asked.say(_lines(asked, *choices[0]), _shape(*choices[0]))
        return
    lines = [DEPENDS.of(asked.lang)]
    for here, choice in choices:
        named = (Text("、", ", ").of(asked.lang)).join(one.name.of(asked.lang) for one in choice.places)
        lines += ["", f"== {named} ==", *_lines(asked, here, choice)]
    asked.say(lines, {"level_needed": True, "by_level": [_shape(*one) for one in choices]})


def _answers(asked: Asked) -> list[str]:
    """One fact or none for each question."""
    found = []
    for question in asked.book.questions:
        facts = [fact for fact in asked.book.facts if fact.question == question.id]
        click.echo(question.text.of(asked.lang), err=True)
        for place, fact in enumerate(facts, 1):
            click.echo(f"  {place}  {fact.name.of(asked.lang)}", err=True)
        click.echo(f"  0  {NONE.of(asked.lang)}", err=True)
        answer = click.prompt(ASK.of(asked.lang), type=click.IntRange(0, len(facts)), default=0, err=True)
        found += [facts[answer - 1].id] if answer else []
    return found


def _lines(asked: Asked, law: Law, choice: Choice) -> list[str]:
    lines = []
    if choice.outside:
        low = Text("低于采购限额标准且不在目录内：", "below the limit, and not in the catalogue: ")
        lines += [low.of(asked.lang) + choice.outside.text.of(asked.lang), ""]
    for option in sorted(choice.options, key=lambda one: not one.lawful):
        name = law.book.method_by_id[option.method].name.of(asked.lang)
        verdict = (OPEN if option.lawful else BARRED).of(asked.lang)
        lines.append(f"{name} ({option.method}) — {verdict}")
        lines += [f"  {text}" for text in _told(asked, law, option)]
    return lines


def _told(asked: Asked, law: Law, option: Option) -> list[str]:
    lang, told = asked.lang, []
    for because in option.because:
        told.append(f"{because.text.of(lang)} | {_cites(asked, because.cites)}")
    for refusal in option.barred:
        said = cited(refusal, law.under(option.method))
        told += [wrong(said).of(lang), f"→ {remedy(said).of(lang)}"]
    for approval in option.approvals:
        head = Text("须先报财政部门批准：", "the finance department approves first: ").of(lang)
        told.append(f"{head}{approval.because.text.of(lang)} | {_cites(asked, approval.because.cites)}")
        told += [
            f"  {DECIDES.of(lang)}{who.because.text.of(lang)}" for who in authorities_for(law, approval.role)
        ]
    return [*told, *(text.of(lang) for text in option.unknown)]


def cited(refusal: Refusal, law: Law) -> Refusal:
    """The refusal with the articles of its role or parameter."""
    parameter = law.maybe(refusal.role)
    return replace(refusal, cites=parameter.cites if parameter else law.cites(refusal.role))


def _cites(asked: Asked, cites: tuple[Cite, ...]) -> str:
    return "; ".join(asked.cite_words(cite) for cite in cites)


def _shape(law: Law, choice: Choice) -> dict[str, Any]:
    return {
        "outside": choice.outside,
        **({"places": choice.places} if choice.places else {}),
        "options": [
            {
                "method": one.method,
                "lawful": one.lawful,
                "grounds": one.grounds,
                "because": one.because,
                "barred": [cited(refusal, law.under(one.method)) for refusal in one.barred],
                "approvals": [{"role": a.role, "because": a.because} for a in one.approvals],
                "unknown": one.unknown,
            }
            for one in choice.options
        ],
    }


def _money(whole: int, law: Law) -> Money:
    currency = law.territory.currency
    return Money(whole * TEN ** EXPONENTS[currency], currency)
