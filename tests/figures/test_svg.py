"""The reader takes what the generator writes, and refuses whatever is outside the subset."""

from zlib import decompress

import pytest

from hipplan.figures.svg import Drawing, DrawingError, read_svg

HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-20.5 -60 40 65.5" width="14.1mm" height="23.1mm"'
    ' data-side="left" data-scale="96" data-mark-left="-7.6 4.9" data-mark-1="0 -30" data-floor="line">'
)
WORDS = "<title>Stand tall</title><desc>One-leg hinge, start.</desc>"
SQUARE = '<path d="M -10 0 L 10 0 L 10 -50.5 L -10 -50.5 Z M -2 -2 L 2 -2 L 2 -9 Z" fill="#CC5216"/>'
CURVE = '<path d="M 0 0 C 1 2 3.5 -4 5 6" fill="none" stroke="#1F2933" stroke-width="0.75" stroke-dasharray="2 1.5"/>'


def svg(body: str = SQUARE, head: str = HEAD) -> str:
    return f"{head}\n{WORDS}\n{body}\n</svg>\n"


def read(text: str) -> Drawing:
    return read_svg(text, "clam-1-A")


def operators(drawing: Drawing) -> list[str]:
    return decompress(drawing.form.stream).decode().splitlines()


def test_a_picture_says_where_its_floor_is_which_side_it_shows_and_what() -> None:
    drawing = read(svg())
    view = drawing.view
    assert (view.x, view.y, view.right, view.bottom) == (-20.5, -60, 19.5, 5.5)
    assert (drawing.side, drawing.scale, drawing.on_floor) == ("left", 96, True)
    assert dict(drawing.marks) == {"left": (-7.6, 4.9), "1": (0, -30)}
    assert (drawing.title, drawing.description) == ("Stand tall", "One-leg hinge, start.")


def test_paths_become_painting_operators_in_their_order() -> None:
    assert operators(read(svg(SQUARE + CURVE))) == [
        "1 J 1 j",
        "0.8 0.3216 0.08627 rg",
        "-10 0 m 10 0 l 10 -50.5 l -10 -50.5 l h -2 -2 m 2 -2 l 2 -9 l h f*",
        "0.1216 0.1608 0.2 RG",
        "0.75 w",
        "[2 1.5] 0 d",
        "0 0 m 1 2 3.5 -4 5 6 c S",
    ]


def test_paint_that_stays_the_same_is_said_once_and_dashes_end() -> None:
    solid = '<path d="M 0 0 L 5 5 Z" fill="#CC5216" stroke="#1F2933" stroke-width="0.75"/>'
    lines = operators(read(svg(CURVE + solid + solid)))
    assert [line.split(" ")[-1] for line in lines] == ["j", "RG", "w", "d", "S", "rg", "d", "B*", "B*"]
    assert "[] 0 d" in lines


def test_a_picture_may_lack_side_marks_and_words() -> None:
    drawing = read('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 -9 9 9">' + SQUARE + "</svg>")
    assert (drawing.side, dict(drawing.marks), drawing.on_floor, drawing.title) == (None, {}, False, "")


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ('<path d="m 0 0 l 1 1" fill="#CC5216"/>', "d is outside"),
        ('<path d="M 0 0 1 1" fill="#CC5216"/>', "d is outside"),
        ('<path d="M 0 0 Q 1 1 2 2" fill="#CC5216"/>', "d is outside"),
        ('<path d="M 0 0 C 1 1 2 2" fill="#CC5216"/>', "d is outside"),
        ('<path d="M 0,0 L 1,1" fill="#CC5216"/>', "d is outside"),
        ('<path d="M 0  0 L 1 1" fill="#CC5216"/>', "d is outside"),
        ('<path d="M 1e3 0 L 1 1" fill="#CC5216"/>', "d is outside"),
        ('<path d="L 0 0 L 1 1" fill="#CC5216"/>', "d is outside"),
        ('<path d="M 0 0 L 1 1) Tj" fill="#CC5216"/>', "d is outside"),
        ('<path d="" fill="#CC5216"/>', "d is outside"),
        ('<path fill="#CC5216"/>', "should have path data"),
        ('<path d="M 0 0 L 1 1" fill="red"/>', "fill is outside"),
        ('<path d="M 0 0 L 1 1" fill="#CC5"/>', "fill is outside"),
        ('<path d="M 0 0 L 1 1"/>', "painted with nothing"),
        ('<path d="M 0 0 L 1 1" fill="none"/>', "painted with nothing"),
        ('<path d="M 0 0 L 1 1" fill="#CC5216" transform="scale(2)"/>', "attribute transform"),
        ('<path d="M 0 0 L 1 1" fill="#CC5216" style="x"/>', "attribute style"),
        ('<path d="M 0 0 L 1 1" fill="#CC5216" onclick="x"/>', "attribute onclick"),
        ('<path d="M 0 0 L 1 1" stroke="#CC5216" stroke-width="2mm"/>', "stroke-width is outside"),
        ('<path d="M 0 0 L 1 1" stroke="#CC5216" stroke-width="1" stroke-dasharray="2,1"/>', "dasharray is outside"),
        ('<path d="M 0 0 L 1 1" fill="#CC5216">words</path>', "and no text"),
        (f'<path d="M 0 0 L 1 1" fill="#CC5216">{WORDS}</path>', "holds more"),
        (f"<g>{SQUARE}</g>", "holds more"),
        ("<g/>", "g is outside"),
        ("<text>L</text>", "text is outside"),
        ('<rect width="3" height="3"/>', "rect is outside"),
        ('<image href="file:///etc/passwd"/>', "image is outside"),
        (f'<title lang="en">x</title>{SQUARE}', "title is outside"),
        (f"{SQUARE}words", "holds more"),
        ("", "draws nothing"),
    ],
)
def test_a_shape_outside_the_subset_is_refused_by_name(path: str, fault: str) -> None:
    with pytest.raises(DrawingError, match=rf"^clam-1-A: .*{fault}"):
        read(svg(path))


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ('viewBox="-20.5 -60 40 65.5"', "", "no viewBox"),
        ('viewBox="-20.5 -60 40 65.5"', 'viewBox="0 0 0 9"', "viewBox is empty"),
        ('viewBox="-20.5 -60 40 65.5"', 'viewBox="0 0 9"', "viewBox is outside"),
        ('data-side="left"', 'data-side="middle"', "data-side is outside"),
        ('data-mark-1="0 -30"', 'data-mark-1="0"', "data-mark-1 is outside"),
        ('data-floor="line"', 'data-floor="yes"', "data-floor is outside"),
        ('width="14.1mm"', 'width="100%"', "width is outside"),
        ('width="14.1mm"', 'onload="x"', "attribute onload"),
        (' xmlns="http://www.w3.org/2000/svg"', "", "usual namespace"),
        ("<svg", "<?xml version='1.0'?><svg", "no declaration"),
        ("<svg", "<!DOCTYPE svg><svg", "no declaration"),
        ("<svg", '<!DOCTYPE svg [<!ENTITY a "b">]><svg', "no declaration"),
        ("<svg", "<!-- words --><svg", "no declaration"),
        (' data-scale="96"', "", ""),
    ],
)
def test_a_head_outside_the_subset_is_refused_by_name(before: str, after: str, fault: str) -> None:
    text = svg(head=HEAD.replace(before, after))
    assert text != svg()
    if not fault:
        assert read(text).scale == 96
        return
    with pytest.raises(DrawingError, match=rf"^clam-1-A: .*{fault}"):
        read(text)


@pytest.mark.parametrize("text", ["", "words", svg()[:-9], svg("<path"), svg("&lt;&a;")])
def test_what_is_not_well_formed_is_refused(text: str) -> None:
    with pytest.raises(DrawingError, match=r"^clam-1-A: is not well-formed"):
        read(text)
