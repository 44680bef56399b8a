"""`python -m helper` is `visionfit`."""
from helper.cli import main

if __name__ == "__main__":
    main(prog_name="visionfit")
