"""Words of an article that a page shows again, beside those that are said twice."""

from articles.opening import article_of

BODY = (
    "La ligne a rouvert lundi. « Personne n’y croyait plus en ville », sourit la cheminote. « Et pourtant, "
    "le premier train était plein. » Le conseil votera mardi."
)
OTHER = "Le maire, venu tôt, a salué un chantier tenu, et promis deux trains de plus."


def kinds(*paragraphs: str) -> list[str]:
    opened = article_of("\n\n".join(paragraphs), source="x", name="x")
    return [str(paragraph.kind) for paragraph in opened.paragraphs]


def test_a_quote_shown_again_between_paragraphs_is_a_remnant() -> None:
    for again in ("« Personne n’y croyait plus en ville. »", '"Et pourtant, le premier train était plein."'):
        assert kinds(BODY, again, OTHER) == ["body", "boilerplate", "body"]
        assert kinds(OTHER, again, BODY) == ["body", "boilerplate", "body"]


def test_what_is_said_once_or_is_no_quote_is_of_the_article() -> None:
    assert kinds(BODY, "« Le premier train était à l’heure. »", OTHER) == ["body"] * 3
    assert kinds(BODY, "Le conseil votera mardi.", OTHER) == ["body"] * 3
    assert kinds(BODY, "« En ville. »", OTHER) == ["body"] * 3
    assert kinds(BODY, "« Personne n’y croyait plus. » Il rit.", OTHER) == ["body"] * 3


def test_people_who_talk_may_repeat_words() -> None:
    said = "« Personne n’y croyait plus en ville. »"
    assert kinds(BODY, said, "« Moi si. »", OTHER) == ["body"] * 4
    assert kinds(BODY, said, "— Moi si.", OTHER) == ["body"] * 4
    assert kinds(said, OTHER, said) == ["body"] * 3


def test_a_subheading_that_quotes_the_text_stays_one() -> None:
    assert kinds(BODY, "« Personne n’y croyait plus en ville »", OTHER) == ["body", "heading", "body"]
