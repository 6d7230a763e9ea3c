"""The analysis in a process of its own: JSON lines in, JSON lines out.

`python -m articles.analysis.worker` says `{"ready": true}` once its model is loaded. It then answers each
`{"job", "text"}` with `{"job", "analysis"}` or `{"job", "error"}`, in order, until its input ends.
"""

import json
import sys
from typing import IO, Any


def serve(requests: IO[str], replies: IO[str]) -> None:
    """Answer each line of `requests` with a line of `replies`."""
    from articles.analysis.parsing import model

    model()("Bonjour.")
    _say(replies, {"ready": True})
    for line in requests:
        request = json.loads(line)
        try:
            reply = {"job": request["job"], "analysis": _analysed(request["text"])}
        except Exception as error:
            reply = {"job": request["job"], "error": f"{type(error).__name__}: {error}"}
        _say(replies, reply)


def _analysed(text: str) -> dict[str, Any]:
    from articles.analysis.encoding import encoded
    from articles.analysis.pipeline import analyse
    from articles.opening import article_of

    return encoded(analyse(article_of(text, source="", name="")))


def _say(replies: IO[str], reply: dict[str, Any]) -> None:
    replies.write(json.dumps(reply) + "\n")
    replies.flush()


if __name__ == "__main__":
    answers = sys.stdout
    sys.stdout = sys.stderr
    serve(sys.stdin, answers)
