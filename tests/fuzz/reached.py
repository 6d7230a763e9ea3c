"""The modules of which a fuzzer counts what is reached: all of `articles`."""

import pkgutil
from importlib import import_module

import articles


def import_all() -> None:
    """Import every module of `articles`, so that none is first imported, and its own doing counted, later."""
    for found in pkgutil.walk_packages(articles.__path__, "articles."):
        import_module(found.name)
