"""What the analysis finds, in the order in which it is listed everywhere."""

from articles.annotations import Actor, ActorKind, Analysis
from articles.spans import Span


def actor(name: str, kind: ActorKind, named: list[int], quoted: int = 0) -> Actor:
    """An actor that is named at these places, and quoted so often."""
    spans = tuple(Span(place, place + 1) for place in named)
    return Actor(name, kind, spans, quotes=tuple(range(quoted)))


def test_actors_are_listed_by_kind_then_by_how_often_they_are_named_and_quoted_then_as_they_come() -> None:
    actors = (
        actor("Ville", ActorKind.PLACE, [0, 1, 2, 3, 4, 5]),
        actor("Quatre fois nommée", ActorKind.PERSON, [10, 20, 30, 40]),
        actor("Deux et trois", ActorKind.PERSON, [50, 60], quoted=3),
        actor("Une et deux", ActorKind.PERSON, [70], quoted=2),
        actor("Trois, avant", ActorKind.PERSON, [7, 80, 90]),
        actor("Ligue", ActorKind.ORGANISATION, [8]),
    )
    listed = [each.name for each in Analysis("", "", (), actors, ()).by_weight]
    assert listed == [
        "Deux et trois",
        "Quatre fois nommée",
        "Trois, avant",
        "Une et deux",
        "Ligue",
        "Ville",
    ]
