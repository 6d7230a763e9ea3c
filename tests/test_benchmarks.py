"""The benchmark runs; what it measures is read by people, never asserted."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.slow
def test_the_translation_benchmark_runs() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.translation", "--quick"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert "whole article" in done.stdout
