"""A roster to start from: small, right, and with each thing that is easily written wrong."""

from hipplan.resources import resource


def starter_roster() -> str:
    """The roster as CSV."""
    return resource("assets", "roster.csv").read_text(encoding="utf-8")
