"""Open tendering under the Model Law, from the need to the contract, with its standstill.

It proves the cut between the house and its countries: other law, no other code; and whoever verifies needs
no country at all.
"""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from bundles import bundle, full_bundle
from daylight.core.acts.contracting import SignContract
from daylight.core.acts.evaluation_terms import PriceFormula, PriceScale
from daylight.core.evaluation.evaluate import evaluate
from daylight.core.procedures.evaluation.reviewing import evaluation_inputs
from daylight.core.rulebook.check import check
from daylight.core.values.money import Money
from daylight.practice import judging, play
from daylight.verifier.verify import verify
from known import KNOWN
from model_law import BOOK, TENDER, begun
from scenarios.asking import case_of, codes
from scripts import to_contract, to_opening
from world import SRC


def awarded():
    """A tender of two bidders up to the notice that goes to all."""
    made = begun()
    played = to_opening(made, TENDER)
    judging.form_committee(made.stage, made.town, played)
    judging.evaluate_lot(made.stage, made.town, played, "1")
    judging.award(made.stage, made.town, played, "1")
    return made, played


def test_the_book_has_no_fault():
    assert [finding for finding in check(BOOK) if finding.fault] == []


def test_a_tender_of_two_bidders_goes_from_the_need_to_the_contract_and_verifies():
    made = begun()
    played = to_contract(made, TENDER)
    assert case_of(made, played).lot("1").stage == "contracted"
    for scope in ("public", "auditor"):
        assert verify(bundle(made, played.case, scope=scope), KNOWN).exit_code == 0


def test_points_between_two_prices_the_documents_name_depend_on_no_other_bid():
    """450,000 and 440,000 lie half and six tenths of the way from no points at 500,000 to all at 400,000."""
    scale = PriceScale(PriceFormula.ABSOLUTE, Money(40_000_000, "USD"), Money(50_000_000, "USD"))
    terms = replace(TENDER.lots[0].terms, price_scale=scale)
    made = begun()
    played = to_contract(made, replace(TENDER, lots=(replace(TENDER.lots[0], terms=terms),)))
    case = case_of(made, played)
    result = evaluate(evaluation_inputs(case, case.lot("1")))
    points = {one.price.amount_minor: one.points[0].exact for one in result.bids}
    assert points == {45_000_000: Fraction(20), 44_000_000: Fraction(24)}
    assert verify(bundle(made, played.case), KNOWN).exit_code == 0


def test_nobody_signs_before_the_standstill_is_over():
    made, played = awarded()
    lot = case_of(made, played).lot("1")
    winner = next(bid for bid in lot.evaluation.bids if bid.bid == lot.award.winner)
    text = play.document(made.stage, "contract", "the contract")
    until = made.stage.clock.now().day + timedelta(days=200)
    deed = SignContract("1", winner.price.total, None, until, text)
    for days, told in ((0, ["contracting.standstill"]), (10, ["contracting.standstill"]), (1, [])):
        play.pass_days(made.stage, days)
        assert codes(made, made.town.buyer, deed, played.case, confirms=True) == told


def test_suppliers_have_twenty_eight_days():
    made = begun()
    played = play.plan(made.stage, made.town, TENDER)
    for days, told in ((27, ["solicitation.period-too-short"]), (28, [])):
        deed, now = play.solicitation_of(made.stage, played), made.stage.clock.now()
        asked = replace(deed, bid_deadline=now.on_day(now.day + timedelta(days=days)))
        assert codes(made, made.town.buyer, asked, played.case, confirms=True) == told


def test_a_tender_of_one_bidder_is_lawful_here():
    made = begun()
    played = to_contract(made, replace(TENDER, bidders=TENDER.bidders[:1]))
    assert case_of(made, played).lot("1").stage == "contracted"


@pytest.mark.parametrize("country", ["un", "cn"])
def test_whoever_verifies_needs_no_country_package(tmp_path, country):
    """In a Python that knows the house alone, with no country beside it."""
    made = begun()
    files = full_bundle() if country == "cn" else bundle(made, to_contract(made, TENDER).case)
    for path, content in files.items():
        (tmp_path / "bundle" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "bundle" / path).write_bytes(content)
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "daylight").symlink_to(SRC / "daylight")
    script = (
        "import importlib.util as found, pathlib, sys\n"
        "from daylight.crypto.pure import Pure\n"
        "from daylight.verifier.verify import verify_folder\n"
        "assert not any(found.find_spec(f'daylight_{one}') for one in ('cn', 'jp', 'un'))\n"
        "sys.exit(verify_folder(pathlib.Path(sys.argv[1]), Pure()).exit_code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "bundle")],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path / "house")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def test_no_line_of_the_house_names_a_country_or_its_institutions():
    """Words of a country stand in its package; only the demonstration and the replay say where they play."""
    names = ("China", "CN-", "财库", "财政部令", "国务院", "政府采购法")
    house = SRC / "daylight"
    pages = [path for path in sorted(house.rglob("*")) if path.suffix in (".py", ".html", ".toml")]
    told = [
        path for path in pages if path.relative_to(house).as_posix() not in ("cli/demo.py", "cli/replay.py")
    ]
    texts = {path: path.read_text(encoding="utf-8") for path in told}
    assert [f"{path.name}: {name}" for path, text in texts.items() for name in names if name in text] == []
