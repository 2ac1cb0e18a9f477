"""Primitives that remember: in one run of the tests a signature is verified once."""

from daylight.crypto.once import Once
from daylight.crypto.openssl import OPENSSL

KNOWN = Once(OPENSSL, 65_536)
