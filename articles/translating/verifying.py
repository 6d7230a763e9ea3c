"""Whether an installed pack is still what was installed: a list of its files' digests beside them."""

import json
from pathlib import Path

from articles.translating import packs
from articles.translating.catalogue import digest_of
from articles.translating.packs import Pack
from articles.wording import _

_MANIFEST = "enregard.json"


def write_manifest(root: Path, archive_digest: str) -> None:
    """List the files of the unpacked pack in `root`; `archive_digest` is that of the archive it came in."""
    files = {
        path.relative_to(root).as_posix(): digest_of(path)
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
    (root / _MANIFEST).write_text(
        json.dumps({"archive": archive_digest, "files": files}, indent=1), encoding="utf-8"
    )


def has_manifest(pack: Pack) -> bool:
    """Whether the pack came with us, so that its files can be compared; else it can only be loaded."""
    return (pack.path / _MANIFEST).is_file()


def damage(pack: Pack) -> str | None:
    """What is wrong with an installed pack, or None: files changed or lost, a model that does not load."""
    from articles.translating.argos import loads

    if has_manifest(pack):
        changed = _changed(pack.path)
        if changed is None:
            return _("its {name} cannot be read").format(name=_MANIFEST)
        if changed:
            return _changed_or_lost(changed)
    reason = loads(pack)
    return None if reason is None else _("it does not load: {reason}").format(reason=reason)


def ruins() -> tuple[tuple[Path, str], ...]:
    """The folders of packs that came with us and are none any more, each with what is wrong there."""
    return tuple(
        (manifest.parent, _changed_or_lost(_changed(manifest.parent) or [_("unknown files")]))
        for directory in packs.directories()
        for manifest in sorted(directory.glob(f"*/{_MANIFEST}"))
        if packs.pack_in(manifest.parent) is None
    )


def _changed_or_lost(names: list[str]) -> str:
    return _("changed or lost: {names}").format(names=", ".join(names))


def _changed(root: Path) -> list[str] | None:
    """The listed files in `root` that are not as listed; None where the list cannot be read."""
    try:
        files = json.loads((root / _MANIFEST).read_text(encoding="utf-8"))["files"]
        return [name for name, digest in files.items() if _digest(root / name) != digest]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _digest(path: Path) -> str | None:
    try:
        return digest_of(path) if path.is_file() else None
    except OSError:
        return None
