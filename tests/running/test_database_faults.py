# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A damaged or unready database says in one line what is wrong and what to do."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import checkout
from woonvrede.running.database import lease, postgres, roles
from woonvrede.running.database.cluster import Cluster, forget

URLS = {
    "app": "DATABASE_URL",
    "worker": "DATABASE_WORKER_URL",
    "owner": "DATABASE_OWNER_URL",
    "maintenance": "DATABASE_MAINTENANCE_URL",
}


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder of this test's own."""
    monkeypatch.setenv("WOONVREDE_STATE", str(tmp_path))
    return tmp_path


@pytest.fixture
def embedded(state: Path) -> Iterator[Cluster]:
    """A cluster that was used once and is stopped."""
    cluster = Cluster("demo")
    with lease.using(cluster):
        pass
    yield cluster
    postgres.stop(cluster)
    forget(cluster)


@pytest.fixture
def elsewhere(state: Path) -> Iterator[Cluster]:
    """A running server that knows nothing of us, as an administrator has it."""
    cluster = Cluster("elsewhere")
    with lease.using(cluster):
        yield cluster
    forget(cluster)


def _migrate(state: Path, **variables: str) -> checkout.Done:
    return checkout.woonvrede("migrate", WOONVREDE_STATE=str(state), **variables)


def _urls(cluster: Cluster, **users: str) -> dict[str, str]:
    logins = {**roles.LOGINS, **users}
    return {name: cluster.url(logins[role], "postgres") for role, name in URLS.items()}


def _damage(path: Path) -> None:
    path.write_bytes(b"\0" * path.stat().st_size)


@pytest.mark.parametrize("part", ["global/pg_control", "PG_VERSION", "pg_hba.conf"])
def test_a_damaged_data_folder(embedded: Cluster, state: Path, part: str) -> None:
    _damage(embedded.data / part)
    line = checkout.only_line(_migrate(state))
    assert f"The data folder {embedded.data} is damaged" in line
    assert "run make demo-reset" in line


def test_a_data_folder_with_a_part_missing(embedded: Cluster, state: Path) -> None:
    (embedded.data / "global" / "pg_filenode.map").unlink()
    assert "is damaged" in checkout.only_line(_migrate(state))


def test_after_a_reset_a_damaged_demo_begins_again(embedded: Cluster, state: Path) -> None:
    _damage(embedded.data / "PG_VERSION")
    assert checkout.woonvrede("demo", "reset", WOONVREDE_STATE=str(state)).returncode == 0
    assert _migrate(state).returncode == 0


def test_the_data_of_another_version(embedded: Cluster, state: Path) -> None:
    (embedded.data / "PG_VERSION").write_text("16\n")
    assert "version 18 was expected, 16 found" in checkout.only_line(_migrate(state))


def test_a_server_that_recovers_is_waited_for(state: Path) -> None:
    """One of its processes was killed: that is no damage, and its data need not be thrown away."""
    cluster = Cluster("demo")
    with lease.using(cluster):
        main = _main(cluster)
        child = Path(f"/proc/{main}/task/{main}/children").read_text().split()[0]
        os.kill(int(child), signal.SIGKILL)
        deadline = time.monotonic() + 10
        while postgres.runs(cluster) and time.monotonic() < deadline:
            time.sleep(0.01)
        postgres.start(cluster)
        assert postgres.runs(cluster)
        assert _main(cluster) == main
    forget(cluster)


def test_the_number_of_a_killed_server_may_be_anothers(state: Path) -> None:
    """That of a server of another cluster, too: both are called postgres."""
    cluster, other = Cluster("demo"), Cluster("elsewhere")
    with lease.using(cluster), lease.using(other):
        killed, anothers = _main(cluster), _main(other)
        os.kill(killed, signal.SIGKILL)
        for note in (cluster.data / "postmaster.pid", *cluster.socket.glob(".*.lock")):
            note.write_text(note.read_text().replace(f"{killed}\n", f"{anothers}\n", 1))
        postgres.start(cluster)
        assert postgres.runs(cluster)
    for each in (cluster, other):
        forget(each)


def test_only_one_address_of_a_server_elsewhere(state: Path) -> None:
    line = checkout.only_line(_migrate(state, DATABASE_URL="postgresql://somewhere/woonvrede"))
    assert "DATABASE_WORKER_URL, DATABASE_OWNER_URL, DATABASE_MAINTENANCE_URL" in line


def test_an_address_that_is_none(state: Path) -> None:
    line = checkout.only_line(_migrate(state, DATABASE_OWNER_URL="somewhere else"))
    assert "DATABASE_OWNER_URL is not a database address" in line


def test_a_server_without_the_roles(elsewhere: Cluster, state: Path) -> None:
    line = checkout.only_line(_migrate(state, **_urls(elsewhere)))
    for role, name in URLS.items():
        assert f'{name} does not connect (role "{roles.LOGINS[role]}" does not exist)' in line
    assert "woonvrede roles" in line


def test_a_role_with_too_much_power(elsewhere: Cluster, state: Path) -> None:
    _make_roles(elsewhere)
    urls = _urls(elsewhere, app="woonvrede_maintenance")
    line = checkout.only_line(_migrate(state, **urls))
    assert "DATABASE_URL does not connect as woonvrede_app" in line
    assert "DATABASE_OWNER_URL" not in line


def test_a_server_without_the_keeper(elsewhere: Cluster, state: Path) -> None:
    _make_roles(elsewhere)
    with postgres.administrator(elsewhere) as connection:
        connection.execute("drop owned by woonvrede_keeper")
        connection.execute("drop role woonvrede_keeper")
    line = checkout.only_line(_migrate(state, **_urls(elsewhere)))
    assert "without the role woonvrede_keeper" in line


def test_the_printed_sql_is_all_that_an_administrator_needs(
    elsewhere: Cluster, state: Path
) -> None:
    _make_roles(elsewhere)
    _make_roles(elsewhere)
    assert _migrate(state, **_urls(elsewhere)).returncode == 0


def test_serving_before_migrating(elsewhere: Cluster, state: Path) -> None:
    _make_roles(elsewhere)
    done = checkout.woonvrede("serve", WOONVREDE_STATE=str(state), **_urls(elsewhere))
    assert "run woonvrede migrate" in checkout.only_line(done)


@pytest.mark.parametrize("signed", ["'woonvrede of other tables'", "null"])
def test_tables_of_an_earlier_version(elsewhere: Cluster, state: Path, signed: str) -> None:
    """Migrations are edited in place: nothing is left to carry out, and yet they differ."""
    _make_roles(elsewhere)
    for _ in range(2):
        assert _migrate(state, **_urls(elsewhere)).returncode == 0
    with postgres.administrator(elsewhere) as connection:
        connection.execute(f"comment on schema public is {signed}".encode())
    for word in ("migrate", "serve", "worker"):
        done = checkout.woonvrede(word, WOONVREDE_STATE=str(state), **_urls(elsewhere))
        assert checkout.only_line(done) == (
            "woonvrede: The database was made by an earlier version, whose tables cannot be brought"
            " up to date: for a demo run make demo-reset."
        )


def test_serving_rights_that_are_not_those_of_the_books(elsewhere: Cluster, state: Path) -> None:
    _make_roles(elsewhere)
    assert _migrate(state, **_urls(elsewhere)).returncode == 0
    for command in ("serve", "worker"):
        done = checkout.woonvrede(command, WOONVREDE_STATE=str(state), **_urls(elsewhere))
        assert "run woonvrede agreement publish" in checkout.only_line(done)


def _main(cluster: Cluster) -> int:
    return int((cluster.data / "postmaster.pid").read_text().split("\n", 1)[0])


def _make_roles(cluster: Cluster) -> None:
    printed = checkout.woonvrede("roles").stdout
    with postgres.administrator(cluster) as connection:
        connection.execute(printed.encode())
