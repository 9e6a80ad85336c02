"""The clinic's face: what a clinic wants on every workbook it hands out. Each key is declared once, here."""

import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from hipplan.plan.programme import Programme

LEAST_CONTRAST = 4.5  # of text on white, WCAG 2.2 level AA
MOST_LINES = 5
TEXTS = ("name", "address", "phone", "footer")
_REFUSED_CHARACTERS = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")  # as in preferences: what no pen can write


class SafeArea(BaseModel):
    """Room in millimetres that the letterhead needs for itself at each edge of the paper."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    top: float = Field(0, ge=0, le=100)
    right: float = Field(0, ge=0, le=50)
    bottom: float = Field(0, ge=0, le=60)
    left: float = Field(0, ge=0, le=50)

    @field_validator("*", mode="before")
    @classmethod
    def _number(cls, value: object) -> object:
        """Refuse yes and no, which Python would count as 1 and 0."""
        if isinstance(value, bool):
            raise PydanticCustomError("number", "not a number")
        return value


class Clinic(BaseModel):
    """A clinic as its file describes it; paths are whole once the file was read."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    name: str | None = Field(None, max_length=80, description="The clinic's name, at most 80 characters.")
    address: str | None = Field(
        None,
        max_length=160,
        description=f"Its address, at most 160 characters in {MOST_LINES} lines; new lines are kept.",
    )
    phone: str | None = Field(None, max_length=30, description="Its phone number, at most 30 characters.")
    logo: Path | None = Field(None, description="A picture: PNG, JPEG or SVG.")
    accent: str | None = Field(
        None, description="Colour of bars, rules and numbers, as #RRGGBB; on white it needs a contrast of 4.5 to 1."
    )
    footer: str | None = Field(
        None,
        max_length=50,
        description="A few words at the foot of every page, at most 50 characters; large print has no room for them.",
    )
    letterhead: Path | None = Field(None, description="A PDF of one page to print on, of the size of the paper.")
    letterhead_pages: Literal["cover", "all"] = Field(
        "cover", description="Which pages have the letterhead: cover or all."
    )
    safe_area: SafeArea = Field(
        SafeArea(), description="Room the letterhead needs at the edges, in millimetres: top, right, bottom, left."
    )
    leaflets: tuple[Path, ...] = Field((), max_length=20, description="PDFs to put behind the workbook, in order.")

    @field_validator(*TEXTS, mode="before")
    @classmethod
    def _text(cls, value: object, info: ValidationInfo) -> object:
        """Trim, join accents to their letters; nothing left is nothing said."""
        if not isinstance(value, str):
            return value
        text = unicodedata.normalize("NFC", value.strip().replace("\r\n", "\n").replace("\r", "\n"))
        kept = "\n" if info.field_name == "address" else ""
        if any(unicodedata.category(letter) in _REFUSED_CHARACTERS and letter not in kept for letter in text):
            raise PydanticCustomError("control_characters", "control characters")
        if text.count("\n") >= MOST_LINES:
            raise PydanticCustomError("lines", "too many lines", {"most": MOST_LINES})
        return text or None

    @field_validator("logo", "letterhead", mode="before")
    @classmethod
    def _path(cls, value: object) -> object:
        return _checked_path(value)

    @field_validator("leaflets", mode="before")
    @classmethod
    def _paths(cls, value: object) -> object:
        """One path alone is a list of one."""
        given = [value] if isinstance(value, str | Path) else value
        return [_checked_path(path) for path in given] if isinstance(given, list | tuple) else given

    @field_validator("accent")
    @classmethod
    def _accent(cls, value: str | None) -> str | None:
        """Refuse a colour that is none, or too pale to read."""
        if value is None:
            return None
        digits = value.strip().removeprefix("#")
        if len(digits) == 3:
            digits = "".join(digit * 2 for digit in digits)
        if len(digits) != 6 or not set(digits.lower()) <= set("0123456789abcdef"):
            raise PydanticCustomError("colour", "not a colour")
        found = contrast_on_white(colour := f"#{digits.upper()}")
        if found < LEAST_CONTRAST:
            # rounded down: 4.49 must not read as the 4.5 that would do
            raise PydanticCustomError("contrast", "too pale", {"found": f"{int(found * 10) / 10:.1f}"})
        return colour


def _checked_path(value: object) -> object:
    written = isinstance(value, str) and value.strip() and "\0" not in value
    if not written and not isinstance(value, Path | None):
        raise PydanticCustomError("no_path", "no path")
    return value


def contrast_on_white(colour: str) -> float:
    """Contrast ratio of WCAG 2 between a colour and white."""
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def tint_of(accent: str) -> str:
    """The pale colour of bars: a tenth of the accent on white, as pale as the tint it stands in for."""
    mixed = (round(255 - (255 - int(accent[place : place + 2], 16)) * 0.1) for place in (1, 3, 5))
    return "#" + "".join(f"{channel:02X}" for channel in mixed)


def with_clinic(programme: Programme, clinic: Clinic) -> Programme:
    """Fill in the clinic's name and phone where the preferences say nothing; the programme stays the same."""
    given = programme.preferences
    filled = {"clinic": given.clinic or clinic.name, "phone": given.phone or clinic.phone}
    return replace(programme, preferences=given.model_copy(update=filled))
