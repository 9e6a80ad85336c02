"""Sources and choices in large print."""

from hipplan.words import keys_under, rich, say
from hipplan.workbook.edition import Edition, Page
from hipplan.workbook.large import type as large
from hipplan.workbook.large.blocks import bullet, heading, paragraph
from hipplan.workbook.large.flow import Block
from hipplan.workbook.large.page import Chapter, chapter_pages
from hipplan.workbook.pages.sources import references


def sources_pages(edition: Edition) -> list[Page]:
    """References at 16 point, everything else at 18."""
    return chapter_pages(edition, Chapter(key="sources", title=say("sources.title"), build=_blocks))


def _blocks(edition: Edition) -> list[Block]:
    preferences = edition.programme.preferences
    limits = {"pain_ok": preferences.pain_ok, "pain_stop": preferences.pain_stop}
    blocks = [paragraph(say("sources.lead"), large.LEAD, gap=0.0), heading(say("sources.studies"))]
    blocks += [bullet(line, "studies", style=large.SMALL) for line in references()]
    for name in ("corrected", "choice", "limit"):
        blocks.append(heading(say(f"sources.{name}")))
        blocks += [bullet(rich(key, **limits), name) for key in keys_under(f"sources.{name}_items")]
    licence = say("sources.licence", version=edition.version)
    return [*blocks, paragraph(say("sources.care"), large.BODY_BOLD, gap=7.0), paragraph(licence, large.LEAD)]
