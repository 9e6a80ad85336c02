"""hipplan templates: which pages a workbook can have."""

import json
from typing import Literal

import click

from hipplan.cli.formats import takes_format
from hipplan.cli.help_page import Command
from hipplan.cli.template_file import find_template
from hipplan.cli.terminal import counted, paragraph
from hipplan.workbook.template import SHIPPED, Template


@click.command(cls=Command)
@click.argument("templates", metavar="[NAME|FILE.toml]...", nargs=-1)
@takes_format("A table to read, or JSON.")
def command(templates: tuple[str, ...], *, shape: str) -> None:
    """List the templates: name, what it is for, groups of pages, about how many pages 4 weeks take in both sizes.

    The name is the word to use in --template. A clinic can write a template of its own; naming the file here checks it.

    \b
    Example:
      hipplan templates ours.toml
    """  # noqa: D301  Click reads the backslash
    found = [find_template(asked) for asked in templates or SHIPPED]
    facts = [_facts(asked, template) for asked, template in zip(templates or SHIPPED, found, strict=True)]
    if shape == "json":
        click.echo(json.dumps(facts, indent=2, ensure_ascii=False))
    else:
        click.echo("\n\n".join(map(_lines, facts)))


def _facts(asked: str, template: Template) -> dict[str, object]:
    return {
        "template": asked,
        "name": template.name,
        "description": template.description,
        "pages": list(template.pages),
        "theme": template.theme,
        "pages_for_4_weeks": _pages(template, "standard"),
        "pages_for_4_weeks_in_large_print": _pages(template, "large"),
    }


def _pages(template: Template, text_size: Literal["standard", "large"]) -> int:
    """Count the pages of the default plan."""
    # Brings in ReportLab, which --help and a wrong template need not wait for.
    from hipplan.plan.preferences import Preferences  # noqa: PLC0415
    from hipplan.plan.progression import plan_programme  # noqa: PLC0415
    from hipplan.workbook.document import draft_of, page_list  # noqa: PLC0415

    return len(page_list(draft_of(plan_programme(Preferences(text_size=text_size)), template)))


def _lines(facts: dict[str, object]) -> str:
    number, large = (int(str(facts[f"pages_for_4_weeks{size}"])) for size in ("", "_in_large_print"))
    groups = facts["pages"]
    words = ", ".join(groups) if isinstance(groups, list) else ""
    name = facts["template"] if facts["template"] == facts["name"] else f"{facts['template']} ({facts['name']})"
    return "\n".join(
        [
            f"{name}: about {counted(number, 'page')} for 4 weeks, {large} in large print",
            paragraph(str(facts["description"]), indent=4),
            paragraph(f"Pages: {words}.", indent=4),
        ]
    )
