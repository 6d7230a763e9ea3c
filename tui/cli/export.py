"""`enregard export`: an article with everything known about it, written down for use elsewhere."""

import sys
from pathlib import Path

import click

from articles.exporting import Format, format_named, written_as
from articles.wording import _, ngettext, number
from tui.cli import options, outputs
from tui.cli.helping import with_examples
from tui.cli.saying import (
    bar,
    complain,
    note_another_language,
    note_fetched,
    note_what_lacks,
    tell_of_a_mended_library,
)


@click.command(
    short_help=_("Write ARTICLE as Markdown, HTML, JSON or TMX."),
    help=with_examples(
        _(
            "Write ARTICLE in French and English with what was found in it: as Markdown (md), as a page for a"
            " browser (html), as JSON, or as a translation memory (tmx)."
        ),
        "enregard export article.txt -o article.html",
        "enregard export article.txt --to md > notes.md",
    ),
)
@options.article
@click.option(
    "--to",
    "to",
    type=click.Choice([str(known) for known in Format]),
    help=_("The format; without it, what the name of FILE says, or md on standard output."),
)
@click.option(
    "-o",
    "output",
    metavar=_("FILE"),
    type=options.FILE,
    help=_("Where to; - or nothing is standard output."),
)
@outputs.force
@options.sentences
def export(article: str, to: str | None, output: Path | None, force: bool, sentences: int) -> None:
    """Write an article in a format that others read."""
    from articles import atomic
    from articles.complete import completed, first_kept
    from articles.opening import article_from
    from articles.sources import read
    from tui.cli.working import check_choices

    file = outputs.named(output)
    if to is not None:
        wanted = Format(to)
    elif file is not None:
        wanted = format_named(file, _("end its name in .html, .md, .json or .tmx, or use --to"))
    else:
        wanted = Format.MARKDOWN
    if file is not None:
        outputs.check_free(file, force=force)
    check_choices()
    raw = read(article)
    if raw.fetched is not None:
        note_fetched(raw.fetched)
    opened = article_from(raw)
    with bar() as move:
        known = completed(
            opened,
            analyse=wanted is not Format.TMX,
            tell=lambda done, total: move(_("Translating"), done, total),
        )
    for trouble in known.troubles:
        complain(trouble)
    tell_of_a_mended_library()
    note_another_language(opened, known.language)
    note_what_lacks(known.untranslated)
    data = written_as(
        wanted,
        opened,
        known.analysis,
        known.translations,
        language=known.language,
        summary=sentences,
        kept=first_kept(opened, known.translations) if wanted is Format.TMX else None,
    )
    if file is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    with atomic.written(file, private=False) as written:
        written.write(data)
    count = len(opened.sentences)
    said = ngettext("{count} sentence", "{count} sentences", count)
    outputs.note_written(file, said.format(count=number(count)))
