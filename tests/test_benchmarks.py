"""The benchmarks run; what they measure is read by people, never asserted."""

import json
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


@pytest.mark.slow
def test_the_readers_benchmark_runs(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.reader", "--quick", "--output", str(tmp_path / "figures.json")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    assert "key to paint" in done.stdout
    assert set(json.loads((tmp_path / "figures.json").read_text())) >= {"opening", "keys", "memory", "novel"}
