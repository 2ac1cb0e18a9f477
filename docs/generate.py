"""Write what is read off the code: acts, refusals, commands, the settings in ``operations.md``, and schemas.

``make docs`` runs it; ``tests/docs/test_generated.py`` fails where a committed page is behind the code.
Articles are those in force on ``ON`` in the whole of ``COUNTRY``, for its usual method.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from daylight.cli.main import main as daylight
from daylight.core.acts.kinds import KINDS, PHASE_OF, PHASES, kind_name
from daylight.core.disclosure.ocds import Release
from daylight.core.disclosure.register import PUBLICATIONS
from daylight.core.disclosure.schema import extension, profile
from daylight.core.dockets.stage import STAGES
from daylight.core.judgement.course import course_of
from daylight.core.judgement.register import REGISTER
from daylight.core.judgement.row import Row
from daylight.core.judgement.words import WORDS
from daylight.core.rulebook.law import Law, law_in_force
from daylight.core.rulebook.method import Method
from daylight.core.rulebook.parameter import value_words
from daylight.settings import Settings
from daylight.store.countries import country_folder, load_rulebook

DOCS = Path(__file__).resolve().parent
CORE = DOCS.parent / "src" / "daylight" / "core"
EXTENSION = CORE / "disclosure" / "extension"
WIDTH = 110
COUNTRY = "daylight_cn"
ON = date(2026, 11, 23)
COMPUTED = "depends on the method, on what is bought, or on what was found"
MADE = "<!-- Made by docs/generate.py: change the code, then run `make docs`. -->"

WHO = {
    "actor_acts_in_person": "in person",
    "actor_holds_a_key": "a key holder",
    "actor_is_a_finance_department": "a finance department",
    "actor_is_a_member": "a member of the committee",
    "actor_is_the_chair": "its chair",
    "bidder_acts_in_his_own_docket": "the bidder",
    "bidders_are_suppliers_with_their_own_docket": "a supplier",
    "bidder_answers": "the bidder asked",
    "entry_is_corrected_by_whoever_may_make_it": "a supplier its own, else the registrar",
    "host_acts": "the host: the agency in what it was entrusted with, else the purchaser",
    "member_can_step_down": "a member of the committee",
    "organisation_is_a_purchaser": "a purchaser",
    "actor_represents_the_purchaser": "the purchaser’s representative",
    "purchaser_acts": "the purchaser",
    "actor_signs_with_one_of_the_list": "the host or a listed supplier",
    "actor_may_call_off": "a purchaser the framework is for",
    "call_off_is_the_one_drawn": "the purchaser that called off",
    "applicants_are_suppliers_with_their_own_docket": "a supplier",
    "convenor_replenishes": "the purchaser that made the framework",
    "actor_called_off_or_supplies": "the purchaser that called off, or the supplier",
    "actor_may_end_the_listing": "the supplier, or the host",
    "qualification_is_reviewed_by_whom_the_method_says": "the host, or where offers stay closed a member",
    "replaced_by_whoever_answers_for_both": "the representative of both entries, or the registrar",
    "representative_grants": "the representative",
    "representative_revokes": "the representative",
    "reviewer_is_not_the_author": "not the author",
    "suppliers_register_themselves_and_the_registrar_the_others": "a supplier itself, else the registrar",
    "actor_is_a_party_that_has_not_signed": "purchaser or winner",
}
RESPONDERS = {
    "anyone": "anyone who reads the notice",
    "invited": "those invited by a draw",
    "either": "anyone, or those invited",
    "named": "the one supplier named",
    "listed": "suppliers of the list, all who can meet the need",
}
FROM = {
    "at_once": "at once",
    "intention": "the notice of intention",
    "opening": "the opening",
    "award": "the lot's decision",
    "never": "never",
}


def pages() -> dict[str, str]:
    """Every generated page by its place, whole."""
    book = load_rulebook(country_folder(COUNTRY))
    law = law_in_force(book, book.territories[0].id, ON, book.usual_method)
    return {
        "reference/acts.md": acts_page(law),
        "reference/methods.md": methods_page(law),
        "reference/refusals.md": refusals_page(law),
        "reference/commands.md": commands_page(),
        "operations.md": with_settings((DOCS / "operations.md").read_text(encoding="utf-8")),
    }


def schemas() -> dict[str, str]:
    """The schemas of releases by their file: our profile of OCDS, and our extension to it."""
    made = {"profile.json": profile(Release), "release-schema.json": extension(Release)}
    return {name: f"{_json(schema)}\n" for name, schema in made.items()}


def _json(value: Any, indent: str = "") -> str:
    """JSON with each value in one line if it fits, and no two objects in one."""
    line = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(line) <= WIDTH or not isinstance(value, dict | list):
        return line
    inner, lines, beside = f"{indent}  ", [""], False
    for name, one in value.items() if isinstance(value, dict) else enumerate(value):
        part = f"{json.dumps(name)}: " if isinstance(value, dict) else ""
        part += _json(one, inner)
        fits = beside and not isinstance(one, dict) and len(f"{inner}{lines[-1]} {part},") <= WIDTH
        lines = [*lines[:-1], f"{lines[-1]} {part},"] if fits else [*lines, f"{part},"]
        beside = not isinstance(one, dict)
    first, last = "{}" if isinstance(value, dict) else "[]"
    return first + f"\n{inner}".join(lines).removesuffix(",") + f"\n{indent}{last}"


def acts_page(law: Law) -> str:
    """All kinds of act, by phase."""
    blocks = [
        "# Kinds of act 行为种类",
        MADE,
        f"{len(KINDS)} kinds. Each is a frozen dataclass in `core/acts/<phase>.py`; its row is in"
        f" `core/judgement/rows/<phase>.py` and `core/disclosure/rows/<phase>.py`. Articles: law in force on"
        f" {ON}, national. A country maps each role to its articles, so the same kind rests on other"
        " articles elsewhere.",
        "Every act also passes `intent_is_meant_for_this_world`, `intent_has_not_expired` and"
        " `intent_is_signed_by_a_registered_person`. ✎ marks kinds whose person must have seen the current"
        " state. ◉ marks kinds that publish an OCDS release.",
    ]
    for phase in PHASES:
        kinds = [kind for kind in KINDS if PHASE_OF[kind] == phase]
        lines = ["| kind | who may | docket | rests on | public from |", "|---|---|---|---|---|"]
        lines += [_act_line(kind, REGISTER[kind], law) for kind in kinds]
        asked = [f"* `{kind}`: {_conditions(REGISTER[kind])}" for kind in kinds]
        must = "What must hold, as the conditions say it:"
        blocks += [f"## {phase}", "\n".join(lines), must, "\n".join(asked)]
    return "\n\n".join(blocks) + "\n"


def methods_page(law: Law) -> str:
    """Every procurement method of the country: what it is, what opens it, and its course."""
    blocks = [
        "# Procurement methods 采购方式",
        MADE,
        f"{len(law.book.methods)} methods, as data of the country package (`methods.toml`); its parameters"
        f" have the numbers. Articles: law in force on {ON}. `daylight law methods` says which are lawful"
        " for a need. Each diagram is read off the method by `core/judgement/course.py`;"
        " `tests/scenarios/test_matrix.py` plays every method and fails if a purchase takes a step that is"
        " not drawn.",
    ]
    for method in law.book.methods:
        blocks += [f"## {method.name.en} {method.name.zh}", _method_table(method, law.under(method.id))]
        if method.grounds:
            blocks.append("\n".join(_ground_lines(method, law.under(method.id))))
        blocks.append(_diagram(method))
    return "\n\n".join(blocks) + "\n"


def _method_table(method: Method, law: Law) -> str:
    minimum = law.maybe("bidding.minimum_bidders")
    period = law.maybe("bidding.period")
    rows = (
        ("id", f"`{method.id}`"),
        ("for", ", ".join(method.objects)),
        ("who may respond", RESPONDERS[method.responders]),
        ("offers", "read out at the opening" if method.opening == "public" else "opened, not read out"),
        ("qualification is reviewed by", method.reviewer),
        ("terms are negotiated", "yes, then one final offer" if method.negotiated else "no"),
        ("ranked by", ", ".join(method.evaluations).replace("_", " ") or "nothing: bids are not compared"),
        ("fewest suppliers", str(minimum.value) if minimum else "-"),
        ("time to respond", value_words(period.parameter.unit, period.value).en if period else "-"),
    )
    return "\n".join(["| | |", "|---|---|", *(f"| {name} | {said} |" for name, said in rows)])


def _ground_lines(method: Method, law: Law) -> Iterator[str]:
    names = {fact.id: fact.name for fact in law.book.facts}
    for ground in method.grounds:
        said = "; ".join(f"{names[fact].en} {names[fact].zh}" for fact in ground.facts)
        objects = f" ({', '.join(ground.objects)})" if ground.objects else ""
        mark = "" if any(cite.confirmed for cite in law.cites(ground.role)) else " [unverified]"
        yield f"* {said}{objects}: {_articles(ground.role, law)}{mark}"


def _diagram(method: Method) -> str:
    steps = course_of(method)
    stages = dict.fromkeys(stage for step in steps for stage in (step.before, step.after))
    nodes = [f'    {stage}["{STAGES[stage].words.zh}<br>{STAGES[stage].words.en}"]' for stage in stages]
    edges = [f"    {step.before} -->|{kind_name(step.kind)}| {step.after}" for step in steps]
    return "\n".join(["```mermaid", "flowchart TD", *nodes, *edges, "```"])


def _act_line(kind: str, row: Row, law: Law) -> str:
    marks = " ✎" * row.confirms + " ◉" * (PUBLICATIONS[kind].notice is not None)
    words = PUBLICATIONS[kind].words
    opens = {"yes": "begins it", "no": "", "may": "may begin it"}[row.opens]
    cells = (
        f"`{kind}`{marks}<br>{words.zh}<br>{words.en}",
        "<br>".join(_who(row)),
        f"{row.docket}{f', {opens}' if opens else ''}",
        f"`{row.role}`<br>{_articles(row.role, law)}",
        FROM[PUBLICATIONS[kind].public_from],
    )
    return f"| {' | '.join(cells)} |"


def _who(row: Row) -> Iterator[str]:
    for condition in row.conditions:
        name, inner = condition.__name__, getattr(condition, "__closure__", None)
        if inner and name == "person_is_mandated":
            yield f"mandate `{inner[0].cell_contents}`"
        elif name in WHO:
            yield WHO[name]
    if row.role == "registry.identity" and row.docket == "person":
        yield "anyone, for herself"


def _conditions(row: Row) -> str:
    return " · ".join(condition.__name__.replace("_", " ") for condition in row.conditions)


def refusals_page(law: Law) -> str:
    """All refusals, by the phase of their code."""
    roles = roles_of_refusals()
    phases: dict[str, list[str]] = {}
    for code in WORDS:
        phases.setdefault(code.partition(".")[0], []).append(code)
    blocks = [
        "# Refusals 不予受理的理由",
        MADE,
        f"{len(WORDS)} reasons. All that apply are given together, in a note the gateway signs. Words in"
        f" braces are facts of the matter. Articles: law in force on {ON}, national; a refusal itself cites"
        " those of the day and the territory of its case. A refusal that rests on an unconfirmed"
        " *value* of law does not block: it stays on the act as a warning.",
    ]
    for phase, codes in phases.items():
        lines = ["| code | what is wrong | what to do | role and article |", "|---|---|---|---|"]
        lines += [_refusal_line(code, roles[code], law) for code in codes]
        blocks += [f"## {phase}", "\n".join(lines)]
    return "\n\n".join(blocks) + "\n"


def _refusal_line(code: str, roles: Iterable[str], law: Law) -> str:
    said = [f"{text.zh}<br>{text.en}".replace("|", "\\|") for text in WORDS[code]]
    rests = "<br>".join(f"`{role}`<br>{_articles(role, law)}" if role else COMPUTED for role in roles)
    return f"| `{code}` | {said[0]} | {said[1]} | {rests} |"


def roles_of_refusals() -> dict[str, tuple[str, ...]]:
    """The roles each refusal is given with, read off the calls of ``refuse`` in the core; empty: computed."""
    found: dict[str, set[str]] = {}
    for path in sorted(CORE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "refuse":
                code, role = node.args[:2]
                if isinstance(code, ast.Constant):
                    found.setdefault(code.value, set()).add(
                        role.value if isinstance(role, ast.Constant) else ""
                    )
    return {code: tuple(sorted(str(role) for role in roles)) for code, roles in found.items()}


def _articles(role: str, law: Law) -> str:
    parameter = law.maybe(role)
    cites = parameter.cites if parameter else law.cites(role)
    return "；".join(dict.fromkeys(cite.title.zh for cite in cites))


def commands_page() -> str:
    """All commands with their arguments and options."""
    blocks = [
        "# Commands 命令",
        MADE,
        "From a checkout: `./daylight`. Settings are environment variables: [operations](../operations.md)."
        " Most commands need a country: `export DAYLIGHT_COUNTRY=daylight_cn`.",
    ]
    with click.Context(daylight, info_name="daylight") as context:
        blocks += _described(daylight, context)
    return "\n\n".join(blocks) + "\n"


def _described(command: click.Command, context: click.Context) -> Iterator[str]:
    if isinstance(command, click.Group):
        if context.parent:
            yield f"## `{context.command_path}`\n\n{_said(command)}"
        for name in command.list_commands(context):
            part = command.get_command(context, name)
            if part is not None:
                yield from _described(part, click.Context(part, info_name=name, parent=context))
        return
    arguments = [one.make_metavar(context) for one in command.params if isinstance(one, click.Argument)]
    depth = "##" if context.parent and context.parent.parent is None else "###"
    lines = [f"{depth} `{' '.join([context.command_path, *arguments])}`", "", _said(command)]
    offered = [one for one in command.params if isinstance(one, click.Option)]
    options = [record for one in offered if (record := one.get_help_record(context))]
    if options:
        lines += ["", "| option | meaning |", "|---|---|"]
        lines += [f"| `{_cell(name)}` | {_cell(' '.join(said.split()))} |" for name, said in options]
    yield "\n".join(lines)


def _said(command: click.Command) -> str:
    return " ".join((command.help or "").split())


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def with_settings(page: str) -> str:
    """The page with its table of settings made again."""
    lines = ["| variable | default | meaning |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        variable = str(field.validation_alias or f"DAYLIGHT_{name.upper()}")
        default = f"`{field.default}`" if field.default != "" else "empty"
        lines.append(f"| `{variable}` | {default} | {field.description} |")
    table = "\n".join(lines)
    return re.sub(
        r"(<!-- settings -->\n).*?(\n<!-- end of settings -->)",
        lambda found: f"{found[1]}{table}{found[2]}",
        page,
        flags=re.DOTALL,
    )


def main() -> None:
    """Write every page and schema that is behind."""
    made = {DOCS / name: page for name, page in pages().items()}
    for place, text in {**made, **{EXTENSION / name: schema for name, schema in schemas().items()}}.items():
        if not place.exists() or place.read_text(encoding="utf-8") != text:
            place.write_text(text, encoding="utf-8")
            click.echo(f"written: {place.relative_to(DOCS.parent)}")


if __name__ == "__main__":
    main()
