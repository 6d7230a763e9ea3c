"""The named actors of an article: persons, organisations and places, each with all its mentions.

`find_actors` is the door. Names are found by `mentions`, those of one bearer put together by `merging`; roles
come from `roles`.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from articles.analysis.actors.checks import Found, things_in_brackets
from articles.analysis.actors.forms import Bearer
from articles.analysis.actors.mentions import find_names
from articles.analysis.actors.merging import bearers
from articles.analysis.actors.roles import Role, best_role, gender_by_context, gender_by_votes, roles_beside
from articles.analysis.actors.words import Page, page
from articles.analysis.parsing import Parsed
from articles.annotations import Actor, ActorKind, Gender
from articles.article import Article, ParagraphKind
from articles.spans import Span

_MENTIONS_READ = 12
"""Mentions of one person beside which a role and a gender are looked for."""


def find_actors(article: Article, paragraphs: Sequence[Parsed]) -> tuple[Actor, ...]:
    """The actors of an article, the weightiest first, with no quotes yet.

    Their names differ, their mentions are in order and no two mentions overlap. Linear time.
    """
    pages = [page(article.text, part) for part in paragraphs]
    names: list[Found] = []
    blocked: list[Span] = []
    for each in pages:
        found, closed = find_names(each)
        names += found
        blocked += closed
    things = things_in_brackets(names)
    names = [name for name in names if len(name.words) > 1 or name.words[0].text not in things]
    everyone = bearers(article.text, pages, names, blocked)
    by_start = _Pages(pages)
    actors = [_actor(bearer, by_start) for bearer in everyone]
    return tuple(sorted(_distinct(actors), key=lambda actor: _weight(article, actor), reverse=True))


class _Pages:
    """The pages of an article, by offset."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages
        self._starts = [each.parsed.base for each in pages]

    def at(self, mention: Span) -> Page:
        """The page that a mention stands on."""
        return self._pages[bisect_right(self._starts, mention.start) - 1]

    def roles(self, mentions: Sequence[Span]) -> list[Role]:
        """The roles beside the first mentions."""
        return [
            role for mention in mentions[:_MENTIONS_READ] for role in roles_beside(self.at(mention), mention)
        ]


def _actor(bearer: Bearer, pages: _Pages) -> Actor:
    mentions = tuple(bearer.mentions)
    if bearer.kind is not ActorKind.PERSON:
        return Actor(bearer.name, bearer.kind, mentions)
    roles = pages.roles(mentions)
    context: Counter[Gender] = Counter()
    for mention in mentions[:_MENTIONS_READ]:
        context += gender_by_context(pages.at(mention), mention)
    first_name = bearer.name.split()[0].lower()
    gender = gender_by_votes(bearer.gender, first_name, roles, context)
    return Actor(bearer.name, bearer.kind, mentions, role=best_role(roles), gender=gender)


def _distinct(actors: Sequence[Actor]) -> list[Actor]:
    """The actors, those of one name made one."""
    by_name: dict[str, Actor] = {}
    for actor in actors:
        same = by_name.get(actor.name)
        if same is None:
            by_name[actor.name] = actor
        else:
            mentions = tuple(sorted({*same.mentions, *actor.mentions}))
            by_name[actor.name] = Actor(same.name, same.kind, mentions, role=same.role, gender=same.gender)
    return list(by_name.values())


def _weight(article: Article, actor: Actor) -> float:
    """How much an actor matters: mentions, how early the first stands, a place in the title."""
    first = actor.mentions[0]
    earliness = 1 - first.start / len(article.text)
    headings = [each.span for each in article.paragraphs[:2] if each.kind is ParagraphKind.HEADING]
    in_title = any(span.overlaps(mention) for span in headings for mention in actor.mentions[:3])
    return len(actor.mentions) + 2 * earliness + 2 * in_title
