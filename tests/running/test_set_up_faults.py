# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""What can go wrong while packages are fetched is said in one line that tells what to do."""

import os
import socket
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.support import checkout

NOBODY_LISTENS = "http://127.0.0.1:9/"


class _HasNothing(BaseHTTPRequestHandler):
    """A registry without a single package."""

    def do_GET(self) -> None:
        self.send_error(404)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def empty_registry() -> Iterator[str]:
    registry = HTTPServer(("127.0.0.1", 0), _HasNothing)
    threading.Thread(target=registry.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{registry.server_port}/"
    registry.shutdown()
    registry.server_close()


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A checkout in which nothing was set up yet."""
    return checkout.copy(tmp_path)


def _set_up(where: Path, registry: str) -> checkout.Done:
    environment = checkout.plain(
        PIP_CONFIG_FILE=os.devnull,
        PIP_INDEX_URL=f"{registry}simple",
        PIP_NO_CACHE_DIR="1",
        npm_config_registry=registry,
        npm_config_cache=str(where / "cache"),
        npm_config_userconfig=os.devnull,
    )
    return checkout.run([sys.executable, "scripts/setup.py"], environment, where)


def _needs_no_python_packages(where: Path) -> None:
    (where / "requirements" / "base.txt").write_text("")


def test_an_unreachable_registry_of_python_packages(fresh: Path) -> None:
    line = checkout.only_line(_set_up(fresh, NOBODY_LISTENS))
    assert "registry of Python packages cannot be reached: check the network" in line


def test_a_missing_python_package(fresh: Path, empty_registry: str) -> None:
    line = checkout.only_line(_set_up(fresh, empty_registry))
    assert "The Python package annotated-types==" in line
    assert "is missing from the registry that pip uses" in line


def test_an_unreachable_registry_of_npm_packages(fresh: Path) -> None:
    _needs_no_python_packages(fresh)
    line = checkout.only_line(_set_up(fresh, NOBODY_LISTENS))
    assert "registry of npm packages cannot be reached: check the network" in line


def test_a_missing_npm_package(fresh: Path, empty_registry: str) -> None:
    _needs_no_python_packages(fresh)
    line = checkout.only_line(_set_up(fresh, empty_registry))
    assert "The npm package " in line
    assert "is missing from the registry that npm uses" in line


def test_a_package_that_is_not_the_pinned_one(fresh: Path) -> None:
    requirements = fresh / "requirements" / "base.txt"
    requirements.write_text(f"attrs==26.1.0 --hash=sha256:{'0' * 64}\n")
    (fresh / "attrs-26.1.0-py3-none-any.whl").write_bytes(b"something else")
    environment = checkout.plain(
        PIP_CONFIG_FILE=os.devnull, PIP_NO_INDEX="1", PIP_FIND_LINKS=str(fresh)
    )
    done = checkout.run([sys.executable, "scripts/setup.py"], environment, fresh)
    assert "is not the one that was pinned" in checkout.only_line(done)


def test_a_misspelled_variable_stops_before_anything_is_made(fresh: Path) -> None:
    environment = checkout.plain(WOONVREDE_ORIGEN="https://voorbeeld.invalid")
    done = checkout.run([sys.executable, "scripts/setup.py", "demo"], environment, fresh)
    assert "WOONVREDE_ORIGEN is not a known setting: did you mean WOONVREDE_ORIGIN?" in (
        checkout.only_line(done)
    )
    assert not (fresh / ".venv").exists()


def test_a_taken_port_stops_before_anything_is_made(fresh: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        environment = checkout.plain(PORT=str(port))
        done = checkout.run([sys.executable, "scripts/setup.py", "demo"], environment, fresh)
    assert f"Port {port} is taken: choose another one with PORT={port + 1}" in (
        checkout.only_line(done)
    )
    assert not (fresh / ".venv").exists()


@pytest.mark.parametrize("port", ["0", "70000", "eight"])
def test_a_port_that_is_none(fresh: Path, port: str) -> None:
    environment = checkout.plain(PORT=port)
    done = checkout.run([sys.executable, "scripts/setup.py", "demo"], environment, fresh)
    assert f"PORT={port} is not a port" in checkout.only_line(done)
