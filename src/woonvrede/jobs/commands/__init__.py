# SPDX-FileCopyrightText: Woonvrede contributors
# SPDX-License-Identifier: EUPL-1.2
"""
The commands of the console script.

A module here has ``register(commands)``, which adds its command, and ``run(asked)``, which
returns the exit code.
"""

import argparse
import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from woonvrede.running.problem import Problem

Asked = argparse.Namespace


@dataclass(frozen=True)
class Command:
    """
    What to call, and as which role of the database; None does without Django.  ``unable`` is the
    exit code when it cannot be carried out.
    """

    run: Callable[[Asked], int]
    role: str | None
    unable: int = 1


class _Adder(Protocol):
    def add_parser(
        self,
        name: str,
        *,
        help: str,  # noqa: A002 - argparse's own word
        description: str,
    ) -> argparse.ArgumentParser: ...


@dataclass
class Commands:
    """The tree of commands while it grows."""

    top: _Adder
    groups: dict[str, _Adder] = field(default_factory=dict)

    def add(
        self,
        words: str,
        run: Callable[[Asked], int],
        *,
        does: str,
        role: str | None,
        unable: int = 1,
    ) -> argparse.ArgumentParser:
        """Add a command of one word or two, and return its parser to give it arguments."""
        group, _, name = words.rpartition(" ")
        where = self._group(group) if group else self.top
        parser = where.add_parser(name, help=does, description=does)
        parser.set_defaults(command=Command(run, role, unable))
        return parser

    def _group(self, name: str) -> _Adder:
        if name not in self.groups:
            parser = self.top.add_parser(name, help=f"commands about the {name}", description="")
            self.groups[name] = parser.add_subparsers(required=True, metavar="COMMAND")
        return self.groups[name]


def parser() -> argparse.ArgumentParser:
    """Return the parser of every command there is."""
    whole = argparse.ArgumentParser(prog="woonvrede", description="Runs Woonvrede.")
    commands = Commands(whole.add_subparsers(required=True, metavar="COMMAND"))
    for module in sorted(found.name for found in pkgutil.iter_modules(__path__)):
        importlib.import_module(f"{__name__}.{module}").register(commands)
    return whole


__all__ = ["Asked", "Command", "Commands", "Problem", "parser"]
