"""``daylight law`` as a person types it."""

import json

import pytest
from click.testing import CliRunner

from daylight.cli.law import law


def run(*words):
    return CliRunner().invoke(law, list(words), env={"DAYLIGHT_COUNTRY": "daylight_cn"})


def test_a_parameter_is_shown_with_its_value_reason_and_history():
    result = run("show", "contract.sign", "--on", "2026-03-02", "--lang", "en")
    assert result.exit_code == 0
    assert result.output.splitlines()[:4] == [
        "contract.sign  Time for signing the contract",
        "  period max_after day @ award_notified",
        "  CN 2026-03-02: Time for signing the contract: 30 calendar days, since 2003-01-01 "
        "| Government Procurement Law, art. 46",
        "  2003-01-01… CN  30 calendar days  Government Procurement Law, art. 46 [V-law]",
    ]


def test_the_same_is_said_in_chinese_by_default():
    result = run("show", "contract.sign", "--on", "2026-03-02")
    assert (
        result.output.splitlines()[2]
        == "  CN 2026-03-02: 签订合同的期限：30 日，自 2003-01-01 起｜政府采购法第46条"
    )


def test_a_parameter_that_has_not_begun_says_so_and_since_when_it_will():
    result = run("show", "low_price.mean_rate", "--on", "2026-01-31", "--lang", "en")
    assert result.output.splitlines()[2:] == [
        "  CN 2026-01-31: no value on 2026-01-31",
        "  2026-02-01… CN  50%  Notice on Abnormally Low Prices in Government Procurement [V-exam]",
    ]


def test_an_unconfirmed_value_is_shown_as_such():
    result = run("show", "award.notice_period", "--on", "2026-03-02", "--lang", "en")
    assert "[S, unconfirmed]" in result.output


def test_a_role_lists_its_articles_and_marks_those_in_force():
    result = run("show", "low_price.explanation", "--on", "2026-01-31", "--lang", "en")
    signs = [line[:2] for line in result.output.splitlines()[1:]]
    assert signs == [" *", "  ", "* "]


def test_an_article_shows_its_roles_and_parameters():
    result = run("show", "cn-gpl#46", "--lang", "en")
    assert [line.strip() for line in result.output.splitlines() if "→ " in line] == [
        "→ contract.terms_unchanged",
        "→ award.no_other",
        "→ contract.parties",
        "→ contract.sign",
    ]


def test_an_unknown_id_is_answered_with_the_nearest():
    result = run("show", "contract.sing", "--lang", "en")
    assert result.exit_code == 1
    assert result.output.startswith("Error: There is no contract.sing. Nearest: contract.sign,")


def test_json_is_for_programs():
    shown = json.loads(run("show", "bidding.security_ceiling", "--on", "2026-03-02", "--json").output)
    assert shown["parameter"]["in_force"]["value"] == "1/50"
    assert shown["parameter"]["values"][0]["cites"] == [{"instrument": "cn-gpl-regulation", "article": "33"}]


def test_an_id_that_is_both_a_parameter_and_a_role_shows_both():
    shown = json.loads(run("show", "contract.publish", "--on", "2026-03-02", "--json").output)
    assert sorted(shown) == ["parameter", "role"]


def test_compare_lists_what_changed():
    result = run("compare", "2026-09-30", "2026-10-01", "--lang", "en")
    assert result.output.splitlines() == [
        "emergency.additions_ceiling: (none) → 30% | Interim Measures for Emergency Procurement",
        "emergency.approval_needed: (none) → no | Interim Measures for Emergency Procurement",
        "emergency.minimum_suppliers: (none) → 1 | Interim Measures for Emergency Procurement",
        "emergency.additions: (none) → Interim Measures for Emergency Procurement",
        "method.emergency: (none) → Interim Measures for Emergency Procurement",
        "procurement.emergency_scope: Government Procurement Law, art. 85 → "
        "Government Procurement Law, art. 85; Interim Measures for Emergency Procurement",
    ]
    assert run("compare", "2026-03-01", "2026-03-02").output == "两日之间没有变化。\n"


def test_check_lists_marks_and_succeeds_on_a_sound_book():
    result = run("check", "--lang", "en")
    assert result.exit_code == 0
    assert "mark unconfirmed award.notice_period from 2015-07-17: unconfirmed (S)" in result.output
    assert result.output.splitlines()[-1].startswith("0 faults, ")


def test_check_fails_on_a_book_with_a_fault(tmp_path):
    (tmp_path / "territories.toml").write_text(
        'country = "xx"\n[[territory]]\nid = "XX"\nname = { zh = "国", en = "Land" }\n'
        'offset_minutes = 0\ncurrency = "EUR"\nparent = "YY"\n',
        encoding="utf-8",
    )
    result = run("check", "--country", str(tmp_path), "--lang", "en")
    assert result.exit_code == 1
    assert "fault territory.unknown territory XX: no territory YY" in result.output


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("check", "--country", "daylight_atlantis"), "neither a folder nor an installed package"),
        (
            ("compare", "2026-01-01", "2026-02-01", "--territory", "CN-99", "--lang", "en"),
            "no territory CN-99",
        ),
        (("compare", "yesterday", "2026-02-01"), "'yesterday' is not a day; write 2026-07-01 or today."),
    ],
)
def test_a_wrong_question_gets_a_helpful_answer(words, complaint):
    result = run(*words)
    assert result.exit_code != 0
    assert complaint in result.output


def test_another_market_is_read_by_the_same_command():
    result = run(
        "show",
        "bidding.minimum_bidders",
        "--country",
        "daylight_jp",
        "--territory",
        "JP-08203",
        "--lang",
        "en",
    )
    assert "Fewest bidders: 1, since 2007-05-09" in result.output


def test_what_follows_a_breach_is_told_with_the_duty_and_with_the_article():
    assert "  breach (purchaser, agency, staff): " in run("show", "contract.sign", "--lang", "en").output
    shown = json.loads(run("show", "cn-gpl-regulation-67", "--json").output)["instrument"]
    assert [one["item"] for one in shown["sanctions"][0]["breaches"]] == [str(n) for n in range(1, 9)]
