# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""``make demo``: it starts, ends without a trace, comes back quickly, and survives being killed."""

import os
import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.support import checkout, demo
from woonvrede.running.database import lease, postgres
from woonvrede.running.database.cluster import TEST, Cluster

# They share one prepared state folder.
pytestmark = pytest.mark.xdist_group("demo")


@pytest.fixture(scope="module")
def first_start(state: Path) -> float:
    """How many seconds the first start took, on this machine and with all that it does now."""
    return float((state / "first-start").read_text())


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A state folder in which the demo was prepared once, and of which nothing remains."""
    folder = tmp_path_factory.mktemp("state")
    with demo.running(folder) as first:
        announced = [line for line in first.said if line.startswith("[")]
        assert [line.split("]")[0] for line in announced] == [f"[{n}/9" for n in range(1, 10)]
        assert first.get("/inloggen/") == 200
        (folder / "first-start").write_text(str(first.seconds))
        _invite(folder, "blijft@voorbeeld.invalid")
    assert demo.left_running(folder) == []
    yield folder
    # Of a demo that was killed what it ran ends by itself, a little later.
    assert demo.left_running(folder) == []
    done = checkout.woonvrede("demo", "reset", WOONVREDE_STATE=str(folder))
    assert done.returncode == 0, done.stderr
    assert not (folder / "demo").exists()


def _invite(state: Path, email: str) -> None:
    words = ["--name", "Bo Blijvend", "--party", "u_centraal", "--function", "coordinator"]
    done = checkout.woonvrede("account", "invite", email, *words, WOONVREDE_STATE=str(state))
    assert done.returncode == 0, done.stderr


def _has(state: Path, email: str) -> bool:
    with pytest.MonkeyPatch.context() as there:
        there.setenv("WOONVREDE_STATE", str(state))
        cluster = Cluster("demo")
        with lease.using(cluster), postgres.administrator(cluster, "woonvrede") as connection:
            ask = "select from records_account where email = %s"
            return connection.execute(ask, [email]).rowcount == 1


def test_a_second_start_is_quick_and_keeps_the_data(state: Path, first_start: float) -> None:
    with demo.running(state) as second:
        assert second.seconds < first_start / 2
        assert second.get("/inloggen/") == 200
    assert _has(state, "blijft@voorbeeld.invalid")


@pytest.mark.parametrize("terminal", [False, True], ids=["term", "ctrl-c"])
def test_nothing_is_left_running(state: Path, *, terminal: bool) -> None:
    with demo.running(state) as started:
        number = signal.SIGINT if terminal else signal.SIGTERM
        started.end(number, terminal=terminal)
    assert demo.left_running(state) == []


def test_stop_from_elsewhere_ends_it_and_a_second_stop_finds_nothing(state: Path) -> None:
    with demo.running(state):
        stopped = checkout.woonvrede("demo", "stop", WOONVREDE_STATE=str(state))
        assert (stopped.returncode, stopped.stdout) == (0, "1 demo has ended.\n")
    assert demo.left_running(state) == []
    again = checkout.woonvrede("demo", "stop", WOONVREDE_STATE=str(state))
    assert (again.returncode, again.stdout) == (0, "No demo was running.\n")


def test_a_killed_demo_takes_all_of_it_along_and_starts_again(state: Path) -> None:
    with demo.running(state) as killed:
        os.kill(_pid(state, killed), signal.SIGKILL)
        assert demo.left_running(state) == []
    with demo.running(state) as again:
        assert again.get("/inloggen/") == 200


def test_a_killed_database_comes_back_at_the_next_start(state: Path) -> None:
    with demo.running(state) as killed:
        os.kill(_postmaster(state), signal.SIGKILL)
        with suppress(ProcessLookupError):  # it may have noticed, and ended by itself
            os.kill(_pid(state, killed), signal.SIGKILL)
    with demo.running(state) as again:
        assert again.get("/inloggen/") == 200
    assert _has(state, "blijft@voorbeeld.invalid")


def test_a_second_demo_on_the_same_port_is_refused(state: Path) -> None:
    with demo.running(state) as first:
        second = checkout.woonvrede(
            "demo", WOONVREDE_STATE=str(state), PORT=str(first.port), WOONVREDE_DEMO="1"
        )
        assert f"Port {first.port} is taken" in checkout.only_line(second)
        assert first.get("/inloggen/") == 200


def test_the_tests_have_a_server_of_their_own(state: Path) -> None:
    with demo.running(state):
        pass
    assert postgres.runs(TEST)


def _pid(state: Path, started: demo.Demo) -> int:
    note = state / "running" / f"demo-{started.port}"
    return int(note.read_text().split()[0])


def _postmaster(state: Path) -> int:
    mark = (state / "demo" / "mark").read_text()
    for folder in Path("/proc").glob("[0-9]*"):
        words = (folder / "cmdline").read_bytes()
        if b"/bin/postgres" in words and (mark.encode() in words or str(state).encode() in words):
            return int(folder.name)
    raise AssertionError("no database server runs")
