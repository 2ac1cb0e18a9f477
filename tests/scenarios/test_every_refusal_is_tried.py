"""Every refusal there is has a scenario that meets it."""

from pathlib import Path

from daylight.core.judgement.words import WORDS

HERE = Path(__file__).resolve().parent
FOLDERS = (HERE, HERE.parent / "office", HERE.parent / "daylight_un")
TRIED = "".join(path.read_text() for folder in FOLDERS for path in folder.glob("*.py"))


def test_every_refusal_is_met_by_a_scenario():
    assert sorted(code for code in WORDS if f'"{code}"' not in TRIED and f"{code}" not in TRIED) == []
