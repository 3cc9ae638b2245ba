"""The command line as it is, with `press` in the place of engine and encoder."""

import press

from reportedly.cli import main

if __name__ == "__main__":
    press.employ()
    main()
