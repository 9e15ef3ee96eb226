"""`python -m okesop.cli`: the same command where the script is not on the path."""

import sys

from okesop.cli import main

if __name__ == "__main__":
    sys.exit(main())
