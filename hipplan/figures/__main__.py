"""`python -m hipplan.figures [MOVE…]` draws the pictures anew from assets/poses; `--sheet FILE` shows them all."""

import sys

from hipplan.figures.generator.command import main

sys.exit(main())
