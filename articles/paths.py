"""Where the program keeps what it keeps: the platform's own places."""

from pathlib import Path

_NAME = "enregard"


def library_file() -> Path:
    """The one SQLite file with everything that must not be lost."""
    from platformdirs import user_data_path

    return user_data_path(_NAME) / "library.sqlite"


def downloads() -> Path:
    """The folder in which what is being downloaded waits until it is whole."""
    from platformdirs import user_cache_path

    return user_cache_path(_NAME) / "downloads"


def config_file() -> Path:
    """The one TOML file with the reader's choices."""
    from platformdirs import user_config_path

    return user_config_path(_NAME) / "config.toml"


def samples() -> Path:
    """The folder of the articles that come with the program, with their English in one TMX file."""
    return Path(__file__).parent / "samples"


def is_sample(source: str) -> bool:
    """Whether an article came with the program."""
    return Path(source).parent == samples()
