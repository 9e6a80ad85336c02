"""The process that reads a file, so that no file can harm or stop the one that asked: bytes in, one JSON object out."""

import json
import sys

from hipplan.checking.limiting import MEGABYTES, limit_this_process
from hipplan.errors import FileProblemError


def reply(data: bytes) -> dict[str, object]:
    """The answer, or the problem in one line; what a reader raises is not repeated, as it may quote the file."""
    # Imported after the limits are set, so that they hold for all of it.
    from hipplan.checking.answer import answer_json  # noqa: PLC0415
    from hipplan.checking.inspection import inspect  # noqa: PLC0415

    try:
        return {"answer": answer_json(inspect(data))}
    except FileProblemError as error:
        return {"problem": error.problems[0]}
    except MemoryError:
        return {"problem": f"needs more than {MEGABYTES} MB of memory to be read; damaged, or made to harm"}
    except RecursionError:
        return {"problem": "nested too deeply to be read; damaged, or made to harm"}
    except BaseException as error:  # noqa: BLE001  readers raise anything on a damaged file, and Rust panics are no Exception
        return {"problem": f"damaged: reading stopped with {type(error).__name__}; make it again"}


def main() -> None:
    """Read standard input within limits, and answer whatever happens."""
    limit_this_process()
    sys.stdout.write(json.dumps(reply(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main()
