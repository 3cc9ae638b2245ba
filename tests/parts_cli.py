"""The command line as it is, with few documents in each part of what is connected."""

from reportedly.batch.connect import statements, steps
from reportedly.cli import main

if __name__ == "__main__":
    steps.EACH, statements.EACH = 25, 30
    main()
