import io
from functools import cache

import pypdfium2 as pdfium
import pytest
from pypdf import PdfReader

from hipplan.errors import PlanRefusedError, PreferencesError
from hipplan.pdf.metadata import read_mark
from hipplan.plan.preferences import Preferences
from hipplan.plan.progression import plan_programme
from hipplan.workbook.document import Workbook, mark, render

PT = 25.4 / 72
SPREAD = {
    "default": {},
    "letter 12 weeks": {
        "weeks": 12,
        "level": "intermediate",
        "equipment": ("mini-band", "dumbbell"),
        "paper": "letter",
    },
    "six sessions": {"sessions": 6, "level": "intermediate", "precautions": ("knee-pain",)},
    "sides": {"log_detail": "sides", "first_side": "left"},
    "simple": {"log_detail": "simple", "weeks": 1, "sessions": 1},
    "inward, 16 weeks": {
        "inward": True,
        "weeks": 16,
        "level": "intermediate",
        "equipment": ("mini-band", "kettlebell"),
    },
    "left out": {"precautions": ("falls-risk",), "paper": "letter", "pain_ok": 0, "pain_stop": 1},
    "long texts": {
        "name": "W" * 80,
        "clinic": "Long name " * 7,
        "phone": "9" * 30,
        "notes": "word " * 120,
        "paper": "letter",
    },
}


@cache
def built(name: str) -> Workbook:
    return render(plan_programme(Preferences(**SPREAD[name])))


def texts(pdf: bytes) -> list[tuple[int, float, float, float, float]]:
    """Page number and bounding box of every text object, in millimetres from the lower left."""
    return [
        (number, *(edge * PT for edge in thing.get_bounds()))
        for number, page in enumerate(pdfium.PdfDocument(pdf))
        for thing in page.get_objects()
        if thing.type == pdfium.raw.FPDF_PAGEOBJ_TEXT
    ]


def sizes(pdf: bytes) -> set[float]:
    return {
        float(operands[1])
        for page in PdfReader(io.BytesIO(pdf)).pages
        for operands, operator in page.get_contents().operations
        if operator == b"Tf"
    }


@pytest.mark.parametrize("name", SPREAD)
def test_no_text_leaves_the_margins(name: str) -> None:
    width, height = (215.9, 279.4) if SPREAD[name].get("paper") == "letter" else (210, 297)
    found = texts(built(name).pdf)
    assert len(found) > 200
    for number, left, bottom, right, top in found:
        assert left >= 15.9, number
        assert right <= width - 15.9, number
        assert bottom >= 12.5, number
        assert top <= height - 12.9, number


@pytest.mark.parametrize("name", SPREAD)
def test_no_text_is_smaller_than_9_5_points(name: str) -> None:
    found = sizes(built(name).pdf)
    assert found
    assert min(found) >= 9.5


@pytest.mark.parametrize("name", SPREAD)
def test_every_font_is_atkinson_embedded_and_subset(name: str) -> None:
    fonts = {}
    for page in PdfReader(io.BytesIO(built(name).pdf)).pages:
        fonts |= page["/Resources"]["/Font"]
    assert fonts
    for font in fonts.values():
        base = font.get_object()
        assert "+AtkinsonHyperlegible" in base["/BaseFont"]
        assert "/FontFile2" in base["/FontDescriptor"]


@pytest.mark.parametrize("name", SPREAD)
def test_every_page_carries_its_number_and_the_plan(name: str) -> None:
    workbook = built(name)
    programme = plan_programme(Preferences(**SPREAD[name]))
    reader = PdfReader(io.BytesIO(workbook.pdf))
    assert len(reader.pages) == workbook.pages
    for number, page in enumerate(reader.pages, start=1):
        text = page.extract_text()
        assert f"Page {number} of {workbook.pages}" in text
        assert f"Plan {programme.id}, version" in text
        assert "\x00" not in text


def test_week_pages_print_the_doses_of_the_programme() -> None:
    programme = plan_programme(Preferences())
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(built("default").pdf)).pages]
    for week in programme.weeks:
        (page,) = [text for text in pages if text.startswith(f"Week {week.number} of") and "what next?" in text]
        for session in week.sessions:
            for done in session.prescriptions:
                wanted = f"{done.sets} \N{MULTIPLICATION SIGN} {done.reps} each side"
                assert page.count(wanted) >= len(week.sessions)


def test_the_stop_signs_come_before_any_exercise() -> None:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(built("default").pdf)).pages]
    signs = next(number for number, text in enumerate(pages) if "Do not start if" in text)
    moves = next(number for number, text in enumerate(pages) if "How to do it" in text)
    assert signs < moves
    for word in ("fall", "fever", "weight loss", "bladder", "groin", "under 18", "calf", "chest pain", "steroids"):
        assert word in pages[signs]


def test_the_emergency_number_and_the_phone_are_printed_as_given() -> None:
    preferences = Preferences(emergency="112", phone="01632 960 123", name="<b>{Ana}</b> **x**")
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(render(plan_programme(preferences)).pdf)).pages]
    assert "Call 112 or go" in pages[1]
    assert "<b>{Ana}</b> **x**" in pages[0]
    strips = [text for text in pages if "Stop the set for" in text]
    assert len(strips) >= 10
    assert all("Call 01632 960 123" in text for text in strips)


def test_what_is_left_out_is_on_the_cover_with_the_reason() -> None:
    programme = plan_programme(Preferences(**SPREAD["left out"]))
    cover = " ".join(PdfReader(io.BytesIO(built("left out").pdf)).pages[0].extract_text().split())
    assert programme.left_out
    for left in programme.left_out:
        assert left.because.rstrip(".") in cover


def test_a_letter_that_the_typeface_lacks_is_refused_without_repeating_the_name() -> None:
    with pytest.raises(PreferencesError) as caught:
        render(plan_programme(Preferences(name="Иван")))
    assert "name: has letters that the typeface lacks" in str(caught.value)
    assert "Иван" not in str(caught.value)


def test_same_programme_same_bytes() -> None:
    assert render(plan_programme(Preferences())).pdf == built("default").pdf


def test_the_default_workbook_is_small_and_says_what_it_is() -> None:
    pdf = built("default").pdf
    reader = PdfReader(io.BytesIO(pdf))
    assert len(pdf) <= 200_000
    assert reader.metadata.title == "Hip rotation workbook"
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"
    assert read_mark(pdf) == mark(plan_programme(Preferences()))
    pages = [reader.get_destination_page_number(entry) for entry in reader.outline]
    assert pages == sorted(pages)
    assert len(pages) == len(reader.pages)


@pytest.mark.parametrize("seed", range(12))
def test_random_preferences_give_a_workbook_or_a_refusal(seed: int) -> None:
    kit = [("mini-band",), ("dumbbell", "step"), ()][seed % 3]
    sessions = seed % 6 + 1
    level = "intermediate" if sessions > 3 or seed % 2 else "novice"
    precautions = (("osteoporosis",), ("hip-osteoarthritis", "knee-pain"), (), ("under-18",))[seed % 4]
    preferences = Preferences(
        weeks=seed + 3,
        sessions=sessions,
        level=level,
        equipment=kit,
        precautions=precautions,
        inward=seed % 2 == 0,
        paper="letter" if seed % 3 else "a4",
    )
    try:
        programme = plan_programme(preferences)
    except PlanRefusedError:
        return
    assert render(programme).pages >= 12
