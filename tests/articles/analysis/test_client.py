"""The analysis in a process of its own."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from articles.analysing import analysed
from articles.analysis.client import Analyser
from articles.analysis.encoding import decoded, encoded
from articles.analysis.pipeline import analyse
from articles.annotations import Analysis
from articles.article import Article
from articles.errors import EnregardError
from articles.opening import article_of
from tests.processes import is_alive

TEXT = "La maire, Hélène Mortagne, a reçu la presse. « Nous tiendrons », a-t-elle dit."


@pytest.fixture(scope="module")
def article() -> Article:
    return article_of(TEXT, source="x", name="x")


@pytest.fixture(scope="module")
def analysis(article: Article) -> Analysis:
    return analyse(article)


@pytest.fixture(scope="module")
def ready_made(analysis: Analysis) -> list[str]:
    """The command of a worker that loads no model and knows the one analysis."""
    answers = (
        "import json, sys\n"
        "for line in sys.stdin:\n"
        "    answer = {'job': json.loads(line)['job'], 'analysis': json.loads(sys.argv[1])}\n"
        "    print(json.dumps(answer), flush=True)"
    )
    return [sys.executable, "-c", answers, json.dumps(encoded(analysis))]


@pytest.fixture
def analyser() -> Iterator[Analyser]:
    worker = Analyser()
    yield worker
    worker.close()


def saying_first(words: str, ready_made: list[str], folder: Path) -> Analyser:
    """The ready-made worker, which when it is first started says these words and ends with the next line."""
    python, option, answers, analysis = ready_made
    once = (
        "import os, sys\n"
        f"mark = {str(folder / 'started')!r}\n"
        "if not os.path.exists(mark):\n"
        "    open(mark, 'w').close()\n"
        f"    input(); print({words!r}, end='', flush=True)\n"
        f"    sys.exit(input() if {words!r}.endswith('\\n') else 0)\n"
    )
    return Analyser([python, option, once + answers, analysis])


def test_an_analysis_survives_its_encoding(article: Article, analysis: Analysis) -> None:
    assert decoded(encoded(analysis), article) == analysis


def test_an_analysis_of_another_text_is_refused(analysis: Analysis) -> None:
    other = article_of("Autre chose.", source="x", name="x")
    with pytest.raises(ValueError, match=r"outside the text|another article|none of"):
        decoded(encoded(analysis), other)


def test_the_worker_gives_what_the_analysis_gives(
    analyser: Analyser, article: Article, analysis: Analysis
) -> None:
    assert analyser.analyse(article) == analysis
    other = article_of("Le maire parle.", source="x", name="x")
    assert analyser.analyse(other).article == other.id


def test_a_worker_that_is_killed_is_started_again(
    ready_made: list[str], article: Article, analysis: Analysis
) -> None:
    worker = Analyser(ready_made)
    try:
        assert worker.analyse(article) == analysis
        process = worker._worker.start()
        assert process is not None
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        assert worker.analyse(article) == analysis
        assert worker._worker.start() is not process
    finally:
        worker.close()


def test_a_worker_that_always_dies_is_one_message(article: Article) -> None:
    worker = Analyser([sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(EnregardError, match="the analysis has stopped"):
        worker.analyse(article)
    worker.close()


def test_a_worker_that_dies_in_the_middle_of_an_answer_is_started_again(
    ready_made: list[str], article: Article, analysis: Analysis, tmp_path: Path
) -> None:
    with closing(saying_first('{"job": 1, "ana', ready_made, tmp_path)) as worker:
        assert worker.analyse(article) == analysis


@pytest.mark.parametrize("line", ["Segmentation fault", "[1]", "{"])
def test_a_worker_whose_line_is_no_answer_is_started_again(
    ready_made: list[str], article: Article, analysis: Analysis, tmp_path: Path, line: str
) -> None:
    with closing(saying_first(f"{line}\n", ready_made, tmp_path)) as worker:
        assert worker.analyse(article) == analysis


def test_a_worker_whose_answer_does_not_fit_is_one_message(article: Article) -> None:
    answer = (
        "import json; job = json.loads(input())['job'];"
        "print(json.dumps({'job': job, 'analysis': {'article': 'another'}}))"
    )
    with (
        closing(Analyser([sys.executable, "-c", answer])) as worker,
        pytest.raises(EnregardError, match=r"the analysis failed \(KeyError"),
    ):
        worker.analyse(article)


@pytest.mark.slow
def test_nothing_is_imported_from_the_folder_one_is_in(
    analyser: Analyser, article: Article, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("json", "spacy", "articles"):
        (tmp_path / f"{name}.py").write_text("open('taken', 'w').close()\n")
    monkeypatch.chdir(tmp_path)
    assert analyser.analyse(article).article == article.id
    assert not (tmp_path / "taken").exists()


def test_a_worker_that_fails_on_an_article_says_why(article: Article) -> None:
    answer = (
        "import json; job = json.loads(input())['job'];"
        "print(json.dumps({'job': job, 'error': 'MemoryError'}))"
    )
    worker = Analyser([sys.executable, "-c", answer])
    with pytest.raises(EnregardError, match="MemoryError"):
        worker.analyse(article)
    worker.close()


def test_closing_ends_an_analysis_under_way(article: Article) -> None:
    worker = Analyser([sys.executable, "-c", "import time; input(); time.sleep(60)"])
    ended: list[str] = []

    def ask() -> None:
        try:
            worker.analyse(article)
        except EnregardError as error:
            ended.append(str(error))

    thread = threading.Thread(target=ask)
    worker.start()
    thread.start()
    worker.close()
    thread.join(20)
    assert len(ended) == 1


def test_an_analysis_is_made_once(article: Article, analysis: Analysis, tmp_path: Path) -> None:
    made: list[str] = []

    def make(given: Article) -> Analysis:
        made.append(given.id)
        return analysis

    library = tmp_path / "library.sqlite"
    assert analysed(article, make, library) == analysis
    assert analysed(article, make, library) == analysis
    assert made == [article.id]


def test_a_library_that_cannot_be_used_costs_no_analysis(
    article: Article, analysis: Analysis, tmp_path: Path
) -> None:
    library = tmp_path / "library.sqlite"
    library.write_bytes(b"no library" * 1_000)
    assert analysed(article, lambda _: analysis, library) == analysis


def test_a_worker_without_work_ends_and_is_started_again(
    ready_made: list[str], article: Article, analysis: Analysis
) -> None:
    worker = Analyser(ready_made, idle_seconds=0.05)
    try:
        assert worker.analyse(article) == analysis
        deadline = time.monotonic() + 20
        while worker.is_running:
            assert time.monotonic() < deadline
            time.sleep(0.01)
        assert worker.analyse(article) == analysis
    finally:
        worker.close()


def test_a_worker_at_work_ends_when_nobody_waits_for_it_any_more(tmp_path: Path) -> None:
    script = tmp_path / "reader.py"
    script.write_text(
        "import os\n"
        "from articles.worker_process import WorkerProcess, heard, say\n"
        "worker = WorkerProcess.module('articles.analysis.worker')\n"
        "process = worker.start()\n"
        "assert heard(process) == {'ready': True}\n"
        "say(process, {'job': 1, 'text': 'Le maire parle. ' * 200_000, 'kinds': []})\n"
        "print(process.pid, flush=True)\n"
        "os._exit(0)\n"
    )
    done = subprocess.run([sys.executable, str(script)], check=True, capture_output=True, text=True)
    deadline = time.monotonic() + 20
    while is_alive(int(done.stdout)):
        assert time.monotonic() < deadline, "it works on for nobody"
        time.sleep(0.02)
