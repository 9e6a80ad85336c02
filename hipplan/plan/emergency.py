"""The number to call in an emergency, by country."""

from collections.abc import Mapping

from hipplan.resources import read_toml


def emergency_numbers() -> Mapping[str, str]:
    """What is printed for each country, by its two-letter code in alphabetical order."""
    rows: list[dict[str, object]] = read_toml("assets", "emergency.toml")["numbers"]
    found = {str(code): str(row["number"]) for row in rows for code in _codes(row)}
    return dict(sorted(found.items()))


def _codes(row: Mapping[str, object]) -> list[object]:
    codes = row["countries"]
    return codes if isinstance(codes, list) else []
