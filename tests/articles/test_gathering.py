"""Articles by the names that were given: all of them, in order, whatever fails."""

from pathlib import Path

from articles.article import Article
from articles.gathering import Failed, articles_in

FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Presse</title>
<item><title>Un</title><description>Le maire parle des platanes.</description></item>
<item><title>Deux</title><link>https://presse.example/deux</link></item>
</channel></rss>"""


def told(found: Article | Failed) -> str:
    return found.title if isinstance(found, Article) else f"- {found.error}"


def test_files_folders_and_feeds_are_opened_in_order(tmp_path: Path) -> None:
    folder = tmp_path / "presse"
    folder.mkdir()
    for name in ("b10", "b9", "a"):
        (folder / f"{name}.txt").write_text(f"Titre {name}\n\nIl pleut sur la ville.")
    (tmp_path / "un.txt").write_text("Seul\n\nIl neige.")
    (tmp_path / "vide.txt").write_text(" ")
    (tmp_path / "fil.xml").write_text(FEED)
    names = [str(tmp_path / name) for name in ("un.txt", "rien.txt", "presse", "vide.txt", "fil.xml")]
    expected: list[int] = []
    found = [told(each) for each in articles_in(names, expected.append)]
    assert found[0] == "Seul"
    assert found[2:5] == ["Titre a", "Titre b9", "Titre b10"]
    assert "rien.txt does not exist" in found[1]
    assert "vide.txt is empty" in found[5]
    assert found[6] == "Un"
    assert "https://presse.example/deux was not fetched" in found[7]
    assert expected == [5, 7, 8]
    assert len(found) == expected[-1]


def test_each_is_opened_when_it_is_asked_for(tmp_path: Path) -> None:
    for name in ("un.txt", "deux.txt"):
        (tmp_path / name).write_text("Il pleut.")
    found = articles_in([str(tmp_path / "un.txt"), str(tmp_path / "deux.txt")])
    assert isinstance(next(found), Article)
    (tmp_path / "deux.txt").unlink()
    assert isinstance(next(found), Failed)
