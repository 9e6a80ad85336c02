"""A picture of pixels as the file holds it: once, shown as often as wanted."""

import zlib
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from hipplan.pdf.colour import grey_level


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture of pixels without transparency: grey or RGB of 8 bits, rows from the top, packed."""

    name: str
    width: int
    height: int
    grey: bool
    stream: bytes

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height


def raster(width: int, height: int, pixels: bytes, *, grey: bool) -> Raster:
    """A picture from its pixels."""
    name = f"picture-{sha256(pixels).hexdigest()[:12]}"
    return Raster(name, width, height, grey, zlib.compress(pixels, 9))


@lru_cache(maxsize=4)
def grey_raster(picture: Raster) -> Raster:
    """The same picture without colour, made once and kept."""
    if picture.grey:
        return picture
    pixels = zlib.decompress(picture.stream)
    levels = map(grey_level, pixels[::3], pixels[1::3], pixels[2::3])
    return raster(picture.width, picture.height, bytes(levels), grey=True)
