"""Language packs in Argos format: which are installed, and where Argos Translate keeps them."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from articles.canonical import one_line
from articles.translation import Pair, preference

if TYPE_CHECKING:
    from argostranslate.package import Package


@dataclass(frozen=True)
class Pack:
    """An installed language pack: its folder, direction and version."""

    path: Path
    pair: Pair
    version: str

    @property
    def origin(self) -> str:
        """The label of what this pack translates."""
        return f"argos {self.pair} {self.version}"

    @cached_property
    def argos(self) -> "Package":
        """The pack as Argos Translate sees it, with its tokenizer."""
        from argostranslate.package import Package

        return Package(self.path)

    @property
    def model(self) -> Path:
        """The folder of its CTranslate2 model."""
        return self.path / "model"


def directories() -> tuple[Path, ...]:
    """The folders in which Argos Translate looks for packs; the first is where it installs them."""
    from argostranslate import settings

    return tuple(settings.package_dirs)


def installed() -> tuple[Pack, ...]:
    """Every pack on this machine that can be used; folders that hold none are passed over."""
    return tuple(
        pack
        for directory in directories()
        if directory.is_dir()
        for path in sorted(directory.iterdir())
        if (pack := pack_in(path)) is not None
    )


def size(pack: Pack) -> int:
    """The bytes an installed pack takes."""
    return sum(path.stat().st_size for path in pack.path.rglob("*") if path.is_file())


def pack_in(path: Path) -> Pack | None:
    """The pack in the folder `path`, or None where there is no translation pack with a model."""
    from argostranslate.package import Package

    if not (path / "metadata.json").is_file() or not (path / "model" / "model.bin").is_file():
        return None
    try:
        package = Package(path)
    except (OSError, ValueError, TypeError, AttributeError):
        return None
    if package.type != "translate" or not package.from_code or not package.to_code:
        return None
    if not hasattr(package, "tokenizer"):
        return None
    pair = Pair(one_line(str(package.from_code)), one_line(str(package.to_code)))
    return Pack(path, pair, one_line(str(package.package_version)))


def pack_for(pair: Pair) -> Pack | None:
    """The newest installed pack of a direction, or None."""
    fitting = (pack for pack in installed() if pack.pair == pair)
    return max(fitting, key=lambda pack: preference(pack.origin), default=None)
