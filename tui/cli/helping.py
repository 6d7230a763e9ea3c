"""The help of a command."""


def with_examples(what: str, *calls: str) -> str:
    """What a command does, then how it is called: one call a line, as it is typed."""
    return f"{what}\n\n\b\n" + "\n".join(calls)
