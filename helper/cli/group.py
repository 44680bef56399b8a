"""The group of commands: loads each from its own file, and shows every error in one form."""
from __future__ import annotations

import atexit
import gc
import os
from functools import cache
from importlib import import_module

import click

from helper.errors import Problem

YOUNG, MIDDLE, OLD = 10_000, 50, 100  # Python's own thresholds are 700, 10 and 10


class Shown(click.ClickException):
    """A Problem as click shows it: on stderr, with the Problem's exit status."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.as_lines())
        self._problem = problem

    @property
    def exit_code(self) -> int:  # type: ignore[override]
        return self._problem.exit_status


class LazyGroup(click.Group):
    """Commands by name, as "module:attribute" below `helper.cli`."""

    def __init__(self, *args: object, lazy: dict[str, str] | None = None, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self._lazy = lazy or {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._lazy:
            return None
        module, _, attribute = self._lazy[cmd_name].partition(":")
        command = getattr(import_module(f"helper.cli.{module}"), attribute)
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except Problem as problem:
            raise Shown(problem) from problem
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except OSError as error:
            if error.filename is None or os.environ.get("VISIONFIT_DEBUG"):
                raise
            raise Shown(Problem("file_error", f"{error.filename} cannot be used ({error.strerror}).",
                                "Look whether it is there, and whether you may use it.")) from error
        except Exception as error:
            if os.environ.get("VISIONFIT_DEBUG"):
                raise
            raise Shown(Problem(
                "internal", f"Something went wrong inside Visionfit: {type(error).__name__}: {error}.",
                "Set VISIONFIT_DEBUG=1 to see where.",
            )) from error


@cache
def seldom_collect() -> None:
    """Look for unreachable cycles seldom, and not once more as the process ends.

    Nearly all that a command makes (modules, models, patterns) stays to its end: looking for what does not took a
    tenth of the time of a brief.
    """
    gc.set_threshold(YOUNG, MIDDLE, OLD)
    atexit.register(gc.freeze)


@click.group(
    cls=LazyGroup,
    lazy={
        "demo": "demo:demo",
        "brief": "brief:brief",
        "research": "research:research",
        "compare": "compare:compare",
        "watch": "watch:watch",
        "serve": "serve:serve",
        "pair": "pair:pair",
        "profile": "profile:profile",
        "lint": "lint:lint",
        "answer": "answer:answer",
        "prepare": "prepare:prepare",
        "companies": "companies:companies",
        "install": "install:install",
        "doctor": "doctor:doctor",
        "log": "log:log",
        "backup": "backup:backup",
        "restore": "backup:restore",
        "export": "export:export",
        "import": "export:import_",
        "forget": "forget:forget",
        "native-host": "native_host:native_host",
    },
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="visionfit")
def main() -> None:
    """Prepare an honest answer to how your aspirations fit a company's vision. Everything stays on this machine."""
    seldom_collect()
