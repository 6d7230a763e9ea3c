"""`enregard packs`: language packs on this machine."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from articles.errors import EnregardError

if TYPE_CHECKING:
    from articles.translate.catalogue import Offer
    from articles.translate.download import Progress
    from articles.translate.packs import Pack
    from articles.translation import Pair


def direction(words: str) -> "Pair":
    """The pair in `fr-en` or `fr_en`."""
    from articles.translation import Pair

    source, _, target = words.replace("_", "-").partition("-")
    if not (source.isalpha() and target.isalpha()):
        raise click.UsageError(f"{words} is neither a file nor a direction like fr-en")
    return Pair(source.lower(), target.lower())


@click.group()
def packs() -> None:
    """Language packs in Argos format: what the English comes from.

    \b
    enregard packs install
    enregard packs install translate-fr_en-1_9.argosmodel
    """


@packs.command("list")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
def list_packs(as_json: bool) -> None:
    """What is installed, and what can be installed.

    No connection is made: what can be installed is what this version knows.
    """
    from articles.translate.catalogue import PINNED
    from articles.translate.packs import installed, size

    found = installed()
    offered = [
        offer
        for offer in PINNED
        if not any((p.pair, p.version) == (offer.pair, offer.version) for p in found)
    ]
    if as_json:
        import json

        rows = [
            {"direction": str(p.pair), "version": p.version, "size": size(p), "installed": str(p.path)}
            for p in found
        ] + [
            {"direction": str(o.pair), "version": o.version, "size": o.size, "installed": None}
            for o in offered
        ]
        click.echo(json.dumps({"schema": 1, "packs": rows}))
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for head in ("direction", "version", "size", "where"):
        table.add_column(head, overflow="fold")
    for pack in found:
        table.add_row(Text(str(pack.pair)), Text(pack.version), megabytes(size(pack)), Text(str(pack.path)))
    for offer in offered:
        how = f"not installed: enregard packs install {offer.pair}"
        table.add_row(str(offer.pair), offer.version, megabytes(offer.size or 0), Text(how))
    Console(soft_wrap=True).print(table)


def megabytes(size: int) -> str:
    """A size in bytes as people read it."""
    return f"{size / 1e6:.1f} MB"


@packs.command()
@click.argument("what", default="fr-en", metavar="[FILE|DIRECTION]")
@click.option("--yes", "-y", is_flag=True, help="Install a pack whose content is not known without asking.")
@click.option("--sha256", metavar="DIGEST", help="Install FILE only if this is its SHA-256.")
def install(what: str, yes: bool, sha256: str | None) -> None:
    """Install the pack in FILE, or download the newest one for a DIRECTION (fr-en unless given).

    This is one of the two things for which enregard connects to anything.
    """
    path = Path(what)
    if path.suffix or path.exists() or "/" in what:
        pack = _install_file(path, yes=yes, sha256=sha256)
    else:
        if sha256:
            raise click.UsageError("--sha256 goes with a file")
        pack = _download(direction(what), yes=yes)
    click.echo(f"installed {pack.pair} {pack.version} in {pack.path}")


def _install_file(path: Path, *, yes: bool, sha256: str | None) -> "Pack":
    from articles.translate import catalogue
    from articles.translate.installing import install_from_file, readable

    readable(path)
    digest = catalogue.digest_of(path)
    if sha256 is not None and sha256.lower() != digest:
        raise EnregardError(f"{path} has another SHA-256 ({digest})", "get it again from where it comes")
    if not (yes or sha256 or catalogue.is_known(digest) or _vouched(path.name, digest)):
        raise EnregardError(
            f"{path} was not installed", "its content is not known: check its SHA-256, then use --yes"
        )
    return install_from_file(path)


def _vouched(name: str, digest: str) -> bool:
    click.echo(f"{name} is no pack that enregard knows. Its SHA-256 is {digest}", err=True)
    if not sys.stdin.isatty():
        return False
    return click.confirm("Install it?", default=False, err=True)


def _download(pair: "Pair", *, yes: bool) -> "Pack":
    from articles.translate.fetching import fetch_and_install
    from articles.translation import FRENCH_ENGLISH

    if pair != FRENCH_ENGLISH:
        raise EnregardError(f"{pair} is not read by enregard", f"it reads {FRENCH_ENGLISH}")

    def trust(offer: "Offer", digest: str) -> bool:
        end()
        return yes or _vouched(offer.name, digest)

    with _progress_bar() as (tell, end):
        return fetch_and_install(pair, tell=tell, trust=trust)


@contextmanager
def _progress_bar() -> "Iterator[tuple[Callable[[Progress], None], Callable[[], None]]]":
    """A bar on standard error, where that is a terminal: bytes, rate, time left. What moves and ends it."""
    from rich.console import Console
    from rich.progress import BarColumn, DownloadColumn, TimeRemainingColumn, TransferSpeedColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    columns = (BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn())
    with Bar(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None)

        def tell(progress: "Progress") -> None:
            bar.update(task, completed=progress.done, total=progress.total)

        yield tell, bar.stop


@packs.command()
@click.argument("which", metavar="DIRECTION")
@click.option("--yes", "-y", is_flag=True, help="Do not ask.")
def remove(which: str, yes: bool) -> None:
    """Remove the packs of a DIRECTION, like fr-en. What they translated is kept."""
    from articles.translate import installing

    for pack in _of(which):
        if not yes and not _wants_to_remove(pack):
            continue
        installing.remove(pack)
        click.echo(f"removed {pack.pair} {pack.version} from {pack.path}")


def _wants_to_remove(pack: "Pack") -> bool:
    if not sys.stdin.isatty():
        raise EnregardError(f"{pack.path} was not removed", "use --yes where nobody can be asked")
    return click.confirm(f"Remove {pack.path}?", err=True)


@packs.command()
@click.argument("which", metavar="[DIRECTION]", required=False)
def verify(which: str | None) -> None:
    """Whether the installed packs are whole: their files unchanged, their models loading."""
    from articles.translate.packs import installed
    from articles.translate.verifying import damage, has_manifest, ruins

    damaged: list[str] = []
    for pack in installed() if which is None else _of(which):
        reason = damage(pack)
        if reason is not None:
            damaged.append(str(pack.pair))
        known = (
            ""
            if has_manifest(pack)
            else " (it loads; installed by another program, its files are not listed)"
        )
        click.echo(f"{pack.pair} {pack.version} in {pack.path}: {reason or 'whole' + known}")
    for path, reason in ruins() if which is None else ():
        damaged.append(str(path))
        click.echo(f"{path}: {reason}: delete this folder and install the pack again")
    if damaged:
        names = ", ".join(dict.fromkeys(damaged))
        raise EnregardError(f"damaged: {names}", "install again: enregard packs install DIRECTION")


def _of(which: str) -> "list[Pack]":
    from articles.translate.packs import installed

    pair = direction(which)
    found = [pack for pack in installed() if pack.pair == pair]
    if not found:
        raise EnregardError(f"no pack for {pair} is installed", "enregard packs list shows what is")
    return found
