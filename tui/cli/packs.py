"""`enregard packs`: language packs on this machine."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from articles.errors import EnregardError
from articles.wording import _, megabytes
from tui.cli.asking import agreed
from tui.cli.helping import with_examples
from tui.cli.options import Misuse, as_one_document, checked_name, completed_files
from tui.cli.printing import print_json
from tui.cli.saying import draws_bars, note

if TYPE_CHECKING:
    from articles.translating.catalogue import Offer
    from articles.translating.download import Progress
    from articles.translating.packs import Pack
    from articles.translation import Pair


def direction(words: str, otherwise: str) -> "Pair":
    """The pair in `fr-en` or `fr_en`; raises Misuse, in the words of `otherwise`, where there is none."""
    from articles.translation import Pair

    source, _hyphen, target = words.replace("_", "-").partition("-")
    if not (source.isalpha() and target.isalpha()):
        raise Misuse(otherwise.format(words=words))
    return Pair(source.lower(), target.lower())


def _installed(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The directions of installed packs, for a shell to complete."""
    from articles.translating.packs import installed

    pairs = sorted({str(pack.pair) for pack in installed()})
    return [CompletionItem(pair) for pair in pairs if pair.startswith(incomplete)]


@click.group(
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=with_examples(
        _("Language packs in Argos format: what the English comes from."),
        "enregard packs install",
        "enregard packs install translate-fr_en-1_9.argosmodel",
    ),
)
def packs() -> None:
    """The commands for language packs."""


@packs.command(
    "list",
    help=with_examples(
        _(
            "What is installed, and what can be installed.\n\n"
            "No connection is made: what can be installed is what this version knows."
        ),
        "enregard packs list",
        "enregard packs list --json | jq -r '.packs[].installed'",
    ),
)
@as_one_document
def list_packs(as_json: bool) -> None:
    """Print the packs."""
    from articles.translating.catalogue import PINNED
    from articles.translating.packs import installed, size

    found = installed()
    offered = [
        offer
        for offer in PINNED
        if not any((p.pair, p.version) == (offer.pair, offer.version) for p in found)
    ]
    if as_json:
        rows = [_row(pack) for pack in found] + [
            {"direction": str(o.pair), "version": o.version, "size": o.size, "installed": None}
            for o in offered
        ]
        print_json({"packs": rows})
        return
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for head in (_("direction"), _("version"), _("size"), _("where")):
        table.add_column(head, overflow="fold")
    for pack in found:
        table.add_row(Text(str(pack.pair)), Text(pack.version), megabytes(size(pack)), Text(str(pack.path)))
    for offer in offered:
        how = _("not installed: {command}").format(command=f"enregard packs install {offer.pair}")
        table.add_row(str(offer.pair), offer.version, megabytes(offer.size or 0), Text(how))
    Console(soft_wrap=True).print(table)


def _row(pack: "Pack") -> dict[str, Any]:
    from articles.translating.packs import size

    installed = {"size": size(pack), "installed": str(pack.path)}
    return {"direction": str(pack.pair), "version": pack.version, **installed}


@packs.command(
    short_help=_("Install a language pack."),
    help=with_examples(
        _(
            "Install the pack in FILE, or download the newest one from French to English (fr-en).\n\n"
            "This is one of the two things for which enregard connects to anything."
        ),
        "enregard packs install",
        "enregard packs install translate-fr_en-1_9.argosmodel",
    ),
)
@click.argument(
    "what",
    default="fr-en",
    metavar=_("[FILE|fr-en]"),
    callback=checked_name,
    shell_complete=completed_files,
)
@click.option(
    "--yes", "-y", is_flag=True, help=_("Install a pack whose content is not known without asking.")
)
@click.option("--sha256", metavar=_("DIGEST"), help=_("Install FILE only if this is its SHA-256."))
@as_one_document
def install(what: str, yes: bool, sha256: str | None, as_json: bool) -> None:
    """Install a pack."""
    path = Path(what)
    if path.suffix or path.exists() or "/" in what:
        pack = _install_file(path, yes=yes, sha256=sha256)
    else:
        if sha256:
            raise Misuse(_("--sha256 goes with a file"))
        neither = _("{words} is neither a file nor a direction like fr-en")
        pack = _download(direction(what, neither), yes=yes)
    if as_json:
        print_json({"packs": [_row(pack)]})
        return
    said = _("installed {direction} {version} in {path}")
    click.echo(said.format(direction=pack.pair, version=pack.version, path=pack.path))


def _install_file(path: Path, *, yes: bool, sha256: str | None) -> "Pack":
    from articles.translating import catalogue
    from articles.translating.installing import install_from_file, readable

    readable(path)
    digest = catalogue.digest_of(path)
    if sha256 is not None and sha256.lower() != digest:
        what = _("{path} has another SHA-256 ({digest})").format(path=path, digest=digest)
        raise EnregardError(what, _("get it again from where it came"))
    if not (yes or sha256 or catalogue.is_known(digest) or _vouched(path.name, digest)):
        what = _("{name} was not installed").format(name=path)
        raise EnregardError(what, _("check its SHA-256, then use --yes"))
    return install_from_file(path)


def _vouched(name: str, digest: str) -> bool:
    said = _("{name} is no pack that enregard knows: its SHA-256 is {digest}")
    click.echo(said.format(name=name, digest=digest), err=True)
    if not sys.stdin.isatty():
        return False
    return agreed(_("Install it?"))


def _download(pair: "Pair", *, yes: bool) -> "Pack":
    from articles.translating.fetching import fetch_and_install
    from articles.translation import FRENCH_ENGLISH

    if pair != FRENCH_ENGLISH:
        what = _("{direction} is not read by enregard").format(direction=pair)
        raise EnregardError(what, _("it reads {direction}").format(direction=FRENCH_ENGLISH))

    def trust(offer: "Offer", digest: str) -> bool:
        end()
        return yes or _vouched(offer.name, digest)

    with _progress_bar() as (tell, end):
        return fetch_and_install(pair, tell=tell, trust=trust)


@contextmanager
def _progress_bar() -> "Iterator[tuple[Callable[[Progress], None], Callable[[], None]]]":
    """A bar on standard error, where that is a terminal: bytes, rate, time left. What moves and ends it."""
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    console = Console(stderr=True)
    columns = (BarColumn(), TextColumn("{task.description}", markup=False), TimeRemainingColumn())
    with Bar(*columns, console=console, transient=True, disable=not draws_bars()) as bar:
        task = bar.add_task("", total=None)

        def tell(progress: "Progress") -> None:
            bar.update(task, completed=progress.done, total=progress.total, description=progress.in_words)

        yield tell, bar.stop


@packs.command(
    help=with_examples(
        _("Remove the packs of a DIRECTION, like fr-en. What they translated is kept."),
        "enregard packs remove fr-en",
        "enregard packs remove fr-en --yes",
    )
)
@click.argument("which", metavar=_("DIRECTION"), callback=checked_name, shell_complete=_installed)
@click.option("--yes", "-y", is_flag=True, help=_("Do not ask."))
@as_one_document
def remove(which: str, yes: bool, as_json: bool) -> None:
    """Remove packs."""
    from articles.translating import installing

    rows = []
    for pack in _of(which):
        if not yes and not _wants_to_remove(pack):
            continue
        rows.append(_row(pack))
        installing.remove(pack)
        if as_json:
            continue
        said = _("removed {direction} {version} from {path}")
        click.echo(said.format(direction=pack.pair, version=pack.version, path=pack.path))
    if as_json:
        print_json({"packs": rows})


def _wants_to_remove(pack: "Pack") -> bool:
    if not sys.stdin.isatty():
        what = _("{path} was not removed").format(path=pack.path)
        raise EnregardError(what, _("use --yes where nobody can be asked"))
    return agreed(_("Remove {path}?").format(path=pack.path))


@packs.command(
    short_help=_("Check that the installed packs are whole."),
    help=with_examples(
        _("Check that the installed packs are whole: their files unchanged, their models loading."),
        "enregard packs verify",
        "enregard packs verify fr-en --json",
    ),
)
@click.argument(
    "which", metavar=_("[DIRECTION]"), required=False, callback=checked_name, shell_complete=_installed
)
@as_one_document
def verify(which: str | None, as_json: bool) -> None:
    """Check packs."""
    from articles.translating.packs import installed
    from articles.translating.verifying import damage, has_manifest, ruins

    damaged: list[str] = []
    rows: list[dict[str, Any]] = []
    for pack in installed() if which is None else _of(which):
        reason = damage(pack)
        rows.append({**_row(pack), "whole": reason is None})
        if reason is not None:
            damaged.append(str(pack.pair))
        elif has_manifest(pack):
            reason = _("whole")
        else:
            reason = _("whole (it loads; installed by another program, its files are not listed)")
        said = _("{direction} {version} in {path}: {state}")
        if not as_json:
            click.echo(said.format(direction=pack.pair, version=pack.version, path=pack.path, state=reason))
    for path, reason in ruins() if which is None else ():
        damaged.append(str(path))
        nothing = {"direction": None, "version": None, "size": None}
        rows.append({**nothing, "installed": str(path), "whole": False})
        said = _("{path}: {reason}: delete this folder and install the pack again")
        if not as_json:
            click.echo(said.format(path=path, reason=reason))
    if as_json:
        print_json({"packs": rows})
    elif not rows:
        what, hint = _("no language pack is installed"), _("enregard packs install gets a language pack")
        note(_("{what}: {hint}").format(what=what, hint=hint))
    if damaged:
        what = _("damaged packs ({names})").format(names=", ".join(dict.fromkeys(damaged)))
        hint = _("enregard packs install installs fr-en again, enregard packs install FILE any other")
        raise EnregardError(what, hint)


def _of(which: str) -> "list[Pack]":
    from articles.translating.packs import installed

    pair = direction(which, _("{words} is no direction like fr-en"))
    found = [pack for pack in installed() if pack.pair == pair]
    if not found:
        what = _("no pack for {direction} is installed").format(direction=pair)
        raise EnregardError(what, _("enregard packs list shows the installed packs"))
    return found
