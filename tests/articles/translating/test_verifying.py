"""Whether an installed pack is still what was installed."""

from pathlib import Path

import pytest

from articles.translating import catalogue, packs, verifying
from articles.translating.installing import install_from_file
from articles.translating.packs import Pack
from articles.translating.verifying import damage, has_manifest, ruins


@pytest.fixture
def pack(word_pack: Path) -> Pack:
    return install_from_file(word_pack)


def test_a_pack_as_it_was_installed_is_whole(pack: Pack) -> None:
    assert has_manifest(pack)
    assert damage(pack) is None
    assert ruins() == ()


def test_a_changed_file_is_named(pack: Pack) -> None:
    with (pack.path / "README.md").open("a") as readme:
        readme.write("more")
    assert damage(pack) == "changed or lost: README.md"


def test_every_changed_and_lost_file_is_named(pack: Pack) -> None:
    model = pack.model / "model.bin"
    data = bytearray(model.read_bytes())
    data[len(data) // 2] ^= 1
    model.write_bytes(data)
    (pack.path / "README.md").unlink()
    assert damage(pack) == "changed or lost: README.md, model/model.bin"


@pytest.mark.parametrize("name", ["model/model.bin", "sentencepiece.model", "metadata.json"])
def test_a_pack_that_has_lost_what_makes_it_one_is_still_told_of(pack: Pack, name: str) -> None:
    (pack.path / name).unlink()
    assert packs.installed() == ()
    assert ruins() == ((pack.path, f"changed or lost: {name}"),)


def test_a_folder_in_the_place_of_a_file_is_a_lost_file(pack: Pack) -> None:
    (pack.path / "README.md").unlink()
    (pack.path / "README.md").mkdir()
    assert damage(pack) == "changed or lost: README.md"


def test_a_file_that_cannot_be_read_is_a_lost_file(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    def digest_of(path: Path) -> str:
        if path.name == "README.md":
            raise PermissionError(13, "Permission denied")
        return catalogue.digest_of(path)

    monkeypatch.setattr(verifying, "digest_of", digest_of)
    assert damage(pack) == "changed or lost: README.md"


@pytest.mark.parametrize(
    "manifest",
    [b"", b"{", b"[]", b"{}", b'{"files": 5}', b'{"files": ["model"]}', b"\xff\xfe", b"[" * 100_000],
    ids=["nothing", "half", "array", "object", "number", "names", "bytes", "depth"],
)
def test_a_list_that_cannot_be_read_is_damage(pack: Pack, manifest: bytes) -> None:
    (pack.path / "enregard.json").write_bytes(manifest)
    assert damage(pack) == "its enregard.json cannot be read"


def test_a_pack_of_another_program_is_loaded(pack: Pack) -> None:
    (pack.path / "enregard.json").unlink()
    assert not has_manifest(pack)
    assert damage(pack) is None
    (pack.model / "model.bin").write_bytes(b"\0" * 4_096)
    said = damage(pack)
    assert said is not None
    assert said.startswith("it does not load: ")
    assert "\n" not in said


def test_what_is_no_pack_of_ours_is_no_ruin(pack: Pack) -> None:
    (pack.path.parent / "other").mkdir()
    (pack.path.parent / "other" / "metadata.json").write_text("{")
    assert ruins() == ()
