"""Pictures of other people: PNG and JPEG made into one kind that every reader shows, SVG into a drawing of ours.

A picture is judged before it is unpacked, so that a hostile one costs little time and memory.
"""

import struct
import warnings
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from hipplan.errors import FileProblemError
from hipplan.pdf.form import Form
from hipplan.pdf.raster import Raster, raster
from hipplan.pdf.vector import read_vector

MOST_BYTES = 10_000_000
MOST_PIXELS = 16_000_000
MOST_SLIM = 12  # times as long as wide, either way
MOST_SCANS = 100  # of a JPEG: each costs a walk over the whole picture, and a few bytes can ask for one
FINEST = (1800, 360)  # pixels kept: 12 mm high at 760 dots an inch
_WIDE = (b"\xff\xfe<\0", b"\xfe\xff\0<")  # an SVG of two bytes a letter, which its reader refuses by name
_SCAN = b"\xff\xda"
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, struct.error, zlib.error)  # Pillow's


class PictureError(Exception):
    """What is wrong with a picture and the way out, without its name."""


def read_picture(path: Path) -> Raster | Form:
    """Read a PNG, JPEG or SVG picture. Raises FileProblemError with what is wrong and the way out."""
    try:
        data = _bytes(path)
        return _shaped(_reader(data)(data))
    except (PictureError, ValueError) as error:
        raise FileProblemError(f"{path}: {error}") from None


def _shaped(picture: Raster | Form) -> Raster | Form:
    if not 1 / MOST_SLIM <= picture.aspect <= MOST_SLIM:
        raise PictureError(f"more than {MOST_SLIM} times as long as wide; give it another shape")
    return picture


def _bytes(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():
            raise PictureError("not an ordinary file; name a PNG, JPEG or SVG picture")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise PictureError("no such file; check the name of the picture") from None
    except OSError as error:
        raise PictureError(f"cannot be read ({error.strerror}); check who may read it") from None
    if len(data) > MOST_BYTES:
        raise PictureError(f"larger than {MOST_BYTES // 1_000_000} MB; save the picture smaller")
    if not data:
        raise PictureError("empty; save the picture again")
    return data


def _reader(data: bytes) -> Callable[[bytes], Raster | Form]:
    """By what is in the file, as its name may say anything."""
    if data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        return _read_raster
    if data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"<", *_WIDE)):
        return read_vector
    raise PictureError("not a PNG, JPEG or SVG picture; save it as one of these")


def _read_raster(data: bytes) -> Raster:
    if data.count(_SCAN) > MOST_SCANS and not data.startswith(b"\x89"):
        raise PictureError("a JPEG of too many layers; save it again as PNG")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Pillow thinks of a stranger's file is told as one error or not at all
        try:
            picture = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
            _judge(picture)
            picture.load()
            flat = _flat(picture)
            return raster(*flat.size, flat.tobytes(), grey=flat.mode == "L")
        except Image.DecompressionBombError:
            raise PictureError(_too_large()) from None
        except _BROKEN:
            raise PictureError("a picture that is damaged or cut short; save it again") from None


def _judge(picture: Image.Image) -> None:
    """Refuse by what the head of the file says; nothing is unpacked yet."""
    width, height = picture.size
    if width * height > MOST_PIXELS:
        raise PictureError(_too_large(f" (it is {width} by {height})"))
    if width < 1 or height < 1:
        raise PictureError("a picture of no size; save it again")
    if picture.mode == "CMYK":
        raise PictureError("has colours for a press (CMYK), which screens show wrong; save it as RGB")


def _too_large(size: str = "") -> str:
    return f"more than {MOST_PIXELS // 1_000_000} million pixels{size}; save it smaller, a logo prints 12 mm high"


def _flat(picture: Image.Image) -> Image.Image:
    """Upright, of the size that print needs, on white."""
    if picture.mode.startswith(("I", "F")):  # 16 bits a pixel
        picture = picture.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    see_through = picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info
    picture = picture.convert("RGBA" if see_through else "L" if picture.mode in {"1", "L"} else "RGB")
    picture.thumbnail(FINEST)
    picture = ImageOps.exif_transpose(picture)
    if not see_through:
        return picture
    white = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(white, picture).convert("RGB")
