"""The command line, `visionfit`. Each command is a file that is imported when it is needed."""
from helper.cli.group import main

__all__ = ["main"]
