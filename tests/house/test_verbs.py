# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""Every verb is held to the contract that verbs do not import verbs."""

import tomllib
from pathlib import Path

CHECKOUT = Path(__file__).parents[2]
CONTRACT = "Verbs do not import verbs"
# How a verb takes hold of what is there already; who makes something new is named.
TAKES_HOLD = ("enter_to_change(", "select_for_update(")
MAKES_NEW = {
    "woonvrede.casework.letters.texts.write",
    "woonvrede.casework.lists.saved",
    "woonvrede.intake.drafts",
    "woonvrede.intake.files.bring_in",
    "woonvrede.intake.register",
}


def verbs() -> set[str]:
    """Return the modules that change a case or a report."""
    source = CHECKOUT / "src"
    return MAKES_NEW | {
        ".".join(path.relative_to(source).with_suffix("").parts)
        for room in ("casework", "intake")
        for path in (source / "woonvrede" / room).rglob("*.py")
        if any(words in path.read_text(encoding="utf-8") for words in TAKES_HOLD)
    }


def test_every_verb_is_in_the_contract() -> None:
    settings = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (held,) = [each["modules"] for each in contracts if each["name"] == CONTRACT]
    assert len(held) == len(set(held))
    assert set(held) == verbs()
