"""A clinic's letterhead and leaflets in a whole workbook: pages make room, and what cannot be is refused or said."""

import re
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from hipplan.checking.lines import lines_of
from hipplan.checking.reading import read_pdf
from hipplan.checking.seen import PageSeen
from hipplan.errors import FileProblemError, PreferencesError
from hipplan.pdf.leaflets import read_leaflets
from hipplan.pdf.letterhead import read_letterhead
from hipplan.plan.preferences import parse_preferences
from hipplan.plan.progression import plan_programme
from hipplan.workbook.clinic import Clinic, SafeArea
from hipplan.workbook.document import Workbook, render
from hipplan.workbook.stationery import Stationery, read_stationery
from hipplan.workbook.template import read_template
from hipplan.workbook.theme import PAPERS
from measuring import measures
from measuring.accessible import breaches, faults
from measuring.foreign import A4, LETTER, leaflet, letterhead, put, untagged

BAND = "lies on a drawing at 0.0"  # the letterhead itself, which is as large as the page
MEASURES = (
    measures.drawings_keep_clear_of_text,
    measures.text_is_not_painted_over,
    measures.no_line_runs_through_text,
    measures.no_text_overlaps_another,
    measures.letters_are_whole,
    measures.boxes_have_room_for_a_pen,
)


def made(
    choices: Mapping[str, object], safe: SafeArea, *, everywhere: bool = False, template: str = "workbook"
) -> Workbook:
    paper = LETTER if choices.get("paper") == "letter" else A4
    papers = Stationery(
        letterhead=read_letterhead(letterhead(paper), "head.pdf", paper),
        everywhere=everywhere,
        safe=safe,
        leaflets=read_leaflets([("leaf.pdf", leaflet())]),
        origin="clinic.toml",
    )
    return render(plan_programme(parse_preferences(choices)), read_template(template), stationery=papers)


def highest(page: PageSeen) -> float:
    ours = [piece.ink.top for piece in page.texts if piece.text.strip() != "Riverside Physio"]
    return min(ours)


@pytest.mark.parametrize(
    ("choices", "template", "everywhere", "top"),
    [
        ({}, "workbook", False, 45),
        ({"paper": "letter"}, "workbook", False, 35),
        ({"weeks": 2}, "workbook", True, 35),
        ({"weeks": 2, "paper": "letter"}, "workbook", True, 20),
        ({"weeks": 2, "paper": "letter"}, "log", True, 35),
        ({}, "fridge", True, 35),
        ({}, "handout", True, 30),
        ({"text_size": "large", "weeks": 1}, "workbook", True, 30),
    ],
)
def test_pages_make_room_and_keep_their_measures(
    choices: Mapping[str, object], template: str, top: float, *, everywhere: bool
) -> None:
    workbook = made(choices, SafeArea(top=top, bottom=12), everywhere=everywhere, template=template)
    ours = read_pdf(workbook.pdf)[: workbook.pages - 2]
    on_it = ours if everywhere else ours[:1]
    assert on_it
    assert all(highest(page) >= top - 0.3 for page in on_it)
    found = [fault for page in on_it for measure in MEASURES for fault in measure(page) if BAND not in fault]
    assert found == []
    assert breaches(workbook.pdf) == []
    assert workbook.notes == ()


def test_only_the_cover_has_it_unless_all_are_asked_for() -> None:
    for everywhere in (False, True):
        workbook = made({"weeks": 1}, SafeArea(top=30), everywhere=everywhere)
        texts = [page.extract_text() for page in PdfReader(BytesIO(workbook.pdf)).pages[: workbook.pages - 2]]
        on_it = ["Riverside Physio" in text for text in texts]
        assert on_it == [True, *[everywhere] * (len(texts) - 1)]


def test_our_pages_are_heard_as_without_them() -> None:
    programme = plan_programme(parse_preferences({"weeks": 1, "sessions": 1}))
    workbook = made({"weeks": 1, "sessions": 1}, SafeArea(top=30))
    known = ("has the text", "is read to nobody")
    assert [fault for fault in faults(workbook.pdf, programme) if not fault.endswith(known)] == []


def test_what_does_not_fit_is_refused_by_its_page() -> None:
    with pytest.raises(PreferencesError) as refused:
        made({}, SafeArea(top=90))
    (line,) = refused.value.problems
    assert line.startswith("clinic.toml: safe_area: page 1 (")
    assert re.search(r"does not fit beside it; make top smaller(?: by \d+ mm)?$", line)
    with pytest.raises(PreferencesError, match=r'safe_area: page \d+ .* or say letterhead_pages = "cover"'):
        made({}, SafeArea(top=60), everywhere=True)


@pytest.mark.parametrize("size", ["standard", "large"])
@pytest.mark.parametrize("everywhere", [True, False])
@pytest.mark.parametrize(
    ("safe", "edges"),
    [
        (SafeArea(left=50, right=50, top=12), "left or right"),
        (SafeArea(top=100, bottom=60, left=45, right=45), "(top or bottom or )?left or right|top or bottom"),
    ],
)
def test_the_refusal_names_the_numbers_to_make_smaller(
    safe: SafeArea, edges: str, size: str, *, everywhere: bool
) -> None:
    with pytest.raises(PreferencesError) as refused:
        made({"text_size": size, "weeks": 1}, safe, everywhere=everywhere)
    (line,) = refused.value.problems
    first = "page 1 (" in line
    way = ', or say letterhead_pages = "cover"' if everywhere and not first else ""
    page = r"(page \d+ \(.+\)|a page)"
    amount = r"( by \d+ mm| \(16 mm at a side always fits\))?"
    assert re.fullmatch(
        rf"clinic.toml: safe_area: {page} does not fit beside it; make ({edges}) smaller{amount}{way}", line
    )
    assert ("left or right" in line) == ("always fits" in line or "smaller by" in line)


@pytest.mark.parametrize("size", ["standard", "large"])
def test_what_a_refusal_says_always_fits_does(size: str) -> None:
    for safe, fits in ((SafeArea(left=50, right=40), False), (SafeArea(left=16, right=16), True)):
        with nullcontext() if fits else pytest.raises(PreferencesError, match="16 mm at a side always fits"):
            assert made({"text_size": size}, safe, everywhere=True).pages > 15


def test_the_cover_is_no_way_out_where_the_first_page_is_none() -> None:
    for template in ("handout", "log"):
        with pytest.raises(PreferencesError, match=r"smaller( by \d+ mm| \(16 mm at a side always fits\))$"):
            made({"text_size": "large", "weeks": 1}, SafeArea(left=50, right=40), everywhere=True, template=template)


def test_without_a_safe_area_it_is_said_that_words_may_meet() -> None:
    workbook = made({"weeks": 1}, SafeArea())
    assert workbook.notes == (
        "clinic.toml: no safe_area, so our words may stand on those of the letterhead; give its room",
    )


def test_the_same_papers_give_the_same_bytes() -> None:
    assert made({"weeks": 1}, SafeArea(top=30)).pdf == made({"weeks": 1}, SafeArea(top=30)).pdf


@pytest.mark.parametrize("key", ["letterhead", "leaflets"])
def test_files_that_are_not_there_are_named_with_their_key(key: str, tmp_path: Path) -> None:
    missing = tmp_path / "gone.pdf"
    clinic = Clinic.model_validate({key: missing if key == "letterhead" else (missing,)})
    with pytest.raises(FileProblemError) as refused:
        read_stationery(clinic, Path("clinic.toml"), PAPERS["a4"])
    assert refused.value.problems == (f"clinic.toml: {key}: {missing}: no such file; check the name",)


def test_the_command_takes_them_from_the_clinic_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from hipplan.cli import main  # noqa: PLC0415 - the command line brings in all the rest

    monkeypatch.chdir(tmp_path)
    put(tmp_path, head=letterhead(), good=leaflet(), plain=untagged(), wide=letterhead(LETTER))
    clinic = 'letterhead = "head.pdf"\nsafe_area = { top = 30 }\nleaflets = ["good.pdf", "plain.pdf"]\n'
    Path("clinic.toml").write_text(clinic, encoding="utf-8")
    ask = _asking(main, capsys)
    code, errors = ask("build", "--weeks", "1", "--template", "log", "--clinic-file", "clinic.toml", "--quiet")
    assert (code, errors) == (0, "plain.pdf: has no tags, so the file is not declared PDF/UA-1 or PDF/A-2a\n")
    marks = PdfReader("hip-plan.pdf").outline
    assert [mark.title for mark in marks if not isinstance(mark, list)][-2:] == ["Back care", "plain"]
    Path("clinic.toml").write_text('letterhead = "wide.pdf"', encoding="utf-8")
    code, errors = ask("build", "--weeks", "1", "--clinic-file", "clinic.toml", "--force")
    assert code == 5
    assert errors.count("\n") == 1
    assert "wide.pdf: its page is Letter (216 x 279 mm), the workbook's A4 (210 x 297 mm); save it for" in errors


def _asking(main: Callable[..., object], capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    def ask(*words: str) -> tuple[int, str]:
        with pytest.raises(SystemExit) as ended:
            main(words)
        return int(ended.value.code or 0), capsys.readouterr().err

    return ask


def test_sources_beside_a_letterhead_stay_on_one_page_of_letter() -> None:
    """What ends them stands side by side there; it was alone on a second page."""
    book = made({"paper": "letter", "weeks": 1}, SafeArea(top=22, bottom=10), everywhere=True)
    [page] = [page for page in read_pdf(book.pdf) if "Sources and our choices" in page.words]
    [limit] = [piece.ink.top for piece in page.texts if piece.text.startswith("What this book is not")]
    [care] = [piece.ink.top for piece in page.texts if piece.text.startswith("This book is not a substitute")]
    assert abs(limit - care) < 1


def test_goals_on_a_log_begin_at_the_same_edge_each_on_its_line() -> None:
    book = made({"weeks": 1, "goals": ["Walk", "Swim"]}, SafeArea(top=26), everywhere=True, template="log")
    lines = [line.text for line in lines_of(read_pdf(book.pdf)[0])]
    place = lines.index("This plan is not a substitute for care.")
    assert lines[place + 1 : place + 3] == ["Goal 1: Walk", "Goal 2: Swim"]
