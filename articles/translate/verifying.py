"""Whether an installed pack is still what was installed: a list of its files' digests beside them."""

import json
from pathlib import Path

from articles.translate.catalogue import digest_of
from articles.translate.packs import Pack

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
    from articles.translate.argos import loads

    if has_manifest(pack):
        try:
            files = json.loads((pack.path / _MANIFEST).read_text(encoding="utf-8"))["files"]
            changed = [name for name, digest in files.items() if _digest(pack.path / name) != digest]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return f"its {_MANIFEST} cannot be read"
        if changed:
            return f"changed or lost: {', '.join(changed)}"
    reason = loads(pack)
    return None if reason is None else f"it does not load: {reason}"


def _digest(path: Path) -> str | None:
    return digest_of(path) if path.is_file() else None
