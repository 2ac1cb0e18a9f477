"""``daylight replay`` as a person types it."""

import json

from click.testing import CliRunner

from daylight.cli.replay import replay
from practice.auction_files import KINDS


def run(folder, *words, source=KINDS):
    (folder / "bids.csv").write_bytes(source)
    law = () if "--country" in words else ("--country", "daylight_jp", "--territory", "JP-08203")
    return CliRunner().invoke(replay, ["auctions", str(folder / "bids.csv"), "--jobs", "1", *law, *words])


def test_the_report_counts_lists_and_explains(tmp_path):
    result = run(tmp_path, "--lang", "en")
    assert result.exit_code == 0
    assert result.output.splitlines()[:9] == [
        "6 auctions, 13 rows (2 without an amount, not submitted)",
        "       2  agree",
        "       1  ties that include the recorded winner",
        "       1  differ",
        "       2  no winner in the source",
        "       0  fail for lack of bidders",
        "rate of agreement 33.33 %",
        "differ:",
        "  3 2008-03-01 recorded winner b at ¥850 (place 2 of 2 valid bids); lowest valid bid a at ¥800,"
        " lower by ¥50; the source gives no reason",
    ]
    assert "equal names, counted as two bidders, in 1: 6 a" in result.output
    assert "auctions a second" in result.output.splitlines()[-1]


def test_another_law_is_labelled_as_a_what_if_and_names_its_articles(tmp_path):
    result = run(
        tmp_path, "--country", "daylight_cn", "--object", "goods", "--what-if", "2026", "--lang", "en"
    )
    lines = result.output.splitlines()
    assert lines[0].startswith("What if: under the rules of daylight_cn. Days are moved to 2026")
    assert "fewer than 3: 4 by bids with an amount, 4 by distinct bidders, 3 by rows" in lines
    assert "       4  under Government Procurement Law, art. 36" in lines
    assert "       3  tried nevertheless, refused: opening.shares-incomplete" in lines
    assert "failed after review left fewer than 3: 3" in lines
    assert "minimum prices ignored in 1, of which 1 go to a bid below it" in lines


def test_a_program_gets_every_auction(tmp_path):
    told = json.loads(run(tmp_path, "--json", "--limit", "2").output)
    assert told["what_if"] is None
    assert told["summary"]["rate"] == "1/2"
    assert [(one["auction"], one["verdict"]) for one in told["auctions"]] == [("1", "agrees"), ("2", "tie")]


def test_a_file_that_is_none_is_told(tmp_path):
    result = run(tmp_path, source=b"a,b\n")
    assert (result.exit_code, result.output) == (
        1, "Error: 缺少列 auction。 The column auction is missing.\n",
    )  # fmt: skip


def test_a_place_the_country_does_not_have_is_told(tmp_path):
    result = run(tmp_path, "--country", "daylight_un", "--territory", "CN-37", "--lang", "en")
    assert (result.exit_code, result.output) == (1, "Error: daylight_un has no territory CN-37.\n")


def test_a_territory_whose_law_lacks_a_value_is_named_by_any_number_of_processes(tmp_path):
    for jobs in ("1", "2"):
        result = run(tmp_path, "--country", "daylight_jp", "--jobs", jobs)
        assert (result.exit_code, "Check --territory." in result.output) == (1, True)
