"""visionfit lint"""
from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from helper.cli.options import chosen_profile, profile_option, put_out

if TYPE_CHECKING:
    from nlp.contract import Finding

MAX_BYTES = 200_000


@click.command()
@click.argument("text")
@click.option("--company", metavar="COMPANY", help="The saved company it is for, by domain or name.")
@click.option("--brief", "brief_file", type=click.Path(path_type=Path, exists=True, dir_okay=False),
              help="The brief it is for, as JSON. It holds the statements of the pages, not the whole pages.")
@profile_option
@click.option("--form", type=click.Choice(["phrase", "answer"]), help="Which measure to take; by its length if not given.")
@click.option("--json", "as_json", is_flag=True, help="The findings as JSON.")
def lint(
    text: str, company: str | None, brief_file: Path | None, profile_file: Path | None,
    form: Literal["phrase", "answer"] | None, as_json: bool,
) -> None:
    """Check your wording by the twelve rules: is it true, specific, and fit to be said?

    TEXT is the text itself, a file, or - for standard input. Without a company, what needs one is not checked.
    Exit status: 0 nothing that must be mended, 1 it must be, 2 wrong use.
    """
    if company and brief_file:
        raise click.UsageError("--company and --brief exclude each other")
    said = read_text(text)
    if company:
        found = _for_saved(said, company, profile_file, form)
    else:
        found = _for_brief(said, brief_file, profile_file, form)
    if as_json:
        put_out(json.dumps({"findings": [finding.model_dump() for finding in found]}, indent=1, ensure_ascii=False), None)
    else:
        put_out(findings_text(found, said) or "Nothing to mend.", None)
    if any(finding.severity == "error" for finding in found):
        raise click.exceptions.Exit(1)


def read_text(source: str) -> str:
    """The text that `source` is or names: a file, - for standard input, or the words themselves. Raises UsageError."""
    if source == "-":
        data = sys.stdin.buffer.read(MAX_BYTES + 1)
    elif _is_file(source):
        with Path(source).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    elif source and not any(letter.isspace() for letter in source):
        raise click.UsageError(f"{source} is no file, and one word is no text")
    else:
        data = source.encode("utf-8", "replace")
    if len(data) > MAX_BYTES:
        raise click.UsageError(f"the text has more than {MAX_BYTES // 1000} kB")
    try:
        said = data.decode("utf-8-sig").strip()
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{source} is not UTF-8 text") from error
    if not said:
        raise click.UsageError("there is no text")
    return said


def _is_file(source: str) -> bool:
    try:
        return Path(source).is_file()
    except OSError:  # too long for a file's name
        return False


def findings_text(found: list[Finding], said: str) -> str:
    """Two lines a finding: what is wrong, and how to mend it."""
    from helper.report.clean import clean

    lines = []
    for finding in found:
        where = f" (at “{clean(said[slice(*finding.span)])[:40]}”)" if finding.span and "“" not in finding.message else ""
        lines.append(f"{finding.severity}: {clean(finding.message)}{where} [{finding.rule}]")
        lines.append(f"  {finding.hint}")
    return "\n".join(lines)


def _for_saved(
    said: str, company: str, profile_file: Path | None, form: Literal["phrase", "answer"] | None
) -> list[Finding]:
    from helper import linting, profiles
    from helper.named import domain_of
    from helper.store import Store

    with Store() as store:
        domain = domain_of(store, company)
        return linting.check_saved(
            store, said, domain, form=form, profile=profiles.load(profile_file) if profile_file else None
        )


def _for_brief(
    said: str, brief_file: Path | None, profile_file: Path | None, form: Literal["phrase", "answer"] | None
) -> list[Finding]:
    from helper import brief_files, linting

    brief = brief_files.load(brief_file) if brief_file else None
    texts = brief_files.reading_of(brief).texts if brief else []
    return linting.check(said, brief, texts, chosen_profile(profile_file), rivals={}, form=form)
