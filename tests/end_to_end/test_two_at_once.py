"""Several programs on one library lose nothing; `make endurance` does the same with eight for a minute."""

from pathlib import Path

import pytest

from tests.endurance.together import together

pytestmark = pytest.mark.slow


def test_three_at_once(home: Path) -> None:
    saved, _seconds = together(3, 1.0, home)
    assert saved >= 3
