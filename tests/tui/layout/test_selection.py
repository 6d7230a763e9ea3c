"""What is selected with the mouse: places of one side, and the words between them."""

import pytest

from articles.opening import article_of
from tui.layout.flow import ENGLISH, FRENCH, Place
from tui.layout.selection import between, packed, unpacked, words

ARTICLE = article_of("Le chat dort. Il rêve.\n\nLe chien mange.", source="-", name="-")
SPANS = [sentence.span for sentence in ARTICLE.sentences]
TOLD = ["The cat sleeps.", "It dreams.", None]
SHOWN = range(3)


def test_a_place_comes_back_with_what_textual_adds() -> None:
    x, y = packed(Place(ENGLISH, 2, 7))
    assert unpacked(x + 3, y) == Place(ENGLISH, 2, 10)
    x, y = packed(Place(FRENCH, 1, 20), past_words=True)
    assert unpacked(x + 3, y) == Place(FRENCH, 1, 20)


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (Place(FRENCH, 0, 3), Place(FRENCH, 0, 7), "chat"),
        (Place(FRENCH, 0, 8), Place(FRENCH, 1, SPANS[1].end), "dort. Il rêve."),
        (Place(FRENCH, 1, SPANS[1].start), Place(FRENCH, 2, SPANS[2].end), "Il rêve.\n\nLe chien mange."),
        (Place(ENGLISH, 0, 4), Place(ENGLISH, 1, 2), "cat sleeps. It"),
        (Place(ENGLISH, 1, 3), Place(ENGLISH, 2, 5), "dreams."),
        (Place(FRENCH, 0, 5), Place(FRENCH, 0, 5), ""),
    ],
)
def test_the_words_between_two_places(first: Place, last: Place, said: str) -> None:
    assert words(ARTICLE, TOLD.__getitem__, SHOWN, first, last) == said


def test_what_is_not_shown_is_not_selected() -> None:
    first, last = Place(FRENCH, 0, 0), Place(FRENCH, 2, SPANS[2].end)
    assert words(ARTICLE, TOLD.__getitem__, [0, 2], first, last) == "Le chat dort.\n\nLe chien mange."


def test_where_the_mouse_strays_whole_sentences_are_taken() -> None:
    own, strayed = Place(FRENCH, 1, SPANS[1].start + 2), Place(ENGLISH, 0, 5)
    first, last = between(own, strayed, FRENCH, SPANS)
    assert words(ARTICLE, TOLD.__getitem__, SHOWN, first, last) == "Le chat dort. Il"
