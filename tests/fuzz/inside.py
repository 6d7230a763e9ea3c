"""`python -m tests.fuzz.inside TARGET …`: one fuzz target under atheris; what follows is for libFuzzer."""

import os
import sys

import atheris  # type: ignore[import-untyped, unused-ignore]


def main() -> None:
    """Import the project counting what is reached in it, then fuzz for as long as libFuzzer is told to."""
    os.environ.setdefault("LANG", "C.UTF-8")
    with atheris.instrument_imports(include=["articles"]):
        from tests.fuzz import reached, targets

        reached.import_all()
    name, *rest = sys.argv[1:]
    target = targets.TARGETS[name]
    target(b"")
    atheris.Setup([sys.argv[0], *rest], target)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
