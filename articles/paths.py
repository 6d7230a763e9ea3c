"""Where the program keeps what it keeps: the platform's own places."""

from pathlib import Path

_NAME = "enregard"


def library_file() -> Path:
    """The one SQLite file with everything that must not be lost."""
    from platformdirs import user_data_path

    return user_data_path(_NAME) / "library.sqlite"


def samples() -> Path:
    """The folder of the articles that come with the program, with their English in one TMX file."""
    return Path(__file__).parent / "samples"
