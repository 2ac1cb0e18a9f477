"""``python -m daylight``: the command line."""

from daylight.cli.main import main

main()
