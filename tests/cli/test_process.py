"""What only a real process shows."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hipplan.errors import ExitCode


def hipplan(*words: str, variables: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hipplan", *words]
    environment = {**os.environ, **(variables or {})}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


SLOW = {"pydantic", "reportlab", "pypdf", "PIL", "hipplan.workbook", "hipplan.checking"}


def loaded_by(words: str) -> set[str]:
    """Which of the slow modules a command loads."""
    code = (
        "import sys\n"
        "from hipplan.cli import main\n"
        f"main({words.split()!r}, standalone_mode=False)\n"
        f"print('loaded', *({SLOW} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split()[1:])


def test_the_package_runs_as_a_module() -> None:
    done = hipplan("--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("hipplan, version ")


def test_nothing_slow_is_loaded_before_it_is_needed() -> None:
    assert loaded_by("--help") == set()
    assert loaded_by("batch --example") == {"pydantic", "hipplan.workbook"}  # whose templates its options name
    assert loaded_by("plan") == {"pydantic"}
    assert "hipplan.checking" not in loaded_by("build --quiet --force -o " + os.devnull)


@pytest.mark.parametrize(
    "words", [("plan", "--weeks", "16", "--format", "json"), ("precautions",), ("build", "-o", "-")]
)
def test_a_reader_that_stops_early_is_no_error(words: tuple[str, ...]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "hipplan", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("words", [("plan",), ("plan", "--format", "json"), ("moves",), ("--help",)])
def test_a_full_disk_ends_in_one_line(words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "hipplan", *words]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == ExitCode.FILE_PROBLEM
    assert done.stderr.startswith("Error: standard output cannot be written (")
    assert done.stderr.count("\n") == 1


def test_the_shell_completes_commands_options_and_choices() -> None:
    def completed(line: str) -> list[str]:
        variables = {"_HIPPLAN_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(len(line.split()) - 1)}
        code = "from hipplan.cli import main; main(prog_name='hipplan')"
        done = subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, **variables},
            capture_output=True,
            text=True,
            check=True,
        )
        return [item.partition(",")[2] for item in done.stdout.splitlines()]

    assert completed("hipplan pl") == ["plan"]
    assert completed("hipplan build --eq") == ["--equipment"]
    assert completed("hipplan build --equipment mini") == ["mini-band"]
    assert completed("hipplan build --paper l") == ["letter"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_completion_script_of_each_shell_is_printed(shell: str) -> None:
    code = "from hipplan.cli import main; main(prog_name='hipplan')"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "_HIPPLAN_COMPLETE": f"{shell}_source"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "_HIPPLAN_COMPLETE" in done.stdout


def test_ctrl_c_while_writing_leaves_nothing(tmp_path: Path) -> None:
    code = (
        "import os, signal\n"
        "from hipplan.cli import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a job in the background ignores it
        "os.fsync = lambda _: os.kill(os.getpid(), signal.SIGINT)\n"
        "main(['init'])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_strangers_file_at_the_output_gives_one_line_and_no_noise(tmp_path: Path) -> None:
    stranger = tmp_path / "a.pdf"
    stranger.write_text("%PDF-1.7 cut off")
    done = hipplan("build", "-o", str(stranger))
    assert done.returncode == 2
    assert done.stderr == (
        f"Error: {stranger}: already there, and not one of our workbooks; "
        "name another file with -o, or add --force to replace it\n"
    )
