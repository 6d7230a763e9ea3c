"""The desk: work in the order of asking, on a thread of its own, that nothing stops but its end."""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from articles.choices import Choices, keep, load
from articles.errors import EnregardError
from articles.library.desk import Desk
from articles.opening import article_of
from articles.store import database, shelves
from articles.store.database import Connection

WAIT = 20


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


def asked(desk: Desk, *works: object) -> list[object]:
    """What became of some work, in order: what it found, or its error."""
    became: list[object] = []
    for work in works:
        desk.do(work, became.append, became.append)  # type: ignore[arg-type]
    done = threading.Event()
    desk.do(lambda _connection: done.set())
    assert done.wait(WAIT)
    return became


def failing(error: Exception) -> Callable[[Connection], None]:
    def work(_connection: Connection) -> None:
        raise error

    return work


def test_work_is_done_in_the_order_of_asking_on_one_other_thread(file: Path) -> None:
    desk = Desk(file)
    threads = asked(desk, *[lambda _connection: threading.get_ident()] * 3)
    numbers = asked(desk, *[lambda _connection, n=n: n for n in range(50)])
    desk.close()
    assert len(set(threads)) == 1
    assert threads[0] != threading.get_ident()
    assert numbers == list(range(50))


def test_what_was_asked_for_before_the_end_is_done(file: Path) -> None:
    first = article_of("Le pont est fermé. On passe. On attend.", source="pont.txt", name="pont")
    with database.opened(file) as connection:
        shelves.add(connection, first)
    desk = Desk(file)
    desk.do(lambda connection: shelves.keep_position(connection, first.id, 1))
    desk.do(lambda connection: keep(connection, Choices(), Choices(theme="nuit")))
    desk.close(WAIT)
    assert load(file).theme == "nuit"
    with database.opened(file) as connection:
        entry = shelves.entry(connection, first.id)
    assert entry is not None
    assert entry.sentence == 1


@pytest.mark.parametrize(
    ("error", "told"),
    [(EnregardError("it is so", "do this"), "it is so: do this"), (KeyError("x"), "KeyError: 'x'")],
)
def test_work_that_fails_is_told_and_costs_no_other(file: Path, error: Exception, told: str) -> None:
    desk = Desk(file)
    failed, after = asked(desk, failing(error), lambda _connection: "after")
    desk.close()
    assert isinstance(failed, EnregardError)
    assert told in str(failed)
    assert after == "after"


def test_who_breaks_on_what_came_of_work_is_told_of_and_costs_no_other_work(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[BaseException | None] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: told.append(args.exc_value))
    broken = [ValueError("on what was found"), KeyError("on the error"), asyncio.CancelledError()]

    def breaking(error: BaseException) -> Callable[[object], None]:
        def take(_found: object) -> None:
            raise error

        return take

    desk = Desk(file)
    desk.do(lambda _connection: "found", breaking(broken[0]))
    desk.do(failing(EnregardError("it is so")), failed=breaking(broken[1]))
    desk.do(lambda _connection: "found", breaking(broken[2]))
    assert asked(desk, lambda _connection: "after") == ["after"]
    desk.close()
    assert told == broken


def test_without_a_place_for_the_file_it_works_in_memory(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, where a folder would be needed")
    desk = Desk(tmp_path / "taken" / "library.sqlite")
    assert asked(desk, shelves.count) == [0]
    desk.close()


def test_ending_does_not_wait_for_work_that_takes_long(file: Path) -> None:
    desk = Desk(file)
    let_go, began = threading.Event(), threading.Event()

    def long(_connection: Connection) -> None:
        began.set()
        let_go.wait(WAIT)

    desk.do(long)
    assert began.wait(WAIT)
    desk.close(timeout=0)
    assert not let_go.is_set()
    let_go.set()
