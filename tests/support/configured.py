"""The one database of a test process: Django is configured once, on what the environment names.

The platform has no country of its own; where a test names none, it is the one that ships with most law.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from daylight.settings import Settings
from daylight.wiring import configure

os.environ.setdefault("DAYLIGHT_COUNTRY", "daylight_cn")
HOME = Path(tempfile.mkdtemp(prefix="daylight-home-"))
configure(Settings(home=HOME, DATABASE_URL=os.environ.get("DAYLIGHT_TEST_DATABASE_URL", "")), urls="")
