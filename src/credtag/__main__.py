"""Run the command line with ``python -m credtag``."""

import sys

from credtag.cli import main

sys.exit(main())
