"""The two commands say the same in words and JSON, keep to their exit codes, and need nothing but Python."""

import json
import subprocess
import sys
from base64 import b64decode
from dataclasses import replace

import pytest
from click.testing import CliRunner

from bundles import bundle, full_bundle, full_world
from daylight.cli.bundle import write_folder
from daylight.cli.main import main as daylight
from daylight.core.acts.act import read_act
from daylight.core.values.plain import canonical_bytes, read_plain
from daylight.store.versions import published_laws
from daylight.verifier import __main__ as alone
from daylight.verifier.report import UNCOMPARED, UNPUBLISHED
from forgery import forged, resealed
from logs import LOG_KEY
from world import SRC, china

ALONE = """
import sys
class Nothing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("daylight_cn", "daylight_jp", "django", "click", "cryptography"):
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Nothing())
sys.path.insert(0, sys.argv.pop(1))
import runpy
runpy.run_module("daylight.verifier", run_name="__main__")
"""


@pytest.fixture
def folder(tmp_path):
    write_folder(tmp_path / "bundle", full_bundle().items())
    return tmp_path / "bundle"


@pytest.fixture
def contradicted(tmp_path):
    files = full_bundle()
    path = next(path for path in files if path.startswith("evaluation/"))
    shape = read_plain(files[path])
    shape["result"]["bids"][0]["rank"] = 2
    write_folder(tmp_path / "bundle", resealed(files, **{path: canonical_bytes(shape)}).items())
    return tmp_path / "bundle"


def ran(*arguments):
    result = CliRunner().invoke(daylight, ["verify", *map(str, arguments)])
    return result.exit_code, result.output


def test_both_commands_say_the_same(folder, capsys):
    for options in (["--lang", "en"], ["--lang", "zh"], ["--json"], ["--vkey", LOG_KEY.vkey]):
        code = alone.main([str(folder), *options])
        assert code == 0
        assert ran(folder, *options) == (code, compared(capsys.readouterr().out))


def compared(said):
    """What the bare verifier says, as the command with the country packages at hand says it."""
    for unknown in (UNCOMPARED.zh, UNCOMPARED.en):
        said = said.replace(unknown, published_laws()[china().digest])
    return said


def test_the_bare_verifier_says_first_that_it_compared_the_law_with_nothing(folder, capsys):
    alone.main([str(folder), "--lang", "en"])
    first = capsys.readouterr().out.splitlines()[1]
    assert first.endswith(f"acts by law {china().digest}: compared with no publication")


def test_a_law_that_no_package_published_is_named(folder, monkeypatch):
    monkeypatch.setattr("daylight.cli.verify.published_laws", dict)
    assert UNPUBLISHED.en in ran(folder, "--lang", "en")[1]


@pytest.mark.parametrize(
    ("option", "mine", "other"),
    [
        ("--law", lambda world: world.office.rules.book.digest, "0" * 64),
        ("--world", lambda world: world.office.rules.world.id, "world-" + "0" * 64),
    ],
)
def test_a_pinned_law_or_world_is_the_only_one_that_is_concluded_about(folder, option, mine, other):
    world, _ = full_world()
    assert ran(folder, option, mine(world))[0] == 0
    code, said = ran(folder, option, other, "--lang", "en")
    assert code == 2 and "which is not what you pinned" in said


def test_a_stranger_needs_nothing_but_python(folder):
    run = subprocess.run(
        [sys.executable, "-I", "-S", "-c", ALONE, str(SRC), str(folder), "--lang", "en"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("Everything holds\n")


def test_the_summary_says_what_it_rests_on(folder):
    _, zh = ran(folder)
    assert zh.startswith("全部成立\n")
    assert "这是演练环境" in zh
    assert f"（日志公钥 {LOG_KEY.vkey}）成立" in zh and "未指定可信平台" in zh
    assert "未指定可信平台" not in ran(folder, "--vkey", LOG_KEY.vkey)[1]
    assert "重新审查" in zh
    assert "AnswerEnquiry ← enquiry-" in zh


def test_the_json_has_every_name(folder):
    said = json.loads(ran(folder, "--json")[1])
    assert (said["exit_code"], said["contradictions"], said["gaps"]) == (0, [], [])
    assert said["counts"]["acts"] == sum(path.startswith("acts/") for path in full_bundle())
    assert said["listing"]["scope"] == "public"
    assert len(said["withheld"]) > 40


def test_a_contradiction_names_the_act_and_leaves_small_evidence(contradicted, tmp_path):
    evidence = tmp_path / "evidence.json"
    code, said = ran(contradicted, "--lang", "en", "--evidence", evidence)
    assert code == 1
    assert said.startswith("There is a contradiction\n")
    assert "ConcludeEvaluation" in said
    told = json.loads(evidence.read_bytes())
    assert told["finding"]["code"] == "evaluation.differs"
    act = next(b64decode(content) for path, content in told["files"].items() if path.startswith("acts/"))
    assert read_act(act).intent.kind == "ConcludeEvaluation"
    assert [path.partition("/")[0] for path in sorted(told["files"])] == [
        "acts", "bundle.note", "evaluation", "proofs", "receipts",
    ]  # fmt: skip


def test_an_unlawful_act_proves_itself_by_the_log_alone(tmp_path):
    world, case = full_world()
    other = forged(world, lambda act: replace(act, provisions=()) if act.intent.kind == "AwardLot" else act)
    write_folder(tmp_path / "bundle", bundle(other, case).items())
    assert ran(tmp_path / "bundle", "--evidence", tmp_path / "evidence.json")[0] == 1
    told = json.loads((tmp_path / "evidence.json").read_bytes())
    assert [path.partition("/")[0] for path in sorted(told["files"])] == ["acts", "proofs", "receipts"]
    assert (tmp_path / "evidence.json").stat().st_size < 20_000


def test_nothing_is_written_into_the_bundle(contradicted):
    before = sorted(path for path in contradicted.rglob("*"))
    assert ran(contradicted, "--evidence", contradicted / "evidence.json")[0] == 64
    assert sorted(path for path in contradicted.rglob("*")) == before


def test_an_honest_bundle_leaves_no_evidence(folder, tmp_path):
    assert ran(folder, "--evidence", tmp_path / "evidence.json")[0] == 0
    assert not (tmp_path / "evidence.json").exists()


@pytest.mark.parametrize(
    "wrong", [[], ["--lang", "fr", "."], [".", "--vkey", "nonsense"], [".", "--unknown"]]
)
def test_wrong_use_is_neither_proof_nor_doubt(wrong):
    assert ran(*wrong)[0] == 64
    with pytest.raises(SystemExit) as ended:
        alone.main(wrong)
    assert ended.value.code == 64


def test_a_folder_that_is_no_bundle_lets_nothing_be_concluded(tmp_path):
    assert ran(tmp_path)[0] == 2
