"""The one database of a test process: Django is configured once, on what the environment names."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from daylight.settings import Settings
from daylight.wiring import configure

HOME = Path(tempfile.mkdtemp(prefix="daylight-home-"))
configure(Settings(home=HOME, DATABASE_URL=os.environ.get("DAYLIGHT_TEST_DATABASE_URL", "")), urls="")
