"""Whoever copies the server's whole disk, database and keys before the deadline has no bid."""

from pathlib import Path

from django.conf import settings
from django.db import connection

from daylight.core.sealing import age
from daylight.core.sealing.bech32 import identity_text
from daylight.core.sealing.envelope import open_envelope
from daylight.core.sealing.faults import OpeningFault
from daylight.crypto.openssl import OPENSSL
from daylight.store.journal import DatabaseJournal
from daylight.store.vault import FolderVault
from scripts import to_bids
from world import found


def everything(folder: Path) -> dict[str, bytes]:
    """Every byte the server keeps: its folder, and every row of its database."""
    files = {str(place): place.read_bytes() for place in folder.rglob("*") if place.is_file()}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            files[table] = b"\n".join(
                bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
                for row in cursor.fetchall()
                for value in row
            )
    return files


def test_a_copy_of_the_whole_server_before_the_deadline_says_nothing_of_any_bid(database, tmp_path):
    journal = DatabaseJournal()
    world = found(journal=journal, vault=FolderVault(tmp_path / "vault"))
    played = to_bids(world)
    copied = everything(tmp_path)
    journal.close()
    assert len(copied) > 3 * 6
    haystack = b"\n".join(copied.values())
    for script, _ in played.bidders.values():
        price = str(dict(script.prices)["1"]).encode()
        for secret in (price, f"技术文件 {script.name.zh}".encode(), b'"amount_minor":' + price):
            assert secret not in haystack
    for _, key in played.keys:
        assert key.identity.encode() not in haystack
        assert key.recipient.encode() in haystack
    assert cannot_open(world, played, copied)


def cannot_open(world, played, copied) -> bool:
    """No stored bytes open a body or a share, whatever age key the attacker makes of them."""
    index = world.office.views.index(played.case).state
    blobs = {content for name, content in copied.items() if "vault" in name}
    for file in index.files:
        manifest = file.standing.envelopes[0].manifest
        body = world.office.vault.get(manifest.terms.body_sha256.hex())
        assert body in blobs
        assert isinstance(open_envelope(manifest, body, sorted(blobs), OPENSSL), OpeningFault)
        stranger = age_identity()
        for share in manifest.shares:
            try:
                age.decrypt(world.office.vault.get(share.file.hex()), (stranger,), OPENSSL)
            except age.NoMatch:
                continue
            return False
    return True


def age_identity() -> str:
    """The server's own secret, tried as an age key."""
    return identity_text(settings.SECRET_KEY.encode()[:32])
