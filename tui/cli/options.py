"""What options of several commands share."""

import click

from articles.wording import _

COUNT = click.IntRange(1)
"""A whole number from 1; Click says what it is when it is given something else."""

COUNT.name = _("whole number")
