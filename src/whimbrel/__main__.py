"""`python -m whimbrel`."""

from whimbrel.cli import main

main(prog_name="whimbrel")
