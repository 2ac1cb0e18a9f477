"""The kind of disk below a home, from the table of mounts."""

from pathlib import Path

import pytest

from daylight.store.disks import kind_of, network_kind, network_warning

MOUNTS = r"""22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:40 / /srv rw shared:5 - nfs4 nas:/export rw,vers=4.2
31 30 254:1 / /srv/local rw - xfs /dev/vdb rw
32 22 0:41 / /mnt/with\040blank rw - cifs //nas/x rw
33 22 0:42 / /far rw - fuse.sshfs host:/ rw
34 22 0:43 / /far rw - ext4 /dev/vdc rw
nonsense
"""


@pytest.mark.parametrize(
    ("place", "kind", "network"),
    [
        ("/home/x", "ext4", ""),
        ("/srv/daylight", "nfs4", "nfs4"),
        ("/srvother", "ext4", ""),
        ("/srv/local/daylight", "xfs", ""),
        ("/mnt/with blank/d", "cifs", "cifs"),
        ("/far/d", "ext4", ""),
    ],
)
def test_the_last_mount_at_or_above_a_place_decides(place, kind, network):
    assert kind_of(Path(place), MOUNTS) == kind
    assert network_kind(Path(place), MOUNTS) == network


def test_the_disk_of_the_tests_is_known_and_a_warning_names_the_place(tmp_path):
    assert network_kind(tmp_path, "") == ""
    assert kind_of(tmp_path.resolve(), Path("/proc/self/mountinfo").read_text())
    words = network_warning(Path("/srv/daylight"), "nfs4")
    assert "nfs4" in words and "/srv/daylight" in words and "警告" in words
