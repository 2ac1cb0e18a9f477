"""Where the official vectors lie: beside the repository, in ``../shared``, never inside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"
VECTORS = SHARED / "vectors"

needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared (official vectors) is missing")


def vectors(path: str) -> Any:
    """A JSON file of vectors, or an empty list where ``../shared`` is missing (the tests then skip)."""
    return json.loads((VECTORS / path).read_bytes()) if SHARED.is_dir() else []
