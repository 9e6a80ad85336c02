"""The clinic's face on paper: logo, colours, address, footer line; every page stays as clear and as conformant."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader
from pypdf.generic import StreamObject

from hipplan.checking.contrast import grey
from hipplan.checking.lines import TextLine, lines_of
from hipplan.checking.reading import read_pdf
from hipplan.checking.seen import PageSeen
from hipplan.clinic_file import read_clinic_file
from hipplan.plan.preferences import parse_preferences
from hipplan.plan.programme import Programme
from hipplan.plan.progression import plan_programme
from hipplan.workbook import theme
from hipplan.workbook.clinic import Clinic, tint_of
from hipplan.workbook.document import render
from hipplan.workbook.face import NOBODYS, Face, read_face
from hipplan.workbook.template import read_template
from measuring.accessible import breaches, faults
from measuring.measures import MEASURES
from measuring.objects import objects_of
from measuring.structure import read_structure
from measuring.workbooks import CHOICES

ACCENT = "#7A1F5C"
FOOTER = "Riverside Physio, 1 Mill Lane, 555 0100"
WORDS = f"""
name = "Riverside Physio"
address = "Bartholomew House\\n1 Mill Lane\\nOld Town\\nRiverton\\nRV1 2AB"
phone = "555 0100"
accent = "{ACCENT}"
footer = "{FOOTER}"
"""


def wide_png() -> bytes:
    picture = Image.new("RGBA", (900, 220), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((10, 10, 210, 210), fill=(122, 31, 92, 255))
    ImageDraw.Draw(picture).rectangle((260, 60, 880, 160), fill=(30, 140, 200, 160))
    return saved(picture, "PNG")


def saved(picture: Image.Image, kind: str) -> bytes:
    file = BytesIO()
    picture.save(file, kind)
    return file.getvalue()


def svg() -> bytes:
    body = '<rect width="40" height="40" rx="6" fill="#1F4E8C"/><circle cx="70" cy="20" r="18" fill="#2A7"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40">{body}</svg>'.encode()


LOGOS: Mapping[str, Callable[[], bytes]] = {
    "wide.png": wide_png,
    "tall.jpg": lambda: saved(Image.radial_gradient("L").resize((90, 200)).convert("RGB"), "JPEG"),
    "drawn.svg": svg,
}


@dataclass(frozen=True, slots=True)
class Faced:
    """A workbook with a clinic's face."""

    programme: Programme
    pdf: bytes
    pages: tuple[PageSeen, ...]


@cache
def face(logo: str) -> Face:
    with TemporaryDirectory() as folder:
        if logo:
            (Path(folder) / logo).write_bytes(LOGOS[logo]())
        path = Path(folder) / "clinic.toml"
        path.write_text(WORDS + (f'logo = "{logo}"\n' if logo else ""), encoding="utf-8")
        return read_face(read_clinic_file(path), path)


@cache
def faced(name: str, logo: str) -> Faced:
    choices = {**CHOICES, "grey": {"grey": True}, "large": {"text_size": "large", "name": "Ana Example"}}[name]
    programme = plan_programme(parse_preferences(choices))
    pdf = render(programme, face=face(logo)).pdf
    return Faced(programme, pdf, read_pdf(pdf))


SPREAD = [
    ("default", "wide.png"),
    ("letter", "drawn.svg"),
    ("dates", "tall.jpg"),
    ("12-weeks-letter", "wide.png"),
    ("long-texts", "drawn.svg"),
    ("long-words-letter", "wide.png"),
    ("grey", "wide.png"),
    ("grey", "drawn.svg"),
    ("large", "wide.png"),
    ("large", "tall.jpg"),
]


MEASURED = [
    (name, logo, measure)
    for name, logo in SPREAD
    for measure in MEASURES
    if (name, measure) != ("large", "text_is_large_enough")  # large print has sizes of its own
    if measure != "everything_can_be_measured"  # the pixels of a logo cannot
]


@pytest.mark.parametrize(("name", "logo", "measure"), MEASURED)
def test_every_page_keeps_the_measure(name: str, logo: str, measure: str) -> None:
    pages = faced(name, logo).pages
    assert len(pages) >= 13
    assert [(page.number, fault) for page in pages for fault in MEASURES[measure](page)] == []


@pytest.mark.parametrize(("name", "logo"), SPREAD)
def test_every_file_conforms(name: str, logo: str) -> None:
    assert breaches(faced(name, logo).pdf) == []


@pytest.mark.parametrize(("name", "logo"), SPREAD)
def test_a_listener_misses_nothing_but_the_footer_line(name: str, logo: str) -> None:
    book = faced(name, logo)
    found = faults(book.pdf, book.programme)
    assert [fault for fault in found if FOOTER not in fault] == []


def logos(page: PageSeen) -> list[tuple[float, float, float, float]]:
    """Drawings and pictures in the head of a page, at its right edge."""
    right = max(line.outline.right for line in page.shapes)
    return [
        (box.left, box.top, box.right, box.bottom)
        for box in (*(drawing.outline for drawing in page.drawings), *(patch.area for patch in page.unknown))
        if box.bottom < 26 and box.right > right - 1
    ]


@pytest.mark.parametrize(("name", "logo"), SPREAD[:5])
def test_the_logo_is_in_the_head_of_every_page_with_room_for_it(name: str, logo: str) -> None:
    book = faced(name, logo)
    titles = [next(iter(page.roles("H1"))).words for page in read_structure(book.pdf)]
    for page, title in zip(book.pages, titles, strict=True):
        found = logos(page)
        crowded = title.startswith(("Week ", "Repeat a week")) or (
            title.startswith("Side lunge") and "conti" in page.words
        )
        assert len(found) == (0 if crowded else 1), title
        for left, top, right, bottom in found:
            assert bottom - top <= 12.01
            assert right - left <= 40.01
            assert max(bottom - top, right - left) > 8


@pytest.mark.parametrize(
    ("goal", "pages"),
    [("Walk far", 2), ("Walk to the shops and back with no stop at the bench, and carry it all home", 3)],
)
def test_in_large_print_a_goal_stands_beside_the_title_only_where_a_logo_leaves_room(goal: str, pages: int) -> None:
    programme = plan_programme(parse_preferences({"text_size": "large", "goals": [goal]}))
    with_logo = Face(Clinic(), face("drawn.svg").logo)  # a line at the foot would take the room of a session
    weeks = [page for page in read_pdf(render(programme, face=with_logo).pdf) if page.words.startswith("Week ")]
    assert len(weeks) == pages * len(programme.weeks)
    for page in weeks:
        assert len(logos(page)) == 1, page.words[:30]


@pytest.mark.parametrize("logo", LOGOS)
def test_the_logo_keeps_its_shape_and_is_in_the_file_once(logo: str) -> None:
    book = faced("default", logo)
    _, top, right, bottom = logos(book.pages[0])[0]
    left = logos(book.pages[0])[0][0]
    picture = face(logo).logo
    assert picture
    assert (right - left) / (bottom - top) == pytest.approx(picture.aspect, rel=0.03)
    assert book.pdf.count(picture.stream) == 1


@pytest.mark.parametrize("logo", LOGOS)
def test_the_logo_is_read_out_on_the_cover_alone(logo: str) -> None:
    cover, *others = read_structure(faced("default", logo).pdf)
    assert [figure.alt for figure in cover.roles("Figure")].count("Logo of Riverside Physio") == 1
    assert all("Logo" not in figure.alt for page in others for figure in page.roles("Figure"))
    first = next(element for element in cover.roles("H1", "Figure"))
    assert first.role == "H1"


@pytest.mark.parametrize("choices", [{}, {"paper": "letter", "name": "Ana Example"}, {"text_size": "large"}])
@pytest.mark.parametrize("template", ["handout", "fridge"])
def test_other_templates_have_the_logo_and_read_it_out_once(template: str, choices: Mapping[str, object]) -> None:
    programme = plan_programme(parse_preferences(choices))
    pdf = render(programme, read_template(template), face=face("wide.png")).pdf
    alts = [[figure.alt for figure in page.roles("Figure")] for page in read_structure(pdf)]
    assert [sum("Logo" in alt for alt in page) for page in alts] == [1] + [0] * (len(alts) - 1)
    assert len(logos(read_pdf(pdf)[0])) == 1
    assert breaches(pdf) == []


@pytest.mark.parametrize("logo", LOGOS)
def test_a_logo_stands_between_the_words_and_the_stairs_of_a_week(logo: str) -> None:
    """Where words are long, as before tests, the stairs are narrower."""
    for template, paper in (("log", "letter"), ("handout", "a4"), ("workbook", "a4")):
        programme = plan_programme(parse_preferences({"paper": paper}))
        pages = read_pdf(render(programme, read_template(template), face=face(logo)).pdf, inside_drawings=False)
        weeks = [page for page in pages if re.match(r"Week \d", page.words)]
        assert len(weeks) == 4
        for page in weeks:
            (box,) = [
                box
                for box in (*(drawing.outline for drawing in page.drawings), *(patch.area for patch in page.unknown))
                if box.bottom < 23.2
            ]
            assert box.bottom - box.top > 3.5
            words = [line.ink for line in lines_of(page) if line.ink.top < 22 and line.ink.right > 60]
            assert max(ink.right for ink in words) < box.left - 2
            stairs = [shape.outline.left for shape in page.shapes if shape.is_rect and shape.outline.bottom < 23.3]
            assert min(stairs) > box.right + 1


@pytest.mark.parametrize("logo", LOGOS)
@pytest.mark.parametrize("hand", ["right", "left"])
def test_a_spare_week_has_the_logo_beside_words_that_make_room_for_it(hand: str, logo: str) -> None:
    programme = plan_programme(parse_preferences({"hand": hand}))
    bare, with_logo = (
        next(
            page for page in read_pdf(render(programme, read_template("log"), face=one).pdf) if "Repeat a" in page.words
        )
        for one in (NOBODYS, face(logo))
    )
    boxes = [
        [*(drawing.outline for drawing in page.drawings), *(patch.area for patch in page.unknown)]
        for page in (bare, with_logo)
    ]
    assert [sum(box.bottom < 23.2 for box in found) for found in boxes] == [0, 1]
    assert "when your log says repeat or step back" in bare.words


def streams(pdf: bytes) -> list[StreamObject]:
    reader = PdfReader(BytesIO(pdf))
    objects = objects_of(reader)
    return [thing for thing in objects if isinstance(thing, StreamObject)]


def test_pictures_have_no_mask_and_no_colours_of_a_press() -> None:
    for name, logo, space in (
        ("default", "wide.png", "/DeviceRGB"),
        ("grey", "wide.png", "/DeviceGray"),
        ("dates", "tall.jpg", "/DeviceRGB"),
    ):
        images = [thing for thing in streams(faced(name, logo).pdf) if thing.get("/Subtype") == "/Image"]
        assert [str(image["/ColorSpace"]) for image in images] == [space]
        assert all("/SMask" not in image and "/Mask" not in image for image in images)


def colours(pages: tuple[PageSeen, ...]) -> set[str]:
    shapes = {colour for page in pages for shape in page.shapes for colour in (shape.fill, shape.stroke)}
    return shapes | {piece.colour for page in pages for piece in page.texts}


def test_the_accent_takes_the_place_of_teal_everywhere() -> None:
    found = colours(faced("default", "").pages)
    assert {ACCENT, tint_of(ACCENT)} <= found
    assert found.isdisjoint({theme.TEAL, theme.TINT})
    plain = colours(read_pdf(render(faced("default", "").programme).pdf))
    assert {theme.TEAL, theme.TINT} <= plain
    assert found - {ACCENT, tint_of(ACCENT)} == plain - {theme.TEAL, theme.TINT}


def test_large_print_has_the_logo_the_address_and_the_accent() -> None:
    book = faced("large", "wide.png")
    assert len(logos(book.pages[0])) == 1
    assert sum(len(logos(page)) for page in book.pages) > len(book.pages) / 2
    assert "Bartholomew House" in book.pages[0].words
    assert ACCENT in colours(book.pages)
    assert theme.TEAL not in colours(book.pages)
    # its text asks for a contrast of 7 to 1, which an accent need not have
    assert ACCENT not in {piece.colour for page in book.pages for piece in page.texts}


def test_in_grey_the_accent_is_the_grey_of_the_accent() -> None:
    found = colours(faced("grey", "wide.png").pages)
    assert grey(ACCENT) in found
    assert all(not colour or len({colour[1:3], colour[3:5], colour[5:7]}) == 1 for colour in found)


def test_a_drawn_logo_has_no_colour_in_grey() -> None:
    forms = [thing for thing in streams(faced("grey", "drawn.svg").pdf) if thing.get("/Subtype") == "/Form"]
    assert len(forms) > 5
    for form in forms:
        assert b" rg" not in form.get_data()


def test_name_address_and_phone_stand_on_the_cover() -> None:
    lines = [line.text for line in lines_of(faced("default", "wide.png").pages[0])]
    start = lines.index("Riverside Physio")
    assert lines[start + 1 : start + 7] == [
        "Bartholomew House", "1 Mill Lane", "Old Town", "Riverton", "RV1 2AB", "555 0100",
    ]  # fmt: skip


def test_an_address_without_room_for_its_lines_stands_in_one() -> None:
    words = faced("long-texts", "drawn.svg").pages[0].words
    assert "Bartholomew House, 1 Mill Lane, Old Town, Riverton, RV1 2AB" in words


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        ("default", f"{FOOTER} · Hip rotation workbook"),
        ("dates", f"{FOOTER} · For Ana Example"),
        ("long-words-letter", f"{FOOTER} · Hip rotation workbook"),
    ],
)
def test_the_footer_line_is_on_every_page(name: str, owner: str) -> None:
    logo = {"dates": "tall.jpg"}.get(name, "wide.png")
    for page in faced(name, logo).pages:
        assert lines_of(page)[-3].text == owner


def footers_in_log(name: str, **more: object) -> list[tuple[TextLine, ...]]:
    """The pieces of the footer on each page of a log, which has no cover."""
    programme = plan_programme(parse_preferences({"name": name, **more}))
    pages = read_pdf(render(programme, read_template("log"), face=Face(Clinic(footer=FOOTER))).pdf)
    return [lines_of(page)[-3:] for page in pages]


def test_pages_of_two_digits_have_the_name_that_the_others_have() -> None:
    seen = set()
    for letters in range(18, 27):
        name = "n" * letters
        pages = footers_in_log(name, weeks=9, sessions=1)
        assert len(pages) > 9
        words = {owner.text for owner, *_ in pages[1:]}
        assert len(words) == 1, name
        seen.add(words.pop().replace(name, "name"))
        for owner, plan, number in pages:
            assert min(plan.ink.left - owner.ink.right, number.ink.left - plan.ink.right) > 3.9
    assert seen == {f"{FOOTER} · For name", f"{FOOTER} · Hip rotation workbook"}


def test_without_a_cover_a_long_name_takes_the_place_of_the_line_on_the_first_page() -> None:
    name = "Wilhelmina Featherstonehaugh-Cholmondeley"
    first, *others = (owner.text for owner, *_ in footers_in_log(name))
    assert first == f"Hip rotation workbook, for {name}"
    assert set(others) == {f"{FOOTER} · Hip rotation workbook"}


def test_the_programme_and_its_number_stay_the_same() -> None:
    plain = plan_programme(parse_preferences(CHOICES["default"]))
    assert f"Plan {plain.id}, version" in faced("default", "wide.png").pages[0].words


def test_without_a_clinic_file_nothing_changes() -> None:
    programme = faced("default", "").programme
    assert render(programme).pdf == render(programme, face=Face()).pdf


def test_the_same_clinic_gives_the_same_bytes() -> None:
    book = faced("default", "drawn.svg")
    assert render(book.programme, face=face("drawn.svg")).pdf == book.pdf
