"""``daylight law methods``: for a person, for a program, and question by question."""

import json

import pytest
from click.testing import CliRunner

from daylight.cli.law import law

CENTRAL = ["--country", "daylight_cn", "--territory", "CN-central", "--on", "2026-11-23"]


def said(*arguments, answers=None):
    return CliRunner().invoke(law, ["methods", *CENTRAL, *arguments], input=answers)


def options(*arguments):
    return {one["method"]: one for one in json.loads(said("--json", *arguments).stdout)["options"]}


def test_every_method_is_told_with_its_article_whether_lawful_or_not():
    told = said("--budget", "1500000", "--fact", "urgent_need", "--lang", "en").stdout
    assert "Competitive negotiation (competitive_negotiation) — lawful" in told
    assert "Government Procurement Law, art. 30" in told
    assert "Single source (single_source) — not lawful" in told
    assert told.index("— lawful") < told.index("— not lawful")


@pytest.mark.parametrize(("budget", "approvals"), [("1999999", []), ("2000000", ["method.approval"])])
def test_at_the_threshold_the_approval_is_named(budget, approvals):
    found = options("--budget", budget, "--fact", "uniform_with_stock")["request_for_quotations"]
    assert found["lawful"]
    assert [one["role"] for one in found["approvals"]] == approvals


def test_five_questions_at_most_lead_to_the_same_answer():
    answered = said("--budget", "1500000", "--ask", "--lang", "en", answers="1\n0\n0\n0\n0\n")
    assert answered.exit_code == 0
    assert "Request for quotations (request_for_quotations) — lawful" in answered.stdout


def test_a_fact_nobody_knows_is_refused_with_those_that_are_known():
    answer = said("--budget", "1500000", "--fact", "urgent")
    assert answer.exit_code == 2
    assert "urgent_need" in answer.output
