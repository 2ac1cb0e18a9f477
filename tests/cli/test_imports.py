"""``daylight import`` as a person types it."""

import json

from click.testing import CliRunner

from daylight.cli.imports import import_
from daylight.imports.keeping import intention_of
from daylight.imports.sample import sample_workbooks
from daylight.store.intentions import DatabaseShelf
from world import SRC


def run(*words):
    return CliRunner().invoke(
        import_, ["intentions", *map(str, words)], env={"DAYLIGHT_COUNTRY": "daylight_cn"}
    )


def test_a_preview_shows_every_row_and_writes_nothing(database):
    result = run("--sample", "--lang", "en")
    lines = result.output.splitlines()
    assert result.exit_code == 0
    assert lines[:3] == [
        "sample-overview.xlsx: 13 rows = clean 6 + header 3 + need to pair 2 + unusable 2",
        "sample-items.xlsx: 13 rows = clean 4 + header 2 + shifted repeat 4 + unusable 3",
        "✗ sample-overview.xlsx row 10: the notice has 1 need texts and 2 items, so they can't be paired"
        " → look into the notice and write each need beside its item",
    ]
    assert lines[-1] == "Preview only; add --apply to write."
    assert DatabaseShelf().all() == ()


def test_only_what_is_confirmed_is_paired(database):
    proposals = json.loads(run("--sample", "--json").output)["proposals"]
    assert run("--sample", "--apply", "--confirm", proposals[0]["id"]).exit_code == 0
    kept = {intention_of(one).item: intention_of(one).need for one in DatabaseShelf().all()}
    assert kept[proposals[0]["whole"]["item"]] == proposals[0]["whole"]["need"]
    assert kept["水质监测设备采购项目"] == ""


def test_applying_again_adds_nothing(database):
    run("--sample", "--apply")
    assert run("--sample", "--apply", "--lang", "en").output.splitlines()[-1] == (
        "0 added, 0 completed, 10 known already."
    )


def test_one_bad_file_is_told_and_nothing_is_written(database, tmp_path):
    good, bad = tmp_path / "good.xlsx", tmp_path / "bad.xlsx"
    good.write_bytes(sample_workbooks(SRC / "daylight_cn")["sample-items.xlsx"])
    bad.write_bytes(b"no workbook")
    result = run(good, bad, "--apply", "--lang", "en")
    assert (result.exit_code, result.output) == (
        1, f"Error: {bad} is not an .xlsx workbook. Save it as .xlsx in a spreadsheet program.\n",
    )  # fmt: skip
    assert DatabaseShelf().all() == ()


def test_files_or_the_sample_not_both_and_not_neither():
    assert run().exit_code == 2
    assert run("--sample", __file__).exit_code == 2
