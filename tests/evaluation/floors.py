"""The figures on the project's gold articles that must not be lost: floors.json holds them."""

import json
from pathlib import Path

from tests.evaluation.scoring import LOW_IS_GOOD

_FILE = Path(__file__).with_name("floors.json")


def floors() -> dict[str, float]:
    """The floor of each measure on `tests/gold`; for a measure that should be low, its ceiling."""
    return {measure: float(floor) for measure, floor in json.loads(_FILE.read_text()).items()}


def has_fallen(measure: str, percent: float, floor: float) -> bool:
    """Whether a figure is on the wrong side of its floor."""
    return percent > floor if measure in LOW_IS_GOOD else percent < floor
