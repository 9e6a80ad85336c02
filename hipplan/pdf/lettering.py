"""Which code each letter has in a file's fonts: the usual letters have the same in every file, so pages can be kept."""

from hipplan.pdf.fonts import FACES, NO_BREAK_SPACE, SECOND_REGULAR

USUAL = "°·×÷–‘’“”…£€"  # noqa: RUF001  looks like others, is meant
"""Beside ASCII, what our own words may have; the codes below the space are theirs."""
_CODES = {letter: code for code, letter in enumerate(USUAL, start=1)} | {chr(code): code for code in range(32, 127)}
USUAL_LETTERS = (0, *map(ord, USUAL), *([0] * (31 - len(USUAL))), *range(32, 127))
"""The letter of each code in the first font of a face, 0 for none."""
MOST = 255  # letters of a further font: code 0 stays empty
# codes outside printable ASCII are written in octal: a raw carriage return would be read back as a line feed
_ESCAPES = {code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))} | str.maketrans(
    {"(": r"\(", ")": r"\)", "\\": r"\\"}
)
_USUAL_ESCAPES: dict[int, str] = {ord(letter): chr(code).translate(_ESCAPES) for letter, code in _CODES.items()}
_USUAL_ESCAPES[ord(NO_BREAK_SPACE)] = " "

Font = tuple[int, int]
"""A font in the file: the number of the face that it is of, and 0 for the usual letters, 1 and more for others."""
FIRST_LETTERS = 0


def usual(text: str, number: int, /) -> str | None:
    """The text as a string of the first font of its face; None when it has a letter that is not usual."""
    if number >= SECOND_REGULAR or not all(ord(letter) in _USUAL_ESCAPES for letter in text):
        return None
    return f"({text.translate(_USUAL_ESCAPES)})"


def font_name(font: Font) -> str:
    """Its name among the resources of a page."""
    return f"/F{font[0]:d}.{font[1]}"  # a face may be given by its weight, which is a truth value


class Lettering:
    """The further letters of one file, each with a code from its first use on, and the fonts that are in use."""

    def __init__(self) -> None:
        self._letters: dict[int, dict[str, int]] = {}
        self.fonts: set[Font] = set()

    def spelled(self, text: str, number: int) -> list[tuple[str, str]]:
        """The text in pieces of one font: its name and the string.

        The usual letters of such a text have a code here too, so that readers get words in one piece.
        """
        pieces: list[tuple[Font, str]] = []
        for letter in text:
            font, code = self._place(" " if letter == NO_BREAK_SPACE else letter, number)
            if not pieces or pieces[-1][0] != font:
                pieces.append((font, ""))
            pieces[-1] = (font, pieces[-1][1] + code)
        self.fonts.update(font for font, _ in pieces)
        return [(font_name(font), f"({codes})") for font, codes in pieces]

    def _place(self, letter: str, number: int) -> tuple[Font, str]:
        face = min(number, SECOND_REGULAR)  # the second typeface has one file for both weights
        place = self._letters.setdefault(face, {}).setdefault(letter, len(self._letters.get(face, {})))
        font, code = divmod(place, MOST)
        return (face, font + 1), f"\\{code + 1:03o}"

    def described(self, font: Font) -> tuple[str, tuple[int, ...], int]:
        """The face of a font, the letter of each code, 0 for none, and which font of the face it is."""
        face, part = font
        if part == FIRST_LETTERS:
            return FACES[face], USUAL_LETTERS, part
        letters = list(self._letters[face])[(part - 1) * MOST : part * MOST]
        return FACES[face], (0, *map(ord, letters)), part
