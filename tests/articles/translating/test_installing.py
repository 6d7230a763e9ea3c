"""Installing a pack from its archive, and everything that is refused."""

import errno
import io
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from argostranslate import package

from articles.errors import EnregardError
from articles.translating import packs
from articles.translating.installing import install_from_file
from articles.translation import FRENCH_ENGLISH, Pair
from tests import word_pack as words

Change = Callable[[dict[str, bytes]], None]


def changed(archive: Path, folder: Path, change: Change) -> Path:
    """A copy of a pack's archive with other contents."""
    with zipfile.ZipFile(archive) as source:
        files = {name: source.read(name) for name in source.namelist()}
    change(files)
    path = folder / "changed.argosmodel"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, data in files.items():
            target.writestr(name, data)
    return path


def left_over(home: Path) -> list[str]:
    return [path.name for path in (home / "data" / "argos-translate").rglob(".enregard*")]


def test_an_installed_pack_is_found_by_us_and_by_argos_translate(word_pack: Path, home: Path) -> None:
    pack = install_from_file(word_pack)
    assert packs.pack_for(FRENCH_ENGLISH) == pack
    assert pack.origin == "argos fr-en 1.0"
    assert [found.package_path for found in package.get_installed_packages()] == [pack.path]
    assert left_over(home) == []


def test_installing_again_replaces(word_pack: Path) -> None:
    for _ in range(3):
        install_from_file(word_pack)
    assert len(packs.installed()) == 1


def test_a_newer_version_takes_the_older_ones_place(word_pack: Path, tmp_path: Path) -> None:
    install_from_file(word_pack)
    newer = install_from_file(words.build(tmp_path, version="1.10"))
    assert packs.installed() == (newer,)
    assert newer.version == "1.10"


def _drop(name: str) -> Change:
    def change(files: dict[str, bytes]) -> None:
        del files[name]

    return change


def _put(name: str, data: bytes) -> Change:
    def change(files: dict[str, bytes]) -> None:
        files[name] = data

    return change


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (_put("../escaped.txt", b"x"), "unsafe file name"),
        (_put("fr_en/../../escaped.txt", b"x"), "unsafe file name"),
        (_put("/tmp/escaped.txt", b"x"), "unsafe file name"),
        (_put("C:\\escaped.txt", b"x"), "unsafe file name"),
        (_put("fr_en/model/\x1b[31m.bin", b"x"), "unsafe file name"),
        (_put("fr_en/run.sh", b"rm"), "unexpected file"),
        (_put("fr_en/code/run.py", b"rm"), "unexpected file"),
        (_put("other/metadata.json", b"{}"), "not one folder"),
        (_put("alone.txt", b"x"), "unexpected file"),
        (_drop("fr_en/metadata.json"), "no metadata.json"),
        (_put("fr_en/metadata.json", b"{"), "metadata.json cannot be read"),
        (_put("fr_en/metadata.json", b"\xff\xfe"), "metadata.json cannot be read"),
        (_put("fr_en/metadata.json", b"[" * 100_000), "metadata.json cannot be read"),
        (_put("fr_en/metadata.json", b"[]"), "holds no object"),
        (_put("fr_en/metadata.json", json.dumps({"type": "sbd"}).encode()), "no translation model"),
        (_put("fr_en/metadata.json", json.dumps({"from_code": "fr"}).encode()), "no translation model"),
        (_drop("fr_en/model/model.bin"), "no translation model"),
        (_drop("fr_en/sentencepiece.model"), "no translation model"),
        (_put("fr_en/model/model.bin", b"\0" * 4096), "does not load"),
        (_put("fr_en/sentencepiece.model", b"nonsense"), "does not load"),
        (_put("fr_en/README.md", b"\0" * 300 * 2**20), "would take"),
        (lambda files: files.clear(), "empty"),
    ],
)
def test_what_a_pack_may_not_be(
    word_pack: Path, tmp_path: Path, home: Path, change: Change, complaint: str
) -> None:
    install_from_file(word_pack)
    bad = changed(word_pack, tmp_path, change)
    with pytest.raises(EnregardError, match=complaint) as caught:
        install_from_file(bad)
    assert "\n" not in str(caught.value)
    assert [pack.version for pack in packs.installed()] == ["1.0"]
    assert left_over(home) == []
    assert not list(tmp_path.rglob("escaped*"))


def test_links_are_refused(word_pack: Path, tmp_path: Path) -> None:
    path = tmp_path / "link.argosmodel"
    shutil.copy(word_pack, path)
    link = zipfile.ZipInfo("fr_en/README2")
    link.filename = "fr_en/model/link"
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(EnregardError, match="is a link"):
        install_from_file(path)


def test_a_file_without_a_name_is_refused(word_pack: Path, tmp_path: Path) -> None:
    path = tmp_path / "nameless.argosmodel"
    shutil.copy(word_pack, path)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(zipfile.ZipInfo("\0"), b"x")
    with pytest.raises(EnregardError, match="unexpected file"):
        install_from_file(path)


def test_a_file_larger_than_it_declares_is_refused(word_pack: Path, tmp_path: Path) -> None:
    data = io.BytesIO(word_pack.read_bytes())
    with zipfile.ZipFile(data) as archive:
        info = archive.getinfo("fr_en/README.md")
        true_size = info.file_size
    raw = data.getvalue()
    field = true_size.to_bytes(4, "little")
    start = raw.rindex(b"fr_en/README.md") - 46
    lying = raw[: start + 24] + (1).to_bytes(4, "little") + raw[start + 28 :]
    assert raw[start + 24 : start + 28] == field
    path = tmp_path / "lying.argosmodel"
    path.write_bytes(lying)
    with pytest.raises(EnregardError):
        install_from_file(path)
    assert packs.installed() == ()


@pytest.mark.parametrize("cut", [0, 100, 5_000, -30])
def test_a_cut_archive_is_refused(word_pack: Path, tmp_path: Path, cut: int) -> None:
    path = tmp_path / "cut.argosmodel"
    path.write_bytes(word_pack.read_bytes()[:cut])
    with pytest.raises(EnregardError, match="not a sound archive"):
        install_from_file(path)


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(EnregardError, match="does not exist"):
        install_from_file(tmp_path / "nothing.argosmodel")
    with pytest.raises(EnregardError, match="is a folder"):
        install_from_file(tmp_path)


def test_too_little_disk(word_pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=1_000))
    with pytest.raises(EnregardError, match="0 MB free"):
        install_from_file(word_pack)


def test_a_disk_that_fills_up_on_the_way(
    word_pack: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(EnregardError, match="No space left"):
        install_from_file(word_pack)
    assert packs.installed() == ()
    assert left_over(home) == []


def test_a_damaged_folder_beside_a_good_pack_does_no_harm(word_pack: Path) -> None:
    home = packs.directories()[0]
    (home / "broken").mkdir()
    (home / "half").mkdir()
    (home / "half" / "metadata.json").write_text("{")
    (home / "half" / "model").mkdir()
    (home / "half" / "model" / "model.bin").write_text("")
    pack = install_from_file(word_pack)
    assert packs.installed() == (pack,)


def test_a_ruined_folder_of_the_same_name_makes_way(word_pack: Path, home: Path) -> None:
    pack = install_from_file(word_pack)
    (pack.path / "model" / "model.bin").unlink()
    again = install_from_file(word_pack)
    assert again.path == pack.path
    assert [folder.name for folder in packs.directories()[0].iterdir()] == [pack.path.name]
    assert left_over(home) == []


def test_a_pack_of_another_direction_than_asked_for_is_refused(word_pack: Path) -> None:
    with pytest.raises(EnregardError, match="translates fr-en and not de-en"):
        install_from_file(word_pack, Pair("de", "en"))
    assert packs.installed() == ()
