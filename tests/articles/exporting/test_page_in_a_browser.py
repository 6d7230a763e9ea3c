"""The page in a browser: sentences light up across the columns, by mouse, finger and keyboard."""

from collections.abc import Iterator

import pytest

from articles import exporting
from articles.exporting import Format
from tests.articles.exporting import browser, written

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(browser.EXECUTABLE is None, reason="no Chromium is installed"),
]


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[browser.Tab]:
    with browser.opened(tmp_path_factory.mktemp("chromium")) as tab:
        yield tab


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    opened = written.article()
    data = exporting.written_as(
        Format.HTML, opened, written.analysis(opened), written.translations(), language="fr"
    )
    file = tmp_path_factory.mktemp("page") / "page.html"
    file.write_bytes(data)
    return file.as_uri()


@pytest.fixture
def tab(chromium: browser.Tab, address: str) -> browser.Tab:
    """The page, wide and light, as it is when it has just been opened."""
    chromium.size(1400, 900)
    chromium.scheme("light")
    chromium.go("about:blank")
    chromium.ask("Input.dispatchMouseEvent", type="mouseMoved", x=1, y=1)
    chromium.go(address)
    return chromium


def classed(tab: browser.Tab, name: str) -> object:
    """The sentences that have a class."""
    return tab.value(f"[...document.querySelectorAll('.s.{name}')].map(one => one.id)")


def style(tab: browser.Tab, selector: str, name: str, pseudo: str = "") -> object:
    return tab.value(f"getComputedStyle(document.querySelector('{selector}'), '{pseudo}')['{name}']")


@pytest.mark.parametrize(("pointed", "other"), [("#s2", "#e2"), ("#e6", "#s6")])
def test_pointing_at_a_sentence_lights_up_the_one_that_faces_it(
    tab: browser.Tab, pointed: str, other: str
) -> None:
    assert classed(tab, "near") == []
    tab.point(pointed)
    assert classed(tab, "near") == [f"s{pointed[2:]}", f"e{pointed[2:]}"]
    lit = style(tab, other, "backgroundColor")
    assert lit == style(tab, pointed, "backgroundColor") == "rgb(243, 230, 196)"
    tab.ask("Input.dispatchMouseEvent", type="mouseMoved", x=1, y=1)
    assert classed(tab, "near") == []


def test_a_click_keeps_a_pair_lit_until_another_is_chosen(tab: browser.Tab) -> None:
    tab.click("#e3")
    tab.ask("Input.dispatchMouseEvent", type="mouseMoved", x=1, y=1)
    assert classed(tab, "chosen") == ["s3", "e3"]
    tab.click("#s7")
    assert classed(tab, "chosen") == ["s7", "e7"]
    tab.press("Escape")
    assert classed(tab, "chosen") == []


def test_the_keyboard_goes_from_sentence_to_sentence_and_across(tab: browser.Tab) -> None:
    tab.value("document.querySelector('#view-both').focus()")
    tab.press("Tab")
    steps = []
    for key in ("ArrowDown", "j", "ArrowRight", "ArrowUp", "k", "ArrowLeft", "ArrowUp"):
        tab.press(key)
        steps.append(tab.value("document.activeElement.id"))
    assert steps == ["s2", "s3", "e3", "e2", "e0", "s0", "s0"]
    assert classed(tab, "chosen") == ["s0", "e0"]


def test_the_speaker_is_shown_while_a_quote_is_lit(tab: browser.Tab) -> None:
    assert style(tab, "#s3 .q", "display", "::before") == "none"
    tab.point("#e3")
    for side in ("#s3", "#e3"):
        assert style(tab, f"{side} .q", "content", "::before") == '"Odile Vasseur"'
        assert style(tab, f"{side} .q", "display", "::before") != "none"


def test_a_link_of_the_summary_and_one_to_a_mention_light_their_sentences(tab: browser.Tab) -> None:
    tab.click(".summary a[href='#s7']")
    tab.until("document.querySelector(':target')?.id === 's7'")
    assert classed(tab, "chosen") == ["s7", "e7"]
    tab.click("a[href='#m0-0']")
    assert classed(tab, "chosen") == ["s2", "e2"]
    tab.until("document.querySelector(':target')?.textContent === 'Odile Vasseur'")
    assert classed(tab, "chosen") == ["s2", "e2"]
    tab.value("history.back()")
    tab.until("!!document.querySelector('#e7.chosen')")
    assert classed(tab, "chosen") == ["s7", "e7"]


def test_one_language_or_both(tab: browser.Tab) -> None:
    def seen() -> list[bool]:
        return [bool(tab.value(f"!!document.querySelector('{one}').offsetParent")) for one in ("#s2", "#e2")]

    assert seen() == [True, True]
    tab.click("label[for=view-fr]")
    assert seen() == [True, False]
    tab.click("label[for=view-en]")
    assert seen() == [False, True]
    tab.click("label[for=view-both]")
    assert seen() == [True, True]


def test_columns_stand_side_by_side_and_on_a_phone_one_under_the_other(tab: browser.Tab) -> None:
    def place(selector: str, edge: str) -> float:
        return float(
            tab.value(f"document.querySelector('{selector}').parentNode.getBoundingClientRect().{edge}")
        )

    assert place("#s2", "top") == place("#e2", "top")
    assert place("#s2", "right") < place("#e2", "left")
    tab.size(420, 900)
    assert place("#s2", "bottom") <= place("#e2", "top") < place("#e2", "bottom") <= place("#s5", "top")
    assert tab.value("document.documentElement.scrollWidth <= innerWidth")


def test_light_and_dark(tab: browser.Tab) -> None:
    assert style(tab, "body", "backgroundColor") == "rgb(250, 248, 243)"
    tab.scheme("dark")
    assert style(tab, "body", "backgroundColor") == "rgb(23, 25, 29)"


def test_the_page_is_whole_without_its_script(tab: browser.Tab, address: str) -> None:
    tab.ask("Emulation.setScriptExecutionDisabled", value=True)
    try:
        tab.go(address)
        tab.click("label[for=view-en]")
        assert style(tab, ".fr", "display") == "none"
        assert style(tab, ".en", "display") == "block"
    finally:
        tab.ask("Emulation.setScriptExecutionDisabled", value=False)


def test_nothing_else_may_run(chromium: browser.Tab, address: str) -> None:
    chromium.go(address)
    ran = chromium.value(
        "(() => { const one = document.createElement('script'); one.textContent = 'window.ran = true';"
        " document.body.append(one); return window.ran === true; })()"
    )
    assert ran is False
