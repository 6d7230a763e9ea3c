"""The library as a notebook uses it."""

import inspect
import re
import shutil
import subprocess
import sys
import textwrap
from importlib.resources import files
from pathlib import Path

import pytest

import articles
from articles import paths
from articles.article import Article
from articles.errors import EnregardError

README = Path(__file__).parents[2] / "README.md"

EXAMPLE = textwrap.dedent(str(articles.__doc__).split("\n\n", 1)[1].rpartition("\n\n")[0])


def test_the_example_of_the_documentation_and_what_it_found_is_remembered() -> None:
    sample = min(paths.samples().glob("*.txt"))
    lines = [line for line in EXAMPLE.splitlines() if line]
    assert len(lines) == 4
    names: dict[str, object] = {}
    exec(EXAMPLE.replace("article.txt", str(sample)), names)
    said, english = names["said"], names["english"]
    assert isinstance(said, dict)
    assert said["Nous les comblerons"] == "Matthäus Grollinger"
    assert isinstance(english, dict)
    assert "A fiercely debated threshold" in english.values()
    article = names["article"]
    assert isinstance(article, Article)
    assert articles.analyse(article) == articles.analyse(article)
    assert paths.library_file().exists()


def test_the_example_of_the_readme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shown = README.read_text(encoding="utf-8")
    [example] = re.findall(r"^```python\n(.*?)^```$", shown, re.DOTALL | re.MULTILINE)
    shutil.copy(min(paths.samples().glob("*.txt")), tmp_path / "article.txt")
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {}
    exec(example, names)
    assert "Matthäus Grollinger Nous les comblerons" in capsys.readouterr().out.splitlines()
    article, english = names["article"], names["english"]
    assert isinstance(article, Article)
    assert isinstance(english, dict)
    assert english.keys() <= set(range(len(article.sentences)))


def test_a_path_is_a_file_s_whatever_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("-", "http:", "bac.txt"):
        Path(name).write_text("Le bac repart.")
        assert articles.open_article(Path(name)).text == "Le bac repart."
    assert articles.open_article("bac.txt") == articles.open_article(Path("bac.txt"))
    with pytest.raises(EnregardError, match=r"^an empty name is no article: name a file"):
        articles.open_article("")


def test_there_are_three_functions_with_documentation_and_types() -> None:
    for name in articles.__all__:
        function = getattr(articles, name)
        assert inspect.getdoc(function)
        hints = inspect.signature(function)
        assert hints.return_annotation is not inspect.Signature.empty
    for package in ("articles", "tui"):
        assert files(package).joinpath("py.typed").is_file()


def test_importing_it_loads_nothing_and_its_names_stay() -> None:
    code = (
        "import sys, articles\n"
        "assert not [name for name in sys.modules if name.startswith('articles.')]\n"
        "import articles.translating.care\n"
        "from articles.translating import care\n"
        "from articles import translate\n"
        "assert translate is articles.translate and callable(translate)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
