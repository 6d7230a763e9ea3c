"""Where the analysis and gold differ, one line for each difference, for those who work on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from articles.spans import Span
from tests.evaluation.findings import Findings
from tests.evaluation.gold import Gold
from tests.evaluation.scoring import (
    all_mentions,
    gold_sentence,
    is_right_speaker,
    matched_actors,
    matched_quotes,
)

_AROUND = 40
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class Fault:
    """A difference: what it is, and the words it is about among those around them."""

    what: str
    where: str


def faults(gold: Gold, found: Findings) -> Iterator[Fault]:
    """Every difference in sentences, quotes, speakers, actors, mentions and the summary, kind by kind."""
    yield from _sentence_faults(gold, found)
    yield from _quote_faults(gold, found)
    yield from _actor_faults(gold, found)
    yield from _summary_faults(gold, found)


def _sentence_faults(gold: Gold, found: Findings) -> Iterator[Fault]:
    if gold.findings.sentences is None or found.sentences is None:
        return
    ends = {span.end for span in gold.findings.sentences}
    predicted = {span.end for span in found.sentences}
    yield from _differences("sentence end", gold.text, _points(ends), _points(predicted))


def _quote_faults(gold: Gold, found: Findings) -> Iterator[Fault]:
    if gold.findings.quotes is None or found.quotes is None:
        return
    pairs = matched_quotes(gold.findings.quotes, found.quotes)
    matched = {quote.span for quote, _ in pairs}, {quote.span for _, quote in pairs}
    missed = {quote.span for quote in gold.findings.quotes} - matched[0]
    extra = {quote.span for quote in found.quotes} - matched[1]
    yield from _differences("quote", gold.text, missed, extra)
    for quote, own in pairs:
        if not is_right_speaker(gold, quote, own):
            names = f"{own.speaker or 'nobody'}, should be {quote.speaker or 'nobody'}"
            yield Fault("wrong speaker", f"{names}: {_in_context(gold.text, quote.span)}")


def _actor_faults(gold: Gold, found: Findings) -> Iterator[Fault]:
    if gold.findings.actors is None or found.actors is None:
        return
    pairs = matched_actors(gold, found.actors)
    for what, actors, matched in (
        ("missed actor", gold.findings.actors, [actor for actor, _ in pairs]),
        ("extra actor", found.actors, [actor for _, actor in pairs]),
    ):
        for actor in actors:
            if not any(actor is one for one in matched):
                where = _in_context(gold.text, actor.mentions[0]) if actor.mentions else "(no mention)"
                yield Fault(what, f"{actor.name}: {where}")
    spans, predicted = all_mentions(gold.findings.actors), all_mentions(found.actors)
    yield from _differences("mention", gold.text, spans, predicted)


def _summary_faults(gold: Gold, found: Findings) -> Iterator[Fault]:
    if gold.editors is None:
        return
    for span in found.summary or ():
        if gold_sentence(gold, span) in gold.editors.never:
            yield Fault("never to be chosen", _in_context(gold.text, span))


def _differences(what: str, text: str, gold: set[Span], found: set[Span]) -> Iterator[Fault]:
    for span in sorted(gold - found):
        yield Fault(f"missed {what}", _in_context(text, span))
    for span in sorted(found - gold):
        yield Fault(f"extra {what}", _in_context(text, span))


def _points(ends: set[int]) -> set[Span]:
    return {Span(end, end) for end in ends}


def _in_context(text: str, span: Span) -> str:
    """The words in brackets, a long stretch without its middle, with a bit of what is around them."""
    words = span.of(text)
    if len(words) > _LONGEST:
        words = f"{words[: _LONGEST // 2]} … {words[-_LONGEST // 2 :]}"
    before = text[max(0, span.start - _AROUND) : span.start]
    after = text[span.end : span.end + _AROUND]
    return " ".join(f"{before}⟦{words}⟧{after}".split())


def listing(names: Sequence[str], found: Sequence[Sequence[Fault]]) -> str:
    """The differences of each article under its name, as lines."""
    lines = []
    for name, own in zip(names, found, strict=True):
        lines.append(f"{name}: {len(own) or 'no'} difference{'' if len(own) == 1 else 's'}")
        lines += [f"  {fault.what:<20} {fault.where}" for fault in own]
    return "\n".join(lines)
