"""Write what is read off the code: acts, refusals, commands, and the settings in ``operations.md``.

``make docs`` runs it; ``tests/docs/test_generated.py`` fails where a committed page is behind the code.
Articles are those in force on ``ON`` in the whole of the country the settings name, for its usual method.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import click

from daylight.cli.main import main as daylight
from daylight.core.acts.kinds import KINDS, PHASE_OF, PHASES
from daylight.core.disclosure.register import REGISTER as DISCLOSED
from daylight.core.disclosure.words import WORDS as KIND_WORDS
from daylight.core.judgement.register import REGISTER
from daylight.core.judgement.row import Row
from daylight.core.judgement.words import WORDS
from daylight.core.rulebook.law import Law, law_in_force
from daylight.settings import Settings
from daylight.store.countries import country_folder, load_rulebook

DOCS = Path(__file__).resolve().parent
CORE = DOCS.parent / "src" / "daylight" / "core"
ON = date(2026, 11, 23)
COMPUTED = "the least share of price for what is bought"
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
    "host_acts": "the host: the agency, else the purchaser",
    "member_can_step_down": "a member of the committee",
    "organisation_is_a_purchaser": "a purchaser",
    "actor_represents_the_purchaser": "the purchaser’s representative",
    "purchaser_acts": "the purchaser",
    "qualification_is_reviewed_by_whom_the_method_says": "the host, or where offers stay closed a member",
    "representative_grants": "the representative",
    "representative_revokes": "the representative",
    "reviewer_is_not_the_author": "not the author",
    "suppliers_register_themselves_and_the_registrar_the_others": "a supplier itself, else the registrar",
    "actor_is_a_party_that_has_not_signed": "purchaser or winner",
}
FROM = {
    "at_once": "at once",
    "intention": "the notice of intention",
    "opening": "the opening",
    "award": "the lot's decision",
    "never": "never",
}


def pages() -> dict[str, str]:
    """Every generated page by its name, whole."""
    book = load_rulebook(country_folder(Settings().country))
    law = law_in_force(book, Settings().territory, ON, book.usual_method)
    return {
        "acts.md": acts_page(law),
        "refusals.md": refusals_page(law),
        "commands.md": commands_page(),
        "operations.md": with_settings((DOCS / "operations.md").read_text(encoding="utf-8")),
    }


def acts_page(law: Law) -> str:
    """All kinds of act, by phase."""
    blocks = [
        "# Kinds of act 行为种类",
        MADE,
        f"{len(KINDS)} kinds. Each is a frozen dataclass in `core/acts/<phase>.py`; its row stands in"
        f" `core/judgement/<phase>.py`. Articles: law in force on {ON}, national. A country maps each role to"
        " its articles, so the same kind rests on other articles elsewhere.",
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


def _act_line(kind: str, row: Row, law: Law) -> str:
    marks = " ✎" * row.confirms + " ◉" * (kind in DISCLOSED)
    words = KIND_WORDS[kind]
    opens = {"yes": "begins it", "no": "", "may": "may begin it"}[row.opens]
    cells = (
        f"`{kind}`{marks}<br>{words.zh}<br>{words.en}",
        "<br>".join(_who(row)),
        f"{row.docket}{f', {opens}' if opens else ''}",
        f"`{row.role}`<br>{_articles(row.role, law)}",
        FROM[row.public_from],
    )
    return f"| {' | '.join(cells)} |"


def _who(row: Row) -> Iterator[str]:
    for condition in row.conditions:
        if condition.__closure__ and condition.__name__ == "person_is_mandated":
            yield f"mandate `{condition.__closure__[0].cell_contents}`"
        elif condition.__name__ in WHO:
            yield WHO[condition.__name__]
    if row.role == "registry.identity" and row.docket == "person":
        yield "anybody, for herself"


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
        f"{len(WORDS)} reasons. All that apply come back together, in a note the gateway signs. Words in"
        f" braces are facts of the matter. Articles: law in force on {ON}, national; a refusal itself cites"
        " those of the day and the territory of its case. A refusal that rests on a *value* of law nobody"
        " could confirm does not block: it stands on the act as a warning.",
    ]
    for phase, codes in phases.items():
        lines = ["| code | what is wrong | what mends it | role and article |", "|---|---|---|---|"]
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
        "From a checkout: `./daylight`. Settings come from the environment: see [operations](operations.md).",
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
    """The page with its table of settings made anew."""
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
    """Write every page that is behind."""
    for name, page in pages().items():
        place = DOCS / name
        if not place.exists() or place.read_text(encoding="utf-8") != page:
            place.write_text(page, encoding="utf-8")
            click.echo(f"written: docs/{name}")


if __name__ == "__main__":
    main()
