"""Letters that cannot be printed, found before anything is drawn."""

from unicodedata import name as name_of

from hipplan.errors import PreferencesError
from hipplan.pdf.fonts import missing_letters
from hipplan.plan.preferences import PERSONAL_LINES, PERSONAL_TEXT, Preferences

NAMED = 4  # letters in a message; a text in another script lacks most of them


def check_letters(preferences: Preferences) -> None:
    """Refuse letters that both typefaces lack; the person's text is not repeated."""
    problems = []
    for field in (*PERSONAL_TEXT, *PERSONAL_LINES):
        value = getattr(preferences, field) or ""
        letters = missing_letters(value if isinstance(value, str) else "\n".join(value))
        if letters:
            problems.append(
                f"{field}: has letters that our typefaces cannot print ({_named(letters)}); "
                "write it with Latin, Greek or Cyrillic letters"
            )
    if problems:
        raise PreferencesError(*problems)


def _named(letters: tuple[str, ...]) -> str:
    """Codes and names, as in U+05D0 Hebrew letter alef; a few of many."""
    shown = [f"U+{ord(letter):04X} {name_of(letter, '').capitalize()}".rstrip() for letter in letters[:NAMED]]
    more = len(letters) - NAMED
    return ", ".join(shown) + (f" and {more} more" if more > 0 else "")
