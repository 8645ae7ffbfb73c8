"""The handbook names every command, option and kind there is."""

import importlib.util
import re
from types import ModuleType

import click
import pytest

from tests.tools import ROOT
from whimbrel.cli import main
from whimbrel.document import Kind

REFERENCE = ROOT / "docs/reference"
LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?P<target>[^)#\s]+)[^)]*\)")


def generator() -> ModuleType:
    """docs/reference/generate.py as a module; docs is no package."""
    spec = importlib.util.spec_from_file_location("generate", REFERENCE / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GENERATE = generator()
CONTEXTS = GENERATE.commands(click.Context(main, info_name="whimbrel", **main.context_settings))
COMMANDS = [(context.command_path, context) for context in CONTEXTS]


def test_there_are_commands_to_document() -> None:
    paths = {path for path, _ in COMMANDS}
    assert paths >= {"whimbrel", "whimbrel read", "whimbrel cite", "whimbrel demo"}


@pytest.mark.parametrize(("path", "context"), COMMANDS)
def test_every_command_and_option_is_in_the_reference(path: str, context: click.Context) -> None:
    page = (REFERENCE / "cli.md").read_text(encoding="utf-8")
    _, _, section = page.partition(f"## {path}\n")
    section = section.split("\n## ")[0]
    assert section, f"{path} is not documented"
    for parameter in context.command.get_params(context):
        option = isinstance(parameter, click.Option)
        for name in parameter.opts if option else [parameter.make_metavar(context)]:
            assert name in section, f"{path} {name} is not documented"


@pytest.mark.parametrize(("path", "context"), COMMANDS)
def test_every_command_and_option_says_what_it_is_for(path: str, context: click.Context) -> None:
    assert context.command.help, path
    for parameter in context.command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{path} {parameter.opts[0]} has no help"


def test_the_references_of_settings_and_acts_are_what_the_code_says() -> None:
    for name, made in (
        ("settings", GENERATE.settings_page()),
        ("acts", GENERATE.acts_page()),
        ("api", GENERATE.api_page()),
        ("checks", GENERATE.checks_page()),
    ):
        written = (REFERENCE / f"{name}.md").read_text(encoding="utf-8")
        assert written == made, f"{name}: run docs/reference/generate.py"


def test_the_guide_has_the_questions_that_are_tried() -> None:
    written = (ROOT / "docs/guide/questions.md").read_text(encoding="utf-8")
    assert written == GENERATE.questions_page(), "run docs/reference/generate.py"


def test_the_reference_of_the_command_line_is_what_the_code_says() -> None:
    written = (REFERENCE / "cli.md").read_text(encoding="utf-8")
    assert written == GENERATE.cli_page(), "run docs/reference/generate.py"


def test_the_reference_of_the_json_form_is_what_the_code_says() -> None:
    written = (REFERENCE / "json.md").read_text(encoding="utf-8")
    assert written == GENERATE.json_page(), "run docs/reference/generate.py"
    for kind in Kind:
        assert f"| `{kind}` |" in written


def test_the_readme_names_the_two_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make demo" in readme
    assert "make test" in readme


PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_links_inside_the_project_lead_somewhere(page) -> None:
    for link in LINK.finditer(page.read_text(encoding="utf-8")):
        target = link["target"]
        if "://" not in target:
            assert (page.parent / target).exists(), target
