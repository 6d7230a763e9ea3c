"""The scores of the analysis on the gold articles cannot fall unseen, and the scorer counts right."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from articles.article import Article
from articles.errors import EnregardError
from articles.opening import article_of
from articles.spans import Span
from tests.evaluation import __main__ as command
from tests.evaluation import baselines
from tests.evaluation.faults import faults
from tests.evaluation.findings import Findings, Named, Quoted, ours
from tests.evaluation.floors import floors, has_fallen
from tests.evaluation.gold import FOLDER, Editors, Gold, load
from tests.evaluation.scoring import MEASURES, Tally, closeness, folded, matched_quotes, scores

GOLD = load(FOLDER)

TEXT = "Anne Roy a dit « oui ». Paul Roy, lui, s’est tu. Puis Roy a ri. « Non et non », dit Anne. Fin."


def span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def sentences(*words: str) -> tuple[Span, ...]:
    return tuple(span(one) for one in words)


SENTENCES = sentences(
    "Anne Roy a dit « oui ».",
    "Paul Roy, lui, s’est tu.",
    "Puis Roy a ri.",
    "« Non et non », dit Anne.",
    "Fin.",
)
ANNE = Named("Anne Roy", (span("Anne Roy"), span("Anne", 50)))
PAUL = Named("Paul Roy", (span("Paul Roy"), span("Roy", 45)))
YES = Quoted(span("oui"), "Anne Roy")
NO = Quoted(span("Non et non"), "Anne Roy")
EDITORS = Editors(
    (frozenset({0, 1, 3}), frozenset({0, 2, 3})), acceptable=frozenset({0, 1, 3}), never=frozenset({4})
)
FOUND = Findings(SENTENCES, (YES, NO), (ANNE, PAUL))
ARTICLE = Gold("roy", TEXT, FOUND, EDITORS)
PERFECT = replace(FOUND, summary=(SENTENCES[0], SENTENCES[1], SENTENCES[3]))


def percents(found: Findings, gold: Gold = ARTICLE) -> dict[str, float]:
    return {measure: figure.percent for measure, figure in scores([(gold, found)]).items()}


def opened(gold: Gold) -> Article:
    return article_of(gold.text, source=gold.name, name=gold.name)


@pytest.mark.slow
def test_figures_stay_above_their_floors() -> None:
    figures = scores([(gold, ours(opened(gold))) for gold in GOLD])
    fallen = {
        measure: f"{figures[measure].percent:.1f}, floor {floor}"
        for measure, floor in floors().items()
        if has_fallen(measure, figures[measure].percent, floor)
    }
    assert not fallen


def test_every_measure_has_a_floor() -> None:
    assert list(floors()) == list(MEASURES) == list(percents(PERFECT))


def test_low_is_good_for_one_measure() -> None:
    assert has_fallen("summary_never", 3, 2)
    assert has_fallen("quotes", 97, 98)
    assert not has_fallen("summary_never", 0, 2)
    assert not has_fallen("quotes", 98, 98)


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold.name)
def test_gold_is_right_by_itself(gold: Gold) -> None:
    assert gold.editors is not None
    assert gold.findings.sentences is not None
    chosen = tuple(gold.findings.sentences[index] for index in sorted(gold.editors.choices[0]))
    found = percents(replace(gold.findings, summary=chosen), gold)
    assert found.pop("summary_never") == 0
    assert set(found.values()) == {100}


def test_nothing_found() -> None:
    assert set(percents(Findings((), (), (), ())).values()) == {0}


def test_nothing_to_find_and_nothing_found() -> None:
    nothing = Findings((), (), ())
    found = percents(nothing, Gold("empty", "", nothing))
    assert found == {
        "sentences": 100,
        "quotes": 100,
        "speakers": 0,
        "quotes_with_speakers": 100,
        "actors": 100,
        "mentions": 100,
    }


def test_what_nobody_looked_for_has_no_figure() -> None:
    assert percents(Findings()) == {}
    assert percents(PERFECT, Gold("bare", TEXT, Findings())) == {}
    assert list(percents(Findings(sentences=SENTENCES))) == ["sentences"]


def test_an_article_without_the_key_does_not_count() -> None:
    bare = Gold("bare", TEXT, Findings())
    assert scores([(ARTICLE, PERFECT), (bare, PERFECT)]) == scores([(ARTICLE, PERFECT)])


def test_articles_count_by_what_is_in_them() -> None:
    one = Gold("one", TEXT, Findings(quotes=(YES,)))
    figure = scores([(ARTICLE, PERFECT), (one, Findings(quotes=()))])["quotes"]
    assert figure == Tally(2, 2, 3)


def test_tally_of_known_counts() -> None:
    tally = Tally(matched=6, predicted=8, gold=12)
    assert (tally.precision, tally.recall, tally.percent) == (75, 50, 60)


def test_sentence_ends_are_told_without_white_space() -> None:
    with_spaces = tuple(Span(own.start, min(len(TEXT), own.end + 1)) for own in SENTENCES)
    assert percents(Findings(sentences=with_spaces))["sentences"] == 100


def test_joined_sentences_lose_one_end() -> None:
    joined = (Span(SENTENCES[0].start, SENTENCES[1].end), *SENTENCES[2:])
    assert scores([(ARTICLE, Findings(sentences=joined))])["sentences"] == Tally(4, 4, 5)


def test_a_quote_of_one_word_taken_with_its_marks_is_missed() -> None:
    marked = Quoted(span("« oui »"), "Anne Roy")
    assert scores([(ARTICLE, Findings(quotes=(marked, NO)))])["quotes"] == Tally(1, 2, 2)


def test_a_quote_found_twice_is_right_once() -> None:
    shorter = Quoted(span("Non et no"), "Anne Roy")
    found = (shorter, NO, YES)
    assert matched_quotes((YES, NO), found) == [(YES, YES), (NO, NO)]
    assert scores([(ARTICLE, Findings(quotes=found))])["quotes"] == Tally(2, 3, 2)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        (Span(0, 10), Span(0, 8), 0.8),
        (Span(0, 10), Span(5, 15), 1 / 3),
        (Span(0, 5), Span(5, 9), 0),
        (Span(3, 3), Span(3, 3), 0),
    ],
)
def test_closeness(one: Span, other: Span, share: float) -> None:
    assert closeness(one, other) == closeness(other, one) == pytest.approx(share)


@pytest.mark.parametrize(
    ("gold", "found", "is_right"),
    [
        ("Anne Roy", "ANNE", True),
        ("Anne Roy", "Paul Roy", False),
        ("Anne Roy", None, False),
        (None, None, True),
        (None, "", True),
        (None, "Anne Roy", False),
        ("Zoé, qui n'est pas un acteur", "zoe, qui n’est pas un acteur", True),
    ],
)
def test_a_speaker_is_right_by_any_of_its_names(gold: str | None, found: str | None, is_right: bool) -> None:
    article = Gold("roy", TEXT, replace(FOUND, quotes=(replace(YES, speaker=gold),)))
    figures = percents(Findings(quotes=(replace(YES, speaker=found),)), article)
    assert figures["speakers"] == figures["quotes_with_speakers"] == (100 if is_right else 0)


def test_a_missed_quote_has_no_speaker_to_be_right_about() -> None:
    figures = percents(Findings(quotes=(NO,)))
    assert figures["speakers"] == 100
    assert figures["quotes_with_speakers"] == pytest.approx(200 / 3)


def test_an_actor_found_under_two_names_is_right_once() -> None:
    found = Findings(actors=(Named("anne roy", ()), Named("Anne", ())))
    assert scores([(ARTICLE, found)])["actors"] == Tally(1, 2, 2)


def test_a_name_of_two_actors_leaves_the_other_one_free() -> None:
    roys = (replace(ANNE, mentions=(*ANNE.mentions, span("Roy", 45))), PAUL)
    article = Gold("roy", TEXT, Findings(actors=roys))
    for found in [("Roy", "Anne"), ("Anne", "Roy"), ("Roy", "Paul Roy"), ("Paul Roy", "Roy")]:
        actors = tuple(Named(name, ()) for name in found)
        assert percents(Findings(actors=actors), article)["actors"] == 100


def test_mentions_are_right_whoever_has_them() -> None:
    merged = (Named("Roy", (*ANNE.mentions, *PAUL.mentions, span("Roy"))),)
    assert scores([(ARTICLE, Findings(actors=merged))])["mentions"] == Tally(4, 5, 4)


def test_folded_names() -> None:
    assert folded("  L’ÉTAT\u00a0 major ") == "l'etat major"


@pytest.mark.parametrize(
    ("chosen", "figures"),
    [
        ((0, 1, 3), (100, 100, 0)),
        ((0, 2, 3), (100, 200 / 3, 0)),
        ((0, 0, 4), (100 / 3, 100 / 3, 100 / 3)),
        ((0,), (50, 100, 0)),
        ((4, 4, 4, 0), (0, 0, 100)),
        ((), (0, 0, 0)),
    ],
)
def test_summaries(chosen: tuple[int, ...], figures: tuple[float, float, float]) -> None:
    found = percents(Findings(summary=tuple(SENTENCES[index] for index in chosen)))
    assert tuple(found.values()) == pytest.approx(figures)


def test_a_chosen_stretch_stands_for_the_sentence_it_shares_most_with() -> None:
    stretches = (span("oui ». Paul Roy, lui"), span("ri. « Non et non », dit"), Span(23, 24))
    found = percents(Findings(summary=stretches))
    assert found["summary_acceptable"] == pytest.approx(200 / 3)


def test_faults_name_each_difference() -> None:
    found = Findings(
        sentences=SENTENCES[1:],
        quotes=(Quoted(span("« oui »"), None), replace(NO, speaker="Paul Roy")),
        actors=(Named("Anne", ANNE.mentions), Named("Fin", (span("Fin"),))),
        summary=(SENTENCES[4],),
    )
    assert [fault.what for fault in faults(ARTICLE, found)] == [
        "missed sentence end",
        "missed quote",
        "extra quote",
        "wrong speaker",
        "missed actor",
        "extra actor",
        "missed mention",
        "missed mention",
        "extra mention",
        "never to be chosen",
    ]
    assert not list(faults(ARTICLE, PERFECT))


def test_spans_of_gold_move_to_the_canonical_text(tmp_path: Path) -> None:
    text = "E\u0301té\r\n\r\n« Oui », dit Zoé."
    start = text.index("Oui")
    quote = {"start": start, "end": start + 3, "speaker": "Zoé"}
    write(tmp_path, {"text": text, "quotes": [quote]})
    (gold,) = load(tmp_path)
    assert gold.findings.quotes is not None
    assert gold.findings.quotes[0].span.of(gold.text) == "Oui"
    assert gold.findings.actors is None


def write(folder: Path, content: Any, name: str = "article.json") -> None:
    (folder / name).write_text(json.dumps(content), encoding="utf-8")


@pytest.mark.parametrize(
    "content",
    [
        [],
        {"id": "no text"},
        {"text": 3},
        {"text": "Oui.", "sentences": [[0, 9]]},
        {"text": "Oui.", "sentences": [3]},
        {"text": "Oui.", "quotes": [{"start": 0}]},
        {"text": "Oui.", "quotes": [{"start": 0, "end": 3, "speaker": 1}]},
        {"text": "Oui.", "actors": ["Zoé"]},
        {"text": "Oui.", "actors": [{"name": None}]},
    ],
)
def test_what_is_no_gold_article_is_refused(tmp_path: Path, content: Any) -> None:
    write(tmp_path, content)
    with pytest.raises(EnregardError, match=r"article\.json"):
        load(tmp_path)


@pytest.mark.parametrize("entry", [{"A": [0]}, {"A": [0], "B": [0], "acceptable": [0], "never": [7]}, [1]])
def test_choices_that_do_not_fit_are_refused(tmp_path: Path, entry: Any) -> None:
    write(tmp_path, {"text": "Oui.", "sentences": [[0, 4]]})
    write(tmp_path, {"article": entry}, "summaries.json")
    with pytest.raises(EnregardError, match=r"article\.json"):
        load(tmp_path)


@pytest.mark.parametrize("content", [None, "", "{", "[]", '{"text": " "}'])
def test_a_folder_without_gold_is_one_line_and_a_failure(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "article.json").write_text(content)
    result = CliRunner().invoke(command.main, ["--gold", str(tmp_path)])
    assert result.exit_code == 1
    assert result.output.startswith("Error: ")
    assert result.output.count("\n") == 1


def gold_finder(article: Article) -> Findings:
    gold = next(gold for gold in GOLD if gold.text == article.text)
    assert gold.findings.sentences is not None
    return replace(gold.findings, summary=gold.findings.sentences[:3])


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """The command with gold as the analysis, and one baseline that is there and one that is not."""
    there = baselines.Baseline("lead-3", baselines.lead)
    missing = baselines.Baseline("gone", baselines.lead, needs="no_such_module")
    monkeypatch.setattr(command, "BASELINES", (there, missing))
    monkeypatch.setattr(command, "ours", gold_finder)

    def run(*arguments: str) -> str:
        result = CliRunner().invoke(command.main, arguments)
        assert result.exit_code == 0, result.output
        return result.output

    return run


def test_report_in_json(quick: Callable[..., str]) -> None:
    report = json.loads(quick("--json"))
    assert report["articles"] == len(GOLD)
    assert report["ours"]["quotes"]["percent"] == 100
    assert list(report["baselines"]) == ["lead-3"]
    assert report["floors"] == floors()
    assert report["notes"] == ["gone left out: no_such_module is not installed"]


def test_report_as_a_table(quick: Callable[..., str]) -> None:
    table = quick()
    for words in (*MEASURES.values(), "lead-3", "floor", "gone left out"):
        assert words in table


def test_floors_hold_for_the_project_s_articles_only(quick: Callable[..., str], tmp_path: Path) -> None:
    write(tmp_path, {"text": GOLD[0].text, "sentences": []})
    assert "floor" not in quick("--gold", str(tmp_path))
    assert json.loads(quick("--gold", str(tmp_path), "--json"))["floors"] == {}


def test_listing_of_differences(quick: Callable[..., str], tmp_path: Path) -> None:
    write(tmp_path, {"text": GOLD[0].text, "quotes": [{"start": 0, "end": 5, "speaker": None}]})
    listing = quick("--gold", str(tmp_path), "--errors")
    assert listing.startswith("article: ")
    assert "missed quote" in listing
    assert "extra quote" in listing


MARKS = (
    "Un titre sans point\n\nÀ Lyon, Anne Roy a dit « oui » à Paul Morel. Elle répète : “encore oui”.\n\n"
    "« Non », dit un voisin.\n\nLa mairie se tait. Le voisin aussi."
)


def marked() -> Article:
    return article_of(MARKS, source="-", name="marks")


def test_lead_leaves_headings_out() -> None:
    found = baselines.lead(marked()).summary
    assert found is not None
    assert [MARKS[one.start : one.end].split()[0] for one in found] == ["À", "Elle", "«"]


def test_plain_rule_takes_marks_and_the_nearest_name(monkeypatch: pytest.MonkeyPatch) -> None:
    people = [Span(MARKS.index(name), MARKS.index(name) + len(name)) for name in ("Anne Roy", "Paul Morel")]
    monkeypatch.setattr(baselines, "_entities", lambda text: tuple(("PER", person) for person in people))
    found = baselines.marks_and_nearest_name(marked()).quotes
    assert found is not None
    assert [(quote.span.of(MARKS), quote.speaker) for quote in found] == [
        ("oui", "Paul Morel"),
        ("encore oui", "Paul Morel"),
        ("Non", "Paul Morel"),
    ]


def test_raw_entities_are_actors_by_their_surface(monkeypatch: pytest.MonkeyPatch) -> None:
    entities = (("LOC", Span(0, 2)), ("MISC", Span(3, 5)), ("ORG", Span(6, 8)))
    monkeypatch.setattr(baselines, "_entities", lambda text: entities)
    article = article_of("Oz et Oz sont là.", source="-", name="oz")
    assert baselines.entities(article).actors == (Named("Oz", (Span(0, 2), Span(6, 8))),)


def test_pysbd_gives_spans_of_the_text() -> None:
    pytest.importorskip("pysbd")
    found = baselines.pysbd_sentences(marked()).sentences
    assert found is not None
    assert MARKS[found[-1].start : found[-1].end] == "Le voisin aussi."


def test_lexrank_chooses_three_without_a_download() -> None:
    pytest.importorskip("sumy")
    for gold in GOLD:
        found = baselines.lexrank(opened(gold)).summary
        assert found is not None
        assert len(found) == len(set(found)) == 3
