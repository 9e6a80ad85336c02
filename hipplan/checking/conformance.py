"""Whether a file keeps the standards that it declares, by page-validation."""

from typing import Literal

from page import ParseError, SafetyLimits, validate_pdf_bytes

Profile = Literal["ua1", "2a"]
MEGABYTE = 1_000_000


def broken_rules(data: bytes, profile: Profile) -> tuple[str, ...]:
    """Names of the rules that are broken; none for a file that conforms."""
    limits = SafetyLimits(
        max_decoded_stream_size=40 * MEGABYTE,
        max_total_decoded_content_size=80 * MEGABYTE,
        max_unicode_cmap_mappings=100_000,
    )
    try:
        report = validate_pdf_bytes(data, profile=profile, limits=limits)
    except ParseError:
        return ("its structure cannot be read",)
    return tuple(sorted({failure.rule_id for failure in report.failures}))
