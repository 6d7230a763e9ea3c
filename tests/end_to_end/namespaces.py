"""Linux namespaces for tests: without a network, with a small disk, with one that cannot be written."""

import shutil
import subprocess
from functools import cache

import pytest


@cache
def _allows(*command: str) -> bool:
    return (
        shutil.which("unshare") is not None and subprocess.run(command, capture_output=True).returncode == 0
    )


def needs_network_namespaces() -> None:
    """Skip the test where the system gives none."""
    if not _allows("unshare", "-rn", "true"):
        pytest.skip("this system allows no network namespace of one's own")


def needs_mounts() -> None:
    """Skip the test where the system lets nobody mount anything in a namespace."""
    if not _allows("unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", "/mnt"):
        pytest.skip("this system allows no mounts in a namespace of one's own")
