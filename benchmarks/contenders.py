"""One translator of one article in a process of its own: when each sentence is there, and the peak of memory.

    python -m benchmarks.contenders ours|argos|floor|fastest|same-words PACK

Prints one JSON document. The first pass includes importing the engine and loading the model; the passes
after it have both. Nothing of an engine is imported before the clock runs.
"""

import json
import math
import os
import resource
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path
from threading import Event
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from benchmarks import samples

if TYPE_CHECKING:
    import ctranslate2

    from articles.translating.argos import ArgosTranslator

SCREENFUL = 8
"""Sentences on a first screen."""

BEAM = 4
LENGTH_PENALTY = 0.2
"""What Argos Translate translates with, unless told otherwise."""

Pass = Callable[[], list[float]]
"""Translates the article once; the moments at which its sentences were there, in their order."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Seconds from the start of a pass until so much of the English was there."""

    sentence: float
    paragraph: float
    screenful: float
    whole: float


@dataclass(frozen=True, slots=True)
class Setting:
    """How CTranslate2 is run: workers, threads of each, pieces a batch, and who makes up the batches.

    Sorted, CTranslate2 gets all sentences at once and makes batches of about equal lengths. Otherwise
    batches are made in the article's order, and handed over one by one.
    """

    inter_threads: int
    intra_threads: int
    batch: int
    is_sorted: bool


def settings(*, is_quick: bool = False) -> list[Setting]:
    """The settings among which the fastest is looked for."""
    cores = os.cpu_count() or 1
    if is_quick:
        return [Setting(cores, 1, 1_024, True)]
    layouts = dict.fromkeys([(cores, 1), (1, cores)])
    batches = (128, 256, 384, 512, 768, 1_024, 2_048)
    return [Setting(*layout, *rest) for layout, *rest in product(layouts, batches, (True, False))]


def ours(pack: Path, article: samples.Paragraphs) -> Pass:
    """The program's own engine, sentence by sentence as it yields them."""
    translator = _our_translator(pack)
    sentences = [sentence for paragraph in article for sentence in paragraph]

    def run() -> list[float]:
        moments = [0.0] * len(sentences)
        for index, _ in translator.translate(sentences, focus=lambda: 0, stop=Event()):
            moments[index] = perf_counter()
        return moments

    return run


def _our_translator(pack: Path) -> "ArgosTranslator":
    from articles.translating.argos import ArgosTranslator
    from articles.translating.packs import pack_in

    found = pack_in(pack)
    if found is None:
        raise click.ClickException("there is no pack")
    return ArgosTranslator(found)


def argos(pack: Path, article: samples.Paragraphs) -> Pass:
    """Argos Translate with its defaults, the whole text at once.

    A paragraph counts as there when Argos goes on to the next, though its caller gets them all at the end.
    """
    starts: list[float] = []
    texts = [" ".join(paragraph) for paragraph in article]
    known = dict(zip(texts, article, strict=True))

    def split(text: str) -> list[str]:
        starts.append(perf_counter())
        return known[text]

    translation = argos_translation(pack, split)

    def run() -> list[float]:
        starts.clear()
        translation.translate("\n".join(texts))
        ends = [*starts[1:], perf_counter()]
        return [end for end, paragraph in zip(ends, article, strict=True) for _ in paragraph]

    return run


def argos_translation(pack: Path, split: Callable[[str], list[str]]) -> Any:
    """Argos Translate's translation of a pack, with `split` instead of a model that finds sentences."""
    from argostranslate import package, translate

    class Sentencizer:
        def __init__(self, pack: object) -> None:
            pass

        def split_sentences(self, text: str) -> list[str]:
            return split(text)

    translate.MiniSBDSentencizer = Sentencizer
    languages = [translate.Language(code, code) for code in ("fr", "en")]
    return translate.PackageTranslation(*languages, package.Package(pack))


def floor(pack: Path, article: samples.Paragraphs, setting: Setting) -> Pass:
    """CTranslate2 alone, on sentences that are cut into pieces beforehand; nobody decodes what it says."""
    return _alone(_model(pack, setting), _tokens(pack, article), setting)


def _model(pack: Path, setting: Setting) -> "ctranslate2.Translator":
    import ctranslate2

    return ctranslate2.Translator(
        str(pack / "model"), inter_threads=setting.inter_threads, intra_threads=setting.intra_threads
    )


def _alone(model: "ctranslate2.Translator", tokens: list[list[str]], setting: Setting) -> Pass:
    parts = [tokens] if setting.is_sorted else list(_batches(tokens, setting.batch))

    def run() -> list[float]:
        results = [
            result
            for part in parts
            for result in model.translate_batch(
                part,
                max_batch_size=setting.batch if setting.is_sorted else 0,
                batch_type="tokens",
                asynchronous=True,
                beam_size=BEAM,
                length_penalty=LENGTH_PENALTY,
                replace_unknowns=True,
            )
        ]
        for result in results:
            result.result()
        return [perf_counter()] * len(tokens)

    return run


def _tokens(pack: Path, article: samples.Paragraphs) -> list[list[str]]:
    from argostranslate.package import Package

    tokenizer = Package(pack).tokenizer
    return [tokenizer.encode(sentence) for paragraph in article for sentence in paragraph]


def _batches(sentences: Sequence[list[str]], size: int) -> Iterator[list[list[str]]]:
    batch: list[list[str]] = []
    for sentence in sentences:
        if batch and (len(batch) + 1) * max(map(len, [*batch, sentence])) > size:
            yield batch
            batch = []
        batch.append(sentence)
    if batch:
        yield batch


def fastest(pack: Path, article: samples.Paragraphs, *, is_quick: bool) -> list[tuple[Setting, float]]:
    """The settings of CTranslate2 with the best time of each, by turns, the fastest first."""
    tokens = _tokens(pack, article)
    models: dict[tuple[int, int], ctranslate2.Translator] = {}
    best = dict.fromkeys(settings(is_quick=is_quick), math.inf)
    for _ in range(1 if is_quick else 4):
        for setting in best:
            layout = (setting.inter_threads, setting.intra_threads)
            if layout not in models:
                models[layout] = _model(pack, setting)
            run = _alone(models[layout], tokens, setting)
            best[setting] = min(best[setting], _timed(run, perf_counter(), article).whole)
    return sorted(best.items(), key=lambda item: item[1])


def same_words(pack: Path, articles: Sequence[samples.Paragraphs]) -> dict[str, int]:
    """How many sentences our engine gives the words that Argos gives when handed that sentence alone.

    Ours has each article at once, as in use; what it adds with care afterwards is left out.
    """
    translator = _our_translator(pack)
    alone = argos_translation(pack, lambda text: [text])
    equal = total = 0
    for article in articles:
        sentences = [sentence for paragraph in article for sentence in paragraph]
        pairs = zip(translator.raw(sentences), map(alone.translate, sentences), strict=True)
        equal += sum(english == other.strip() for english, other in pairs)
        total += len(sentences)
    return {"equal": equal, "of": total}


def _timed(run: Pass, start: float, article: samples.Paragraphs) -> Marks:
    moments = [moment - start for moment in run()]
    opening = next((i for i, paragraph in enumerate(article) if len(paragraph) > 1), 0)
    return Marks(
        sentence=min(moments),
        paragraph=max(moments[: sum(map(len, article[: opening + 1]))]),
        screenful=max(moments[:SCREENFUL]),
        whole=max(moments),
    )


def _measured(prepared: Callable[[], Pass], article: samples.Paragraphs, warm: int) -> dict[str, Any]:
    start = perf_counter()
    run = prepared()
    passes = [_timed(run, start, article)]
    passes += [_timed(run, perf_counter(), article) for _ in range(warm)]
    return {"passes": [asdict(marks) for marks in passes], "peak": _peak()}


def _peak() -> int:
    """Bytes of memory this process had at most.

    `getrusage` also counts what its parent had when it was started, so Linux is asked directly.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1_024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1_024


@click.command()
@click.argument("name", type=click.Choice(["ours", "argos", "floor", "fastest", "same-words"]))
@click.argument("pack", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--article", default=samples.names()[0], help="Which of the bundled articles.")
@click.option("--warm", default=2, help="Passes with the model already there.")
@click.option("--setting", help="For the floor: a setting as JSON.")
@click.option("--quick", "is_quick", is_flag=True, help="Try little.")
def main(name: str, pack: Path, article: str, warm: int, setting: str | None, is_quick: bool) -> None:
    """Run one contender and print what was measured as JSON."""
    text = samples.article(article)
    found: Any
    if name == "fastest":
        found = [{**asdict(s), "seconds": time} for s, time in fastest(pack, text, is_quick=is_quick)]
    elif name == "same-words":
        articles = [text[:3]] if is_quick else [samples.article(each) for each in samples.names()]
        found = same_words(pack, articles)
    else:
        chosen = Setting(**json.loads(setting)) if setting else settings(is_quick=True)[0]
        prepared = {
            "ours": lambda: ours(pack, text),
            "argos": lambda: argos(pack, text),
            "floor": lambda: floor(pack, text, chosen),
        }[name]
        found = _measured(prepared, text, warm)
    click.echo(json.dumps(found))


if __name__ == "__main__":
    main()
