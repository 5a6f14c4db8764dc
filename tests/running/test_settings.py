# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""A setting that is wrong or unknown stops every command, in one line."""

import os
import sys
from pathlib import Path

import pytest

from tests.support import checkout
from tests.support.world import DATABASE, environment


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("WOONVREDE_DEM0", "1", "WOONVREDE_DEM0 is not a known setting: did you mean"),
        ("WOONVREDE_ORIGIN", "http://voorbeeld.invalid", "must begin with https://"),
        ("WOONVREDE_ORIGIN", "voorbeeld.invalid", "is no origin"),
        ("WOONVREDE_SECRET_KEY", "short", "WOONVREDE_SECRET_KEY is missing or shorter than 32"),
        ("WOONVREDE_HASH_KEY", "short", "WOONVREDE_HASH_KEY is missing or shorter than 32"),
        ("WOONVREDE_DEMO", "perhaps", "WOONVREDE_DEMO"),
    ],
)
def test_a_wrong_setting(name: str, value: str, words: str) -> None:
    done = checkout.run(["woonvrede", "migrate"], {**environment(DATABASE), **_path(), name: value})
    assert words in checkout.only_line(done)


def test_a_demo_elsewhere_than_on_this_machine() -> None:
    variables = {"WOONVREDE_DEMO": "1", "WOONVREDE_ORIGIN": "https://voorbeeld.invalid"}
    done = checkout.run(["woonvrede", "migrate"], {**environment(DATABASE), **_path(), **variables})
    assert "WOONVREDE_DEMO=1 works only on http://localhost" in checkout.only_line(done)


def _path() -> dict[str, str]:
    return {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
