"""Whether the clinic's address is on the cover: under long names there may be no room for it."""

from collections.abc import Iterator
from dataclasses import replace

from hipplan.workbook.edition import Edition
from hipplan.workbook.pages.people import from_whom
from hipplan.workbook.stationery import Stationery


def address_notes(edition: Edition, stationery: Stationery) -> Iterator[str]:
    """That it was left off, and the way out; large print always has room, and a template may have no cover."""
    address = edition.face.clinic.address
    if not address or not edition.page_of("cover") or edition.programme.preferences.text_size == "large":
        return
    cover = replace(edition, paper=stationery.paper(edition.page_of("cover"), edition.paper))
    texts = {text for text, _ in from_whom(cover)}
    if texts.isdisjoint({address, ", ".join(address.split("\n"))}):
        where = f"{stationery.origin}: " if stationery.origin else ""
        yield f"{where}address: the cover has no room for it beside the names; shorten it, or put it on a letterhead"
