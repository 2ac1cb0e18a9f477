"""The portal of ``tests/sites``, for a browser."""

from sites.conftest import portal, world_home  # noqa: F401 - fixtures
