"""The other process: a PDF comes in, a parcel goes out."""

import sys

from hipplan.pdf.foreign.limiting import limit_this_process


def _main(kind: str, most_pages: int) -> None:
    limit_this_process()
    from hipplan.pdf.foreign.opening import parcel_of  # noqa: PLC0415  within the limits

    for part in parcel_of(kind, sys.stdin.buffer.read(), most_pages).packed():
        sys.stdout.buffer.write(part)


if __name__ == "__main__":
    _main(sys.argv[1], int(sys.argv[2]))
