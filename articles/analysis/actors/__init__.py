"""The named actors of an article: persons, organisations and places, each with all its mentions.

`find_actors` is the door; `Descriptions` and `Mentions` serve whoever resolves *la réalisatrice*, *il* or
a surname to one of them. Names are found by `mentions`, merged by `naming`; roles come from `roles`.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from articles.analysis.actors import data
from articles.analysis.actors.checks import Found
from articles.analysis.actors.extents import announcer
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
    everyone = bearers(article.text, pages, names, blocked)
    by_start = _Pages(pages)
    actors = [_actor(bearer, by_start) for bearer in everyone]
    return tuple(sorted(_distinct(actors), key=lambda actor: _weight(article, actor), reverse=True))


class Mentions:
    """The mentions of all the actors, by where they stand."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        pairs = [(span, actor) for actor in actors for span in actor.mentions]
        self._pairs = sorted(pairs, key=lambda pair: pair[0].start)
        self._starts = [span.start for span, _ in self._pairs]

    def at(self, offset: int) -> Actor | None:
        """The actor named at an offset."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset not in self._pairs[index][0]:
            return None
        return self._pairs[index][1]

    def within(self, span: Span) -> Iterator[tuple[Span, Actor]]:
        """The mentions that start in a span, in order, with their actors."""
        index = bisect_right(self._starts, span.start - 1)
        while index < len(self._pairs) and self._starts[index] < span.end:
            yield self._pairs[index]
            index += 1


def actor_at(actors: Sequence[Actor], offset: int) -> Actor | None:
    """The actor named at an offset; `Mentions` answers many such questions faster."""
    return Mentions(actors).at(offset)


def head_nouns(
    article: Article, paragraphs: Sequence[Parsed], actors: Sequence[Actor]
) -> Mapping[str, frozenset[str]]:
    """By the name of each actor, the nouns in lower case that the text describes it with.

    For a person those of the roles beside the name (`réalisatrice`, `cinéaste`, `entraîneur`), for a body
    the noun that opens or announces its name (`syndicat`, `groupe`). Empty where there is none.
    """
    by_start = _Pages([page(article.text, part) for part in paragraphs])
    return {actor.name: frozenset(_nouns(actor, by_start)) for actor in actors}


def _nouns(actor: Actor, pages: "_Pages") -> Iterator[str]:
    if actor.kind is ActorKind.PERSON:
        for _, role in pages.roles(actor.mentions):
            yield role.noun
        return
    if actor.kind is ActorKind.PLACE:
        return
    for mention in actor.mentions[:_MENTIONS_READ]:
        at = pages.at(mention)
        first = at.index(mention.start)
        words = at.words[first : first + 2]
        yield from (word.plain for word in words[:1] if word.plain in data.ORG_ROLE_NOUNS)
        if announcer(at, first) in data.ANNOUNCERS:
            yield announcer(at, first)
        if words[0].is_acronym and len(words[0].text) < 5 and words[0].plain in data.CLUB_HEADS:
            yield from ("club", "équipe")


class _Pages:
    """The pages of an article, by offset."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages
        self._starts = [each.parsed.base for each in pages]

    def at(self, mention: Span) -> Page:
        """The page that a mention stands on."""
        return self._pages[bisect_right(self._starts, mention.start) - 1]

    def roles(self, mentions: Sequence[Span]) -> list[tuple[Span, Role]]:
        """The roles beside the first mentions."""
        return [
            (mention, role)
            for mention in mentions[:_MENTIONS_READ]
            for role in roles_beside(self.at(mention), mention)
        ]


def _actor(bearer: Bearer, pages: _Pages) -> Actor:
    mentions = tuple(bearer.mentions)
    if bearer.kind is not ActorKind.PERSON:
        return Actor(bearer.name, bearer.kind, mentions)
    roles = [role for _, role in pages.roles(mentions)]
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
