"""`python -m api`: the command, where its script is not on the PATH (the background API starts itself so)."""

from api.cli import main

main()
