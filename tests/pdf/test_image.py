"""Logos of all kinds are read; what is hostile or broken ends in one clear line, in little time and memory."""

import resource
import struct
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from hipplan.errors import FileProblemError
from hipplan.pdf.form import Form
from hipplan.pdf.image import FINEST, read_picture
from hipplan.pdf.raster import Raster, grey_raster

MOST_SECONDS, MOST_MEGABYTES = 10, 400


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, rows: bytes = b"", *, depth: int = 8, kind: int = 2, more: bytes = b"") -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + more + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **how)
    return file.getvalue()


def svg(body: str, view: str = "0 0 10 10") -> bytes:
    space = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'<svg {space} viewBox="{view}">{body}</svg>'.encode()


SQUARE = '<rect width="1" height="1"/>'


def coloured() -> Image.Image:
    return Image.radial_gradient("L").resize((60, 30)).convert("RGB")


def uses_in_uses() -> bytes:
    levels = "".join(f'<g id="g{n}">' + f'<use href="#g{n - 1}"/>' * 10 + "</g>" for n in range(1, 7))
    return svg(f'<g id="g0">{SQUARE}</g>{levels}')


def text_bomb() -> bytes:
    bomb = chunk(b"zTXt", b"a\0\0" + zlib.compress(b"\0" * 100_000_000))
    return png(1, 1, b"\0" * 4, more=bomb * 2)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "144 megapixels": (lambda: png(12_000, 12_000, bytes(1501) * 12_000, depth=1, kind=0), "more than 16 million"),
    "more pixels than a machine has": (lambda: png(2**31 - 1, 2**31 - 1), "more than 16 million pixels"),
    "a PNG of no size": (lambda: png(0, 5), "damaged or cut short"),
    "a PNG cut short": (lambda: saved(coloured(), "PNG")[:-40], "damaged or cut short"),
    "a PNG of noise": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "damaged or cut short"),
    "a PNG with bombs of text": (text_bomb, "damaged or cut short"),
    "a JPEG cut short": (lambda: saved(coloured(), "JPEG")[:-60], "damaged or cut short"),
    "a JPEG of two bytes more than a name": (lambda: b"\xff\xd8\xff\xe0\0", "damaged or cut short"),
    "a JPEG of many scans": (lambda: saved(coloured(), "JPEG") + b"\xff\xda\0\x02" * 200, "too many layers"),
    "a JPEG for a press": (lambda: saved(coloured().convert("CMYK"), "JPEG"), "save it as RGB"),
    "a strip": (lambda: saved(Image.new("RGB", (2000, 20)), "PNG"), "more than 12 times as long as wide"),
    "an empty file": (lambda: b"", "empty"),
    "a GIF": (lambda: saved(coloured(), "GIF"), "not a PNG, JPEG or SVG picture"),
    "a PDF": (lambda: b"%PDF-1.7", "not a PNG, JPEG or SVG picture"),
    "words": (lambda: b"my logo", "not a PNG, JPEG or SVG picture"),
    "a huge file": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(11_000_000), "larger than 10 MB"),
    "a web page": (lambda: b"<html></html>", "not a PNG, JPEG or SVG picture"),
    "a huge SVG": (lambda: svg(SQUARE * 40_000), "larger than 1 MB"),
    "an SVG with a DOCTYPE": (lambda: b"<!DOCTYPE svg>" + svg(SQUARE), "a DOCTYPE"),
    "an SVG with entities": (
        lambda: b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + svg("&b;"),
        "a DOCTYPE",
    ),
    "an SVG in UTF-16": (lambda: svg(SQUARE).decode().encode("utf-16"), "not UTF-8 text"),
    "an SVG that says it is UTF-7": (
        lambda: b'<?xml version="1.0" encoding="UTF-7"?>' + svg("+ADwAIQ-DOCTYPE"),
        "draws nothing",
    ),
    "an SVG with a style sheet": (lambda: b'<?xml-stylesheet href="a.css"?>' + svg(SQUARE), "style sheet"),
    "an SVG that names another": (lambda: svg('<use xlink:href="other.svg#a"/>'), "refers to other files"),
    "an SVG that names a page": (lambda: svg('<use href="https://example.org/a.svg#a"/>'), "refers to other files"),
    "an SVG with a picture": (lambda: svg('<image xlink:href="/etc/passwd" width="9" height="9"/>'), "with image"),
    "an SVG that imports": (lambda: svg(f"<style>@import 'a.css';</style>{SQUARE}"), "style rules"),
    "an SVG slow to match": (lambda: svg(f"<style>{'* ' * 9000}{{fill:red}}</style>{SQUARE}"), "style rules"),
    "an SVG with words": (lambda: svg("<text>Logo</text>"), "with text"),
    "an SVG with a script": (lambda: svg("<script>alert(1)</script>"), "with script"),
    "an SVG with a gradient": (lambda: svg('<rect width="9" height="9" fill="url(#a)"/>'), "a gradient"),
    "an SVG one sees through": (lambda: svg('<rect width="9" height="9" opacity=".5"/>'), "see through"),
    "an SVG styled to be seen through": (lambda: svg(f"<style>rect{{opacity:.5}}</style>{SQUARE}"), "see through"),
    "an SVG with a million nested uses": (uses_in_uses, "parts that it repeats too often"),
    "an SVG with a million uses": (
        lambda: svg('<rect id="a" width="1" height="1"/>' + '<use href="#a"/>' * 1_000_000),
        "larger than 10 MB",
    ),
    "an SVG in a circle": (lambda: svg('<g id="a"><use href="#a"/></g>'), "in a circle"),
    "an SVG of great depth": (lambda: svg("<g>" * 100_000 + "</g>" * 100_000), "nested deeper"),
    "an SVG with dashes of no length": (
        lambda: svg('<rect width="9" height="9" stroke="red" stroke-dasharray="1e-9 1e-9"/>'),
        "lines or colours",
    ),
    "an SVG of no size": (lambda: svg(SQUARE, "0 0 0 0"), "no size"),
    "an SVG of numbers that are none": (lambda: svg('<rect width="1e999" height="nan"/>'), "cannot be drawn"),
    "an SVG that draws nothing": (lambda: svg(""), "draws nothing"),
    "an SVG cut short": (lambda: svg(SQUARE)[:-9], "damaged"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_picture_ends_in_one_clear_line_soon(tmp_path: Path, name: str) -> None:
    make, words = HOSTILE[name]
    path = tmp_path / "logo"
    path.write_bytes(make())
    start = time.monotonic()
    with pytest.raises(FileProblemError) as caught:
        read_picture(path)
    assert time.monotonic() - start < MOST_SECONDS
    [line] = caught.value.problems
    assert line.startswith(f"{path}: ")
    assert words in line
    assert "\n" not in line
    assert len(line) - len(str(path)) < 150


@pytest.mark.parametrize("name", ["144 megapixels", "largest", "most shapes", "longest path"])
def test_the_worst_pictures_cost_little_memory_and_time(tmp_path: Path, name: str) -> None:
    path = tmp_path / "logo"
    largest = {
        "largest": lambda: saved(Image.new("RGBA", (4000, 4000), (9, 80, 99, 128)), "PNG"),
        "most shapes": lambda: svg(SQUARE * 9_000),
        "longest path": lambda: svg(f'<path d="M0 0{"a1 1 0 0 1 1 1" * 34_000}" fill="none" stroke="red"/>'),
    }
    path.write_bytes(largest[name]() if name in largest else HOSTILE[name][0]())
    code = (
        "import sys; from pathlib import Path; from hipplan.errors import HipplanError\n"
        "from hipplan.pdf.image import read_picture\n"
        "try: read_picture(Path(sys.argv[1]))\n"
        "except HipplanError: pass\n"
        "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    limit = (MOST_SECONDS, MOST_SECONDS)
    # a small process between: what the tests themselves hold would count as its child's own when it starts
    between = "import subprocess, sys; sys.exit(subprocess.run(sys.argv[1:]).returncode)"
    result = subprocess.run(
        [sys.executable, "-c", between, sys.executable, "-c", code, str(path)],
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, limit),
    )
    assert int(result.stdout) < MOST_MEGABYTES


@pytest.mark.parametrize("name", ["none.png", "."])
def test_what_is_no_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(FileProblemError, match=r"no such file|not an ordinary file"):
        read_picture(tmp_path / name)


def test_a_device_is_not_read() -> None:
    with pytest.raises(FileProblemError, match="not an ordinary file"):
        read_picture(Path("/dev/zero"))


def pixels(picture: Raster | Form) -> bytes:
    assert isinstance(picture, Raster)
    found = zlib.decompress(picture.stream)
    assert len(found) == picture.width * picture.height * (1 if picture.grey else 3)
    return found


def read(folder: Path, data: bytes) -> Raster | Form:
    path = folder / "logo"
    path.write_bytes(data)
    return read_picture(path)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_read(tmp_path: Path, mode: str) -> None:
    source = Image.new("I;16", (60, 30), 40_000) if mode == "I;16" else coloured().convert(mode)
    picture = read(tmp_path, saved(source, "PNG"))
    assert isinstance(picture, Raster)
    assert (picture.width, picture.height) == (60, 30)
    assert picture.grey == (mode in {"1", "L", "I;16"})
    assert len(set(pixels(picture))) == (1 if mode == "I;16" else 2) or mode not in {"1", "I;16"}
    if mode == "I;16":
        assert pixels(picture)[0] == 40_000 // 257


@pytest.mark.parametrize("how", [{}, {"progressive": True}])
def test_jpegs_are_read_plain_and_progressive(tmp_path: Path, how: dict[str, object]) -> None:
    assert len(pixels(read(tmp_path, saved(coloured(), "JPEG", **how)))) == 60 * 30 * 3
    grey = read(tmp_path, saved(coloured().convert("L"), "JPEG", **how))
    assert isinstance(grey, Raster)
    assert grey.grey


def test_what_one_sees_through_is_laid_on_white(tmp_path: Path) -> None:
    source = Image.new("RGBA", (20, 20), (0, 0, 0, 0))
    source.putpixel((0, 0), (255, 0, 0, 255))
    source.putpixel((1, 0), (255, 0, 0, 128))
    found = pixels(read(tmp_path, saved(source, "PNG")))
    assert found[:9] == bytes([255, 0, 0, 255, 127, 127, 255, 255, 255])


def test_a_large_picture_is_made_as_small_as_print_needs(tmp_path: Path) -> None:
    picture = read(tmp_path, saved(Image.new("RGB", (4000, 2000), "navy"), "PNG"))
    assert isinstance(picture, Raster)
    assert (picture.width, picture.height) == (720, 360)
    assert picture.height <= FINEST[1]
    assert pixels(picture)[:3] == bytes([0, 0, 128])


def test_a_picture_lying_on_its_side_is_put_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    picture = read(tmp_path, saved(coloured(), "JPEG", exif=exif))
    assert isinstance(picture, Raster)
    assert (picture.width, picture.height) == (30, 60)


def test_a_grey_picture_is_one_of_brightness(tmp_path: Path) -> None:
    picture = read(tmp_path, saved(Image.new("RGB", (4, 4), "#0B6E69"), "PNG"))
    assert isinstance(picture, Raster)
    grey = grey_raster(picture)
    assert grey.grey
    assert pixels(grey) == bytes([80]) * 16


def operators(picture: Raster | Form) -> str:
    assert isinstance(picture, Form)
    return zlib.decompress(picture.stream).decode("ascii")


def test_an_svg_becomes_a_drawing_of_paths(tmp_path: Path) -> None:
    body = (
        "<title>Logo</title><metadata><anything/></metadata><style>.a{fill:#336699}</style>"
        '<defs><g id="d"><circle r="2"/></g></defs>'
        '<rect class="a" width="10" height="10" rx="2"/>'
        '<use xlink:href="#d" x="15" y="5"/><use href="#d" x="18" y="5"/>'
    )
    picture = read(tmp_path, svg(body, "0 0 20 10"))
    found = operators(picture)
    assert picture.aspect == pytest.approx(2)
    assert found.count("\nf") == 3
    assert ".2 .4 .6 rg" in found
    assert "Tf" not in found
    assert " gs" not in found


def test_a_mark_before_an_svg_does_no_harm(tmp_path: Path) -> None:
    assert operators(read(tmp_path, b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- hand made -->\n' + svg(SQUARE)))


def test_without_svglib_the_way_out_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "svglib.svglib", None)
    with pytest.raises(FileProblemError, match=r"needs svglib: install hipplan\[clinic\], or save the logo as PNG"):
        read(tmp_path, svg(SQUARE))


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    for data in (saved(coloured(), "PNG"), svg(SQUARE)):
        assert read(tmp_path, data) == read(tmp_path, data)
