"""Every import contract can break: in a copy of the sources an import is planted for each, and is named."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from world import SRC

ROOT = SRC.parent
CONTRACTS = [
    contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
]
LAYERS, CORE_LAYERS, CORE, PRIMITIVES, VERIFIER, PURE, CLIENT, PRACTICE, JOURNAL, COUNTRY = CONTRACTS

PLANTS = [
    (LAYERS, "daylight.store.board", "daylight.wiring"),
    (CORE_LAYERS, "daylight.core.values.money", "daylight.core.acts.common"),
    (CORE, "daylight.core.values.text", "tempfile"),
    (CORE, "daylight.core.ledger.tree", "concurrent.futures"),
    (CORE, "daylight.core.values.crypto", "cryptography.fernet"),
    (PRIMITIVES, "daylight.crypto.chacha", "cryptography.fernet"),
    (VERIFIER, "daylight.verifier.verify", "daylight.settings"),
    (VERIFIER, "daylight.verifier.verify", "daylight.crypto"),
    (VERIFIER, "daylight.verifier.report", "daylight.crypto.openssl"),
    (VERIFIER, "daylight.verifier.contents", "urllib.request"),
    (PURE, "daylight.verifier.verify", "daylight.crypto.pure"),
    (CLIENT, "daylight.office.perform", "daylight.client.device"),
    (CLIENT, "daylight.sites.api.views", "daylight.client.session"),
    (PRACTICE, "daylight.sites.portal.home", "daylight.practice.pocket"),
    (JOURNAL, "daylight.sites.portal.case", "daylight.store.journal"),
    (COUNTRY, "daylight.store.countries", "daylight_cn"),
]


@pytest.fixture(scope="module")
def broken(tmp_path_factory):
    """What ``lint-imports`` says of a copy with all plants, by the heading it stands under."""
    copy = tmp_path_factory.mktemp("planted")
    for path in SRC.rglob("*.py"):
        (copy / path.relative_to(ROOT)).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy / path.relative_to(ROOT))
    for path in ("pyproject.toml", "tests/architecture/contracts.py"):
        (copy / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / path, copy / path)
    for _, importer, imported in PLANTS:
        with (copy / "src" / f"{importer.replace('.', '/')}.py").open("a") as source:
            source.write(f"\n\ndef planted():\n    import {imported}\n")
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy / "src"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    parts = re.split(r"^(.+)\n-+$", done.stdout, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_contract_has_a_plant():
    assert {contract for contract, _, _ in PLANTS} == set(CONTRACTS)


@pytest.mark.parametrize(("contract", "importer", "imported"), PLANTS, ids=lambda word: word.split(" ")[0])
def test_a_planted_import_breaks_its_contract(broken, contract, importer, imported):
    known = imported if imported.startswith("daylight") else imported.partition(".")[0]
    assert f"- {importer} -> {known} (" in broken[contract]
