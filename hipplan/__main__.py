"""Run the command line as python -m hipplan."""

from hipplan.cli import main

if __name__ == "__main__":
    main()
