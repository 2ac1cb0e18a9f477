"""Between a request and its receipt the embedded database syncs the disk: counted, not believed.

A small library laid before the C library counts ``fsync`` and ``fdatasync``; it is compiled here, and where
there is no compiler the count is skipped (the settings themselves are asserted in ``test_journal.py``).
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

COUNTER = """
#define _GNU_SOURCE
#include <dlfcn.h>
static long syncs;
long daylight_syncs(void) { return __atomic_load_n(&syncs, __ATOMIC_SEQ_CST); }
static int counted(const char *name, int fd) {
  int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  int said = real(fd);
  __atomic_add_fetch(&syncs, 1, __ATOMIC_SEQ_CST);
  return said;
}
int fsync(int fd) { return counted("fsync", fd); }
int fdatasync(int fd) { return counted("fdatasync", fd); }
"""

CHILD = """
import ctypes, json, sys
from pathlib import Path
from daylight.settings import Settings
from daylight.wiring import configure
configure(Settings(home=Path(sys.argv[1]), DATABASE_URL=""), urls="")
from django.core.management import call_command
call_command("migrate", verbosity=0)
from daylight.store.journal import DatabaseJournal
from world import found
syncs = ctypes.CDLL(None).daylight_syncs
world = found(journal=DatabaseJournal(), experts=0)
perform, counts = world.office.perform, []
def counting(*given):
    before = syncs()
    answer = perform(*given)
    counts.append(syncs() - before)
    return answer
world.office.perform = counting
from daylight.practice.town import register_supplier
from daylight.core.values.text import Text
for number in range(5):
    register_supplier(world.stage, Text(f"供应商{number}", f"supplier {number}"), territory="CN-37")
print(json.dumps(counts))
"""


def test_every_receipt_follows_a_sync_of_the_disk(tmp_path):
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or sys.platform != "linux":
        pytest.skip("no C compiler here to count syncs with")
    (tmp_path / "syncs.c").write_text(COUNTER)
    library = tmp_path / "syncs.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, tmp_path / "syncs.c", "-ldl"], check=True)
    tests = Path(__file__).resolve().parents[1]
    paths = os.pathsep.join(str(path) for path in (tests.parent / "src", tests, tests / "support"))
    run = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path / "home")],
        env={**os.environ, "LD_PRELOAD": str(library), "PYTHONPATH": paths},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    counts = json.loads(run.stdout)
    assert len(counts) == 10
    assert min(counts) >= 1
