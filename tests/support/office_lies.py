"""Every lie of an office, by its name."""

from lies import LIES as OF_ACTS
from lies_of_bundle import OF_BUNDLE
from lies_of_log import OF_LOG
from lies_of_server import OF_SERVER

LIES = OF_ACTS | OF_SERVER | OF_LOG | OF_BUNDLE
