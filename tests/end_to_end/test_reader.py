"""The installed command, as a person has it: in a terminal."""

import base64
import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from articles import paths
from tests.end_to_end.known import known
from tests.end_to_end.terminal import COMMAND, Terminal

pytestmark = pytest.mark.slow

MARK = "▌"

SAMPLE = str(min(paths.samples().glob("*.txt")))


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """The installed command without a terminal."""
    return subprocess.run(  # type: ignore[call-overload, no-any-return]
        [COMMAND, *arguments], capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL, **options
    )


def test_opens_moves_toggles_and_quits() -> None:
    known(Path(SAMPLE))
    with Terminal([SAMPLE], size=(120, 30)) as terminal:
        shown = terminal.until(lambda shown: "After four days" in shown and "by hand" in shown)
        assert "Après quatre jours" in shown
        terminal.press("jj")
        terminal.until(lambda shown: f"{MARK} Après quatre jours" in shown.replace("◆", " "))
        terminal.press("\x1b[A")
        terminal.until(lambda shown: f"{MARK} Par Claire" in shown.replace("◆", " "))
        terminal.press("t")
        terminal.until(lambda shown: "After four days" not in shown and "Après quatre" in shown)
        terminal.press("t")
        terminal.until(lambda shown: "After four days" in shown and "Après quatre" not in shown)
        terminal.press("G")
        terminal.until(lambda shown: "€4.3m" in shown)
        terminal.press("?")
        terminal.until(lambda shown: "Previous sentence" in shown)
        terminal.press("\x1b")
        terminal.until(lambda shown: "Previous sentence" not in shown)
        terminal.press("q")
        assert terminal.wait() == 0
        assert b"\x1b[?1049l" in terminal.raw[-200:]
        assert b"\x1b[?25h" in terminal.raw[-200:]


def test_reads_standard_input_and_takes_keys_from_the_terminal(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("La gare rouvre\n\nLe train est revenu. Les habitants l’attendaient.")
    known(article)
    with Terminal(["-c", f"cat {article} | {COMMAND} -"], command=Path("/bin/sh")) as terminal:
        terminal.until(lambda shown: "Le train est revenu" in shown)
        terminal.press("j")
        terminal.until(lambda shown: f"{MARK} Le train est" in shown.replace("◆", " "))
        terminal.press("q")
        assert terminal.wait() == 0


def test_install_from_a_file_then_read_with_english(word_pack: Path, tmp_path: Path) -> None:
    installed = run("packs", "install", "--yes", str(word_pack))
    assert (installed.returncode, installed.stderr) == (0, "")
    assert "fr-en      1.0" in run("packs", "list").stdout
    article = tmp_path / "chat.txt"
    article.write_text("Le chat dort.\n\nLe maire parle et le chien mange.")
    known(article)
    with Terminal([str(article)]) as terminal:
        terminal.until(lambda shown: "The cat sleeps." in shown and "argos fr-en 1.0" in shown)
        shown = terminal.until(lambda shown: "The mayor speaks and the dog eats." in shown)
        row = next(row for row in shown.splitlines() if "Le maire parle" in row)
        assert "The mayor speaks" in row
        terminal.press("q")
        assert terminal.wait() == 0


def test_french_is_painted_before_any_model_is_loaded(word_pack: Path, tmp_path: Path) -> None:
    run("packs", "install", "--yes", str(word_pack))
    article = tmp_path / "chat.txt"
    article.write_text("Le chat dort.")
    trace = tmp_path / "trace.py"
    trace.write_text(
        "import sys, os\n"
        "class Note:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name in ('ctranslate2', 'argostranslate', 'sentencepiece', 'spacy', 'numpy', 'lxml'):\n"
        "            open(os.environ['TRACE'], 'a').write(name + ' ' + str(PAINTED[0]) + '\\n')\n"
        "PAINTED = [False]\n"
        "sys.meta_path.insert(0, Note())\n"
        "from textual.screen import Screen\n"
        "from tui.widgets.article_page import ArticlePage\n"
        "render_line = ArticlePage.render_line\n"
        "def painting(self, y):\n"
        "    strip = render_line(self, y)\n"
        "    PAINTED[0] = PAINTED[0] or 'Le chat' in strip.text\n"
        "    return strip\n"
        "ArticlePage.render_line = painting\n"
        f"sys.argv = ['enregard', {str(article)!r}]\n"
        "from tui.cli import main\n"
        "main()\n"
    )
    log = tmp_path / "log"
    python = COMMAND.with_name("python")
    with Terminal([str(trace)], command=python, env={"TRACE": str(log)}) as terminal:
        terminal.until(lambda shown: "The cat sleeps." in shown)
        terminal.press("q")
        assert terminal.wait() == 0
    loaded = dict(line.split() for line in log.read_text().splitlines()[::-1])
    assert loaded["argostranslate"] == "True"
    assert "ctranslate2" not in loaded, "the engine has a process of its own"
    assert set(loaded.values()) == {"True"}


def test_survives_resizing_and_ends_cleanly() -> None:
    known(Path(SAMPLE))
    with Terminal([SAMPLE], size=(140, 40)) as terminal:
        terminal.until(lambda shown: "After four days" in shown)
        for columns, rows in ((60, 20), (1, 1), (20, 5), (140, 40)):
            terminal._child.setwinsize(rows, columns)
            terminal._screen.resize(rows, columns)
            terminal.read(0.3)
        terminal.until(lambda shown: "After four days" in shown)
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.parametrize(
    ("arguments", "code", "complaint"),
    [
        (["a\x1b[31m\nb.txt"], 1, "a\ufffd[31m b.txt does not exist"),
        (["nothing-here.txt"], 1, "nothing-here.txt does not exist"),
        (["--nonsense"], 2, "no such option"),
        (["packs", "remove"], 2, "missing argument"),
        (["packs", "nonsense"], 2, "no such command"),
        (["packs", "install", "nothing.argosmodel"], 1, "nothing.argosmodel does not exist"),
        (["memory", "import", "nothing.tmx"], 1, "nothing.tmx cannot be read"),
    ],
)
def test_bad_input_gets_one_line(arguments: list[str], code: int, complaint: str) -> None:
    done = run(*arguments)
    assert done.returncode == code
    assert complaint in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


def test_without_a_terminal_it_says_so(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Le chat dort.")
    done = run(str(article))
    assert done.returncode == 1
    assert "needs a terminal" in done.stderr


def test_memory_import_is_used_by_the_reader(tmp_path: Path) -> None:
    tmx = tmp_path / "mine.tmx"
    tmx.write_text(
        "<?xml version='1.0'?><tmx version='1.4'><header srclang='fr'/><body><tu>"
        "<tuv xml:lang='fr'><seg>Le chat dort.</seg></tuv>"
        "<tuv xml:lang='en'><seg>The cat is having a nap.</seg></tuv></tu></body></tmx>"
    )
    done = run("memory", "import", str(tmx))
    assert (done.returncode, done.stdout) == (0, f"{tmx}: 1 new or changed segment\n")
    article = tmp_path / "chat.txt"
    article.write_text("Le chat dort.")
    known(article)
    with Terminal([str(article)]) as terminal:
        terminal.until(lambda shown: "The cat is having a nap." in shown and "by hand" in shown)
        terminal.press("q")
        assert terminal.wait() == 0


def test_version_and_help() -> None:
    assert run("--version").stdout.startswith("enregard")
    shown = run("--help").stdout
    assert run("-h").stdout == shown
    assert "packs" in shown
    assert "memory" in shown


@pytest.mark.skipif(shutil.which("unshare") is None or os.geteuid() != 0, reason="needs a network namespace")
def test_bundled_article_opens_without_any_network() -> None:
    unshare = Path(shutil.which("unshare") or "unshare")
    with Terminal(["-n", str(COMMAND), SAMPLE], command=unshare) as terminal:
        terminal.until(lambda shown: "After four days" in shown and "by hand" in shown)
        terminal.press("q")
        assert terminal.wait() == 0


def test_debug_shows_where(tmp_path: Path) -> None:
    assert "Traceback" in run("nothing-here.txt", "--debug").stderr
    assert "Traceback" not in run("nothing-here.txt").stderr


def test_errors_redirected_to_a_file_are_refused_at_once(tmp_path: Path) -> None:
    with Terminal(["-c", f"{COMMAND} 2>{tmp_path / 'log'}"], command=Path("/bin/sh")) as terminal:
        assert terminal.wait() == 1
    assert "needs a terminal" in (tmp_path / "log").read_text()


@pytest.mark.parametrize("inside", ["", "/nowhere/tmux,1,0"])
def test_copying_reaches_the_terminal(tmp_path: Path, inside: str) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Le train de nuit est revenu.")
    known(article)
    with Terminal([str(article)], env={"TMUX": inside}) as terminal:
        terminal.until(lambda shown: "Le train de nuit" in shown)
        terminal.press("c")
        terminal.until(lambda shown: "Copied the sentence in French" in shown)
        terminal.press("q")
        assert terminal.wait() == 0
    osc = b"\x1b]52;c;" + base64.b64encode(b"Le train de nuit est revenu.") + b"\x07"
    wrapped = b"\x1bPtmux;" + osc.replace(b"\x1b", b"\x1b\x1b") + b"\x1b\\"
    assert (wrapped if inside else osc) in terminal.raw


def test_leaving_while_the_engine_is_at_work_ends_well(word_pack: Path, tmp_path: Path) -> None:
    run("packs", "install", "--yes", str(word_pack))
    article = tmp_path / "long.txt"
    words = ["chat", "chien", "maire"]
    article.write_text(
        "\n\n".join(f"Le {words[n % 3]} parle {n}, et mange dans la ville." for n in range(5_000))
    )
    with Terminal([str(article)], size=(120, 30)) as terminal:
        terminal.until(lambda shown: "The cat speaks 0" in shown)
        terminal.press("q")
        assert terminal.wait() == 0


@pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux")
def test_copying_inside_tmux_reaches_tmux(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("Le train de nuit est revenu.")
    known(article)
    tmux = ["tmux", "-S", str(tmp_path / "socket"), "-f", "/dev/null"]
    subprocess.run([*tmux, "new-session", "-d", "-x", "100", "-y", "30", f"{COMMAND} {article}"], check=True)

    def told(*words: str) -> str:
        return subprocess.run([*tmux, *words], capture_output=True, text=True).stdout

    try:
        _until(lambda: "Le train de nuit" in told("capture-pane", "-p"))
        told("send-keys", "c")
        _until(lambda: told("show-buffer") == "Le train de nuit est revenu.")
    finally:
        told("kill-server")


def _until(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline, "it never came to be so"
        time.sleep(0.05)


def test_a_command_without_its_word_shows_its_help() -> None:
    done = run("packs")
    assert done.returncode == 2
    assert "install" in done.stderr
    assert done.stderr.startswith("Usage:")
