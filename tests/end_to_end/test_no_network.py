"""The program works with the cable pulled, and asks for no connection when there is one."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.end_to_end import emitted
from tests.end_to_end.namespaces import needs_network_namespaces
from tests.end_to_end.terminal import COMMAND, Terminal

pytestmark = pytest.mark.slow

WATCH = """
import os, sys
CALLS = {"connect", "sendto", "sendmsg", "getaddrinfo", "gethostbyname", "getnameinfo"}
def note(event, arguments):
    if event.startswith("socket.") and event[7:] in CALLS and getattr(arguments[0], "family", 0) != 1:
        with open(os.environ["WATCHED"], "a") as file:
            file.write(f"{event} {arguments!r}\\n")
if os.environ.get("WATCHED"):
    sys.addaudithook(note)
    with open(os.environ["WATCHED"] + ".started", "a") as file:
        file.write(" ".join(sys.orig_argv) + "\\n")
"""
"""Notes each call by which something could leave the machine; what is of the family AF_UNIX (1) cannot.

A library that Argos Translate brings binds a socket to ::1 while it is imported, to see if there is IPv6,
and closes it; nothing is sent.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "chat.txt"
    path.write_text("Le chat dort.\n\n« Le chien mange », a dit Claire Roux, maire de Lyon.\n")
    return path


def test_without_any_interface(article: Path, word_pack: Path, tmp_path: Path) -> None:
    needs_network_namespaces()

    def run(*arguments: str) -> str:
        done = subprocess.run(
            ["unshare", "-rn", str(COMMAND), *arguments], capture_output=True, text=True, timeout=60
        )
        assert (done.returncode, done.stderr) == (0, ""), done
        return done.stdout

    run("packs", "install", "--yes", str(word_pack))
    assert "The cat sleeps." in run("translate", str(article))
    found = json.loads(run("analyse", "--json", str(article)))
    assert [quote["speaker"] for quote in found["quotes"]] == ["Claire Roux"]
    page = tmp_path / "chat.html"
    run("export", "-q", str(article), "-o", str(page))
    assert "The cat sleeps." in page.read_text()


def test_reading_asks_for_no_connection(
    article: Path, word_pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "hook").mkdir()
    (tmp_path / "hook" / "sitecustomize.py").write_text(WATCH)
    notes = tmp_path / "notes"
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "hook"))
    monkeypatch.setenv("WATCHED", str(notes))
    subprocess.run([COMMAND, "packs", "install", "--yes", str(word_pack)], check=True, timeout=60)
    with Terminal([str(article)], size=(130, 30)) as terminal:
        terminal.until(lambda shown: "The cat sleeps." in shown)
        terminal.press("3")
        terminal.until(lambda shown: "People" in shown and "Claire Roux" in shown.split("People")[1])
        terminal.press("c")
        terminal.until(lambda shown: "Copied" in shown)
        assert emitted.copied(terminal.raw)
        terminal.press("q")
        assert terminal.wait() == 0
    started = Path(f"{notes}.started").read_text()
    assert "articles.analysis.worker" in started, "the hook sees the analysis too"
    assert not notes.exists(), notes.read_text()


def test_the_hook_would_see_a_connection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "sitecustomize.py").write_text(WATCH)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("WATCHED", str(tmp_path / "notes"))
    subprocess.run([COMMAND, "show", "http://127.0.0.1:9/"], capture_output=True, timeout=60)
    assert "socket.connect" in (tmp_path / "notes").read_text()
