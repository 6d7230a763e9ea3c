"""`enregard packs`: language packs on this machine."""

from pathlib import Path

import click


@click.group()
def packs() -> None:
    """Language packs in Argos format."""


@packs.command("list")
def list_packs() -> None:
    """The installed packs, with where they are."""
    from articles.translate.packs import installed

    found = installed()
    for pack in found:
        click.echo(f"{pack.pair.source} → {pack.pair.target}  {pack.version}  {pack.path}")
    if not found:
        click.echo("no language pack is installed; install one with: enregard packs install FILE", err=True)


@packs.command()
@click.argument("file", type=click.Path(path_type=Path))
def install(file: Path) -> None:
    """Install the pack in FILE, an .argosmodel file."""
    from articles.translate.installing import install_from_file

    pack = install_from_file(file)
    click.echo(f"installed {pack.pair.source} → {pack.pair.target} {pack.version} in {pack.path}")
