"""An actor in a few words."""

from articles.annotations import Actor
from articles.canonical import flowed
from articles.wording import ngettext


def counted(actor: Actor) -> str:
    """How often an actor is named and quoted."""
    named = ngettext("named once", "named {count}×", len(actor.mentions)).format(count=len(actor.mentions))
    if not actor.quotes:
        return named
    quoted = ngettext("quoted once", "quoted {count}×", len(actor.quotes))
    return f"{named}, {quoted.format(count=len(actor.quotes))}"


def described(actor: Actor) -> str:
    """An actor on one line: name, role, how often named and quoted."""
    return " · ".join(filter(None, (actor.name, actor.role and flowed(actor.role), counted(actor))))
