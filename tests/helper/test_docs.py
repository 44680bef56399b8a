"""The documents say what the code does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click
import pytest

from helper.cli import main
from tests.helper.test_coverage import names_in

ROOT = Path(__file__).resolve().parents[2]
API = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_error_code_is_documented_and_every_documented_one_exists() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "helper").rglob("*.py"))
    pattern = r'(?:Problem|_refused)\(\s*"([a-z0-9_]+)"|: "(bad_request|not_found|method_not_allowed|too_large)"'
    raised = {code for found in re.findall(pattern, source) for code in found if code}
    raised |= {"empty_page", "not_html"}  # the language core's
    raised |= {
        "headers_too_large",
        "not_implemented",
        "http_error",
        "bad_profile",
    }  # HTTP's own, and a helper function's
    documented = set(re.findall(r"`([a-z]+(?:_[a-z0-9]+)+|internal|busy|crashed|unreachable)`", API[API.index("## Errors") :]))
    assert raised - documented - {"headers_too_large", "not_implemented", "http_error"} == set()
    fields = {"top_match", "leads_to", "work_style"}
    assert documented - raised - fields == set()


def test_every_call_is_documented(app: Any) -> None:
    documented = set()
    for methods, path in re.findall(r"^\| `([A-Z]+) (/v1/[^`]*)`", API, re.MULTILINE):
        documented.add((methods, path.replace("{", "<").replace("}", ">")))
    real = {(m, rule.rule) for rule in app.url_map.iter_rules() for m in rule.methods - {"HEAD", "OPTIONS"}}
    assert documented == real


@pytest.mark.parametrize("line", sorted(set(re.findall(r"^visionfit ([^\n]*)", README, re.MULTILINE))))
def test_the_readme_s_commands_exist(line: str) -> None:
    words = line.split("#")[0].split()
    command: click.Command | None = main
    context = click.Context(main)
    while isinstance(command, click.Group):
        command = command.get_command(context, words.pop(0))
    assert command is not None
    options = {option for param in command.params for option in param.opts}
    assert {word for word in words if word.startswith("--")} <= options


def test_links_lead_somewhere() -> None:
    for document in (ROOT / "README.md", *(ROOT / "docs").glob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)[^):]*\)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_every_attack_has_tests_that_exist() -> None:
    text = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| \*\*([^*]+)\*\*[^|]*\|[^|]+\|([^|]+)\|$", text, re.MULTILINE)
    assert len(rows) == len(re.findall(r"^\| \*\*", text, re.MULTILINE)) >= 19
    for attack, cell in rows:
        tests = re.findall(r"`([^`]+)`", cell)
        assert tests, attack
        for named in tests:
            file, _, name = named.rpartition("::")
            assert name in names_in(file or "tests/helper/test_attacks.py"), f"{attack}: {named}"
