"""The command line as it is, with the stand-in in the engine's place: `python standin_cli.py …`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from standin import StandIn

from reportedly import pipeline
from reportedly.cli import main

if __name__ == "__main__":
    pipeline.load_engine = StandIn
    main()
