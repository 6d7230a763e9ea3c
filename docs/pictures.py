"""Draw the pictures of the README from the real program: `make pictures`."""

import asyncio
import os
import tempfile
from pathlib import Path

DOCS = Path(__file__).parent


async def draw(name: str, size: tuple[int, int], keys: str) -> None:
    """One picture of the first bundled article, after some keys."""
    from textual.widgets import Static

    from articles import paths
    from articles.choices import Choices
    from articles.opening import open_article
    from tui.app import EnregardApp
    from tui.screens.reading import ReadingScreen
    from tui.settings import Settings

    article = open_article(str(min(paths.samples().glob("*.txt"))))
    app = EnregardApp(article, settings=Settings(choices=Choices(is_welcomed=True)))
    async with app.run_test(size=size) as pilot:
        screen = app.screen_stack[-1]
        while (
            not isinstance(screen, ReadingScreen)
            or screen.state.is_translating
            or screen.state.analysis is None
        ):
            await pilot.pause(0.05)
            screen = app.screen_stack[-1]
        await pilot.press(*keys)
        await pilot.pause()
        assert not screen.query_one("#notice", Static).display
        (DOCS / f"{name}.svg").write_text(app.export_screenshot(), encoding="utf-8")


async def main() -> None:
    """All pictures, with an empty home."""
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(HOME=home, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home, XDG_CACHE_HOME=home)
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", LANG="C.UTF-8")
        await draw("reader", (150, 36), "jjjjj2")


if __name__ == "__main__":
    asyncio.run(main())
