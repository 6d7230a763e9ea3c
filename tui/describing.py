"""An actor in a few words."""

from articles.annotations import Actor, counted
from articles.canonical import flowed


def described(actor: Actor) -> str:
    """An actor on one line: name, role, how often named and quoted."""
    return " · ".join(filter(None, (actor.name, actor.role and flowed(actor.role), counted(actor))))
