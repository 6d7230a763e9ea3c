"""The analysis in a process of its own: JSON lines in, JSON lines out.

`python -m articles.analysis.worker` says `{"ready": true}` once its model is loaded. It then answers each
`{"job", "text", "kinds"}` with `{"job", "analysis"}` or `{"job", "error"}`, in order, until its input
ends. `kinds` are those of the paragraphs, which a page knows and its text alone does not say.
"""

import json
import os
import select
import sys
import threading
from contextlib import suppress
from dataclasses import replace
from typing import IO, Any

from articles.priority import stand_back


def serve(requests: IO[str], replies: IO[str]) -> None:
    """Answer each line of `requests` with a line of `replies`."""
    from articles.analysis.parsing import model

    model()("Bonjour.")
    _say(replies, {"ready": True})
    for line in requests:
        request = json.loads(line)
        try:
            reply = {"job": request["job"], "analysis": _analysed(request["text"], request["kinds"])}
        except Exception as error:
            reply = {"job": request["job"], "error": f"{type(error).__name__}: {error}"}
        _say(replies, reply)


def _analysed(text: str, kinds: list[str]) -> dict[str, Any]:
    from articles.analysis.encoding import encoded
    from articles.analysis.pipeline import analyse
    from articles.article import Paragraph, ParagraphKind
    from articles.opening import article_of

    article = article_of(text, source="", name="")
    if len(kinds) == len(article.paragraphs):
        pairs = zip(article.paragraphs, kinds, strict=True)
        article = replace(
            article, paragraphs=tuple(Paragraph(found.span, ParagraphKind(kind)) for found, kind in pairs)
        )
    return encoded(analyse(article))


def _say(replies: IO[str], reply: dict[str, Any]) -> None:
    replies.write(json.dumps(reply) + "\n")
    replies.flush()


def _end_with(reader: int) -> None:
    """End when nobody is left at the other end of the pipe `reader`: an analysis may take minutes."""
    poll = select.poll()
    poll.register(reader, 0)
    with suppress(OSError):
        poll.poll()
        os._exit(0)


if __name__ == "__main__":
    stand_back()
    answers = sys.stdout
    sys.stdout = sys.stderr
    if hasattr(select, "poll"):
        threading.Thread(target=_end_with, args=(sys.stdin.fileno(),), daemon=True).start()
    serve(sys.stdin, answers)
