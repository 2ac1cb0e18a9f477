"""The tutorial is done to a copy of the source, block by block; what is left out is named by the suite."""

import re
import shutil
import subprocess
import sys

import pytest

from docs.pages import ROOT, TEXTS, blocks

PAGE = TEXTS["docs/add-an-act.md"]
FILES = re.findall(r"^\| \d \| `([^`]+)`", PAGE, re.MULTILINE)
BLOCKS = [block for language, block in blocks(PAGE) if language in ("python", "item")]
ENDS = {"acts": "KINDS = (", "words": "}  # fmt: skip", "rows": ")\n"}
IMPORTS = {
    "confirming.py": "from daylight.core.acts.award import WithdrawObjection\n",
    "judgement/rows": "from dataclasses import replace\n"
    "from daylight.core.acts.award import WithdrawObjection\n",
    "disclosure/rows": "from daylight.core.acts.award import WithdrawObjection\n",
}
COMPLETE = ("tests/architecture/test_completeness.py", "tests/core/disclosure/test_register.py")
ASKED = "every_kind_has or every_row or both_halves or words_a_refusal or used_by_a_row or taken_back"
NAMES = {
    "acts/award.py": "WithdrawObjection",
    "confirming.py": "objection_stands",
    "words/award.py": "award.no-objection",
    "judgement/rows/award.py": "WithdrawObjection",
    "disclosure/rows/award.py": "WithdrawObjection",
}


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """A copy of what the tutorial touches and of the tests that hold it."""
    folder = tmp_path_factory.mktemp("copy")
    for name in ("src", "tests"):
        skipped = shutil.ignore_patterns("__pycache__", "corpus", "browser", "imports", "static")
        shutil.copytree(ROOT / name, folder / name, ignore=skipped)
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def before_the_last(text, end, block):
    """The text with a block put in before the last place where the end stands."""
    start, end, rest = text.rpartition(end)
    return f"{start}{block}\n{end}{rest}"


def put_in(folder, path, block):
    """The block where the tutorial says it goes, with what it imports."""
    text = (ROOT / path).read_text()
    for part, imports in IMPORTS.items():
        if part in path:
            text = text.replace("from daylight", f"{imports}from daylight", 1)
    if path.endswith("confirming.py"):
        text += f"\n\n{block}\n"
    elif "acts/" in path:
        text = before_the_last(text, ENDS["acts"], f"{block}\n\n")
        text = text.replace("KINDS = (", "KINDS = (\n    WithdrawObjection,")
    else:
        text = before_the_last(text, ENDS["words" if "words" in path else "rows"], block)
    (folder / path).write_text(text)


def said_by(folder, *left_out):
    """What the suite says of a copy in which all blocks are put in but those left out."""
    for path, block in zip(FILES, BLOCKS, strict=True):
        if path in left_out:
            shutil.copy(ROOT / path, folder / path)
        else:
            put_in(folder, path, block)
    played = () if left_out else ("tests/docs/toy_kind.py",)
    asked = [*COMPLETE, *played, "-q", "-k", ASKED, "-p", "no:randomly", "-p", "no:cacheprovider"]
    command = [sys.executable, "-m", "pytest", *asked]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_the_tutorial_adds_a_kind_in_five_files(source):
    assert len(FILES) == len(BLOCKS) == 5
    assert said_by(source) == (0, said_by(source)[1])


@pytest.mark.parametrize("left_out", FILES)
def test_each_file_that_is_left_out_is_named(source, left_out):
    code, said = said_by(source, left_out)
    assert code != 0
    assert next(name for part, name in NAMES.items() if left_out.endswith(part)) in said


REAL = PAGE.partition("## The same five files")[2].partition("\n## ")[0]


def test_a_kind_of_the_house_lies_in_the_same_five_files_as_the_page_says():
    rows = re.findall(r"^\| \d \| \[.*\]\(\.\./(.*)\) \| (.*) \|$", REAL, re.MULTILINE)
    assert [path for path, _ in rows] == FILES
    for path, said in rows:
        text = (ROOT / path).read_text()
        assert [name for name in re.findall("`([^`]+)`", said) if name not in text] == []


def test_what_a_kind_of_the_house_has_beside_them_names_it_or_its_effect():
    beside = re.findall(r"\]\(\.\./(.*?)\)", REAL.rpartition("|\n")[2])
    assert len(beside) == 5
    for path in beside:
        text = (ROOT / path).read_text()
        assert "ObjectToReport" in text or "def report_objected_to" in text, path


PHASE = {
    "src/daylight/core/acts/visits.py": '''"""Visits: bidders see the place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class RecordVisit:
    """Bidders saw the place."""

    lot: str


KINDS = (RecordVisit,)
''',
    "src/daylight/core/judgement/rows/visits.py": '''"""Rows of visits."""

from daylight.core.acts.visits import RecordVisit
from daylight.core.dockets.lenses import in_planning
from daylight.core.judgement.row import Row
from daylight.core.procedures.common import mandated
from daylight.core.procedures.planning.need import host_acts
from daylight.core.values.docket import DocketKind

ROWS: tuple[Row, ...] = (
    Row(
        RecordVisit,
        docket=DocketKind.CASE,
        opens="no",
        role="enquiry.ask",
        conditions=(mandated("solicitation.answer"), host_acts("solicitation.answer")),
        effect=in_planning(lambda case, _: case.planning),
    ),
)
''',
    "src/daylight/core/disclosure/rows/visits.py": '''"""How visits become public."""

from daylight.core.acts.visits import RecordVisit
from daylight.core.disclosure.row import AT_ONCE, Publication
from daylight.core.values.text import Text

WORDS, WHY = Text("记录现场考察", "A visit is recorded"), Text("不公告", "it is no notice")
ROWS: tuple[Publication, ...] = (Publication(RecordVisit, WORDS, AT_ONCE, silent=WHY),)
''',
}
LISTS = ("acts/kinds.py", "judgement/register.py", "disclosure/register.py")


def listed(folder, *left_out):
    """The new phase in the lists of the copy, but for those left out."""
    for name in LISTS:
        place = folder / "src/daylight/core" / name
        text = (ROOT / "src/daylight/core" / name).read_text()
        if name not in left_out:
            text = text.replace("    solicitation,\n)", "    solicitation,\n    visits,\n)", 1)
            text = text.replace(
                '    "security": security,', '    "security": security,\n    "visits": visits,'
            )
            text = text.replace("security, server,\n)", "security, server, visits,\n)")
        place.write_text(text)


def test_a_phase_is_three_modules_and_three_lists(source):
    for path, text in PHASE.items():
        (source / path).write_text(text)
    listed(source)
    assert said_by(source, *FILES)[0] == 0
    listed(source, "disclosure/register.py")
    code, said = said_by(source, *FILES)
    assert (code != 0, "RecordVisit" in said) == (True, True)
    listed(source, *LISTS)
