"""What a log says before its first week when no page of safety comes with it: it is handed out alone."""

from hipplan.plan.programme import Week
from hipplan.words import say
from hipplan.workbook.edition import Edition
from hipplan.workbook.large.blocks import paragraph
from hipplan.workbook.large.flow import Block
from hipplan.workbook.pages.fridge import safety_words
from hipplan.workbook.pages.week_goal import care_line


def is_alone(edition: Edition, week: Week) -> bool:
    """Whether this is the first page that is read, without the page of stop signs."""
    return week.number == 1 and not edition.has("before")


def safety_blocks(edition: Edition, week: Week) -> list[Block]:
    """The red flags in short, where all of them are, and that a log is no substitute for care."""
    if not is_alone(edition, week):
        return []
    care = "".join(words for words, _ in care_line(edition))
    return [
        paragraph(safety_words(edition), gap=0.0),
        paragraph(f"{say('large.where_before')} {care}".strip(), gap=2.0),
    ]


def care_blocks(edition: Edition, week: Week) -> list[Block]:
    """The last of these, under the first week where a page of safety came before it."""
    care = care_line(edition)
    if week.number > 1 or not care or is_alone(edition, week):
        return []
    return [paragraph(care[0][0].strip(), gap=3.0)]
