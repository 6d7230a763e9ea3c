"""What every refusal must be."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from articles.errors import EnregardError


@contextmanager
def one_line_about(complaint: str, *, names: str = "") -> Iterator[None]:
    """Within, something is refused in one line that says `complaint`, names `names` and what to do."""
    with pytest.raises(EnregardError, match=complaint) as caught:
        yield
    said = str(caught.value)
    assert said.isprintable()
    assert names in said
    assert caught.value.hint
