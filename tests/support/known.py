"""Primitives that remember: in one run of the tests a signature is verified once."""

from daylight.crypto.once import Once
from daylight.crypto.openssl import OPENSSL


class Remembering(Once):
    """A copy of a world remembers what the world did."""

    def __deepcopy__(self, memo):
        return self


KNOWN = Remembering(OPENSSL, 65_536)
