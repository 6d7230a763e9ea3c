"""Every test has a home of its own, and no network."""

import gc
import os
import signal
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

gc.set_threshold(100_000, 20, 100)
"""A process that has run a thousand tests holds so much that a look for cycles is long; so they are few."""

# a shell that runs the suite in the background has it, and what it starts, ignore interrupts
signal.signal(signal.SIGINT, signal.default_int_handler)

# how long an example takes says nothing on a machine that is busy: what must be quick counts its work
hypothesis.settings.register_profile("suite", parent=hypothesis.settings(), deadline=None)
hypothesis.settings.load_profile("suite")

# what is compiled is kept: the suite starts the program hundreds of times, and each would compile it anew
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# argostranslate reads its folders, and makes them, when it is imported
_SESSION_HOME = tempfile.mkdtemp(prefix="enregard-tests-")
for _name in ("ARGOS_PACKAGES_DIR", "ARGOS_DEVICE_TYPE", "SNAP", "NO_COLOR", "COLORTERM", "TMUX", "STY"):
    os.environ.pop(_name, None)
for _name in [_each for _each in os.environ if _each.startswith("ENREGARD_")]:
    os.environ.pop(_name)
for _name in ("LC_ALL", "LC_MESSAGES", "LANGUAGE", "COLUMNS", "LINES"):
    os.environ.pop(_name, None)
os.environ["LANG"] = "C.UTF-8"
for _name, _folder in (("HOME", ""), ("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config")):
    os.environ[_name] = os.path.join(_SESSION_HOME, _folder)
os.environ["XDG_CACHE_HOME"] = os.path.join(_SESSION_HOME, "cache")


def pytest_xdist_auto_num_workers() -> int:
    """Two for each processor: half of a test of a screen is waiting."""
    return 2 * (os.cpu_count() or 1)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests marked `loopback` may talk to the loopback; no other test may open a socket at all."""
    for item in items:
        if item.get_closest_marker("loopback"):
            item.add_marker(pytest.mark.allow_hosts(["127.0.0.1", "::1"]))


def pytest_collection_finish() -> None:
    """What collecting made stays to the end, so no look for cycles need go through it."""
    gc.freeze()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder, for this process and those it starts."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("HOME", str(folder))
    for name in ("DATA", "CONFIG", "CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(folder / name.lower()))
    from argostranslate import settings

    packages = folder / "data" / "argos-translate" / "packages"
    packages.mkdir(parents=True, exist_ok=True)
    monkeypatch.setattr(settings, "package_data_dir", packages)
    monkeypatch.setattr(settings, "package_dirs", [packages])
    return folder


@pytest.fixture(autouse=True)
def threads() -> Iterator[None]:
    """What a test starts ends with it: a thread that spins on would slow every test after it."""
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before]
    for thread in left:
        thread.join(5)
    assert not [thread for thread in left if thread.is_alive()]


@pytest.fixture(scope="session")
def word_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of a small language pack that translates word by word."""
    from tests.word_pack import build

    return build(tmp_path_factory.mktemp("pack"))
