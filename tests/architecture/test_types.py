"""The type checker sees inside a deed: a field that is not there fails ``make test``."""

import subprocess
import sys

from docs.pages import ROOT

SOUND = """
from daylight.core.acts.act import Act
from daylight.core.acts.award import AwardLot


def winner(act: Act) -> str:
    return act.deed(AwardLot).bid
"""
PLANTED = {
    SOUND.replace(".bid", ".bld"): '"AwardLot" has no attribute "bld"',
    SOUND.replace("act.deed(AwardLot)", "act.intent.deed"): '"object" has no attribute "bid"',
    SOUND.replace("-> str", "-> int"): "Incompatible return value type",
}


def test_a_misspelt_field_of_a_deed_is_a_type_error(tmp_path):
    sound, wrong = tmp_path / "sound.py", []
    sound.write_text(SOUND)
    for number, source in enumerate(PLANTED):
        wrong.append(tmp_path / f"wrong_{number}.py")
        wrong[-1].write_text(source)
    command = [sys.executable, "-m", "mypy", "--no-error-summary", str(sound), *map(str, wrong)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "sound.py" not in done.stdout
    for place, said in zip(wrong, PLANTED.values(), strict=True):
        assert any(place.name in line and said in line for line in done.stdout.splitlines()), done.stdout
